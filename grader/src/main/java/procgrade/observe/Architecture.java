package procgrade.observe;

/** The processor families whose system call numbers are known here. */
public enum Architecture {
    /** Intel and AMD, 64 bit. */
    X86_64,
    /** ARM, 64 bit; also the numbers of RISC-V. */
    AARCH64,
    /** Any other: system calls cannot be told apart by their numbers. */
    UNKNOWN;

    /** {@return the family this Java virtual machine runs on} */
    public static Architecture ofThisMachine() {
        return of(System.getProperty("os.arch", ""));
    }

    /**
     * Translates Java's name of a family.
     *
     * @param name as in the system property {@code os.arch}
     * @return the family
     */
    public static Architecture of(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64", "riscv64" -> AARCH64;
            default -> UNKNOWN;
        };
    }
}

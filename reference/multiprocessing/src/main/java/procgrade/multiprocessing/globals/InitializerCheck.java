package procgrade.multiprocessing.globals;

/**
 * Tells whether running a static initializer early could be noticed: only one that creates collections,
 * calculates, makes shared objects, fills arrays and stores into its own class cannot.
 *
 * <p>Looks at each instruction once (The Java Virtual Machine Specification, chapter 6), wherever jumps may lead;
 * a call to anything but {@link HarmlessCalls}, or an unknown instruction counts as noticeable.
 */
final class InitializerCheck {
    private final ClassFile file;
    private final String self;
    private final byte[] code;

    private InitializerCheck(ClassFile file, String self) {
        this.file = file;
        this.self = self;
        this.code = file.initializer();
    }

    static boolean isHarmless(ClassFile file, String className) {
        return new InitializerCheck(file, className.replace('.', '/')).walk();
    }

    private boolean walk() {
        int at = 0;
        while (at < code.length) {
            int length = step(at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The length of the instruction, 0 if it is not harmless. */
    private int step(int at) {
        int code = this.code[at] & 0xFF;
        if (code <= 0x0F || code == 0xB1 || code == 0xBE) {
            return 1;
        }
        if (code == 0x10 || code == 0x12 || code == 0xBC) {
            return 2;
        }
        if (code == 0x11 || code == 0x13 || code == 0x14 || isJump(code)) {
            return 3;
        }
        if (isLocalOrArray(code)) {
            return isShort(code) ? 1 : 2;
        }
        return memberStep(code, index(at));
    }

    /** Jumps, and the counting of loops. */
    private static boolean isJump(int code) {
        return code >= 0x99 && code <= 0xA7 || code == 0xC6 || code == 0xC7 || code == 0x84;
    }

    /** Loads, stores, stack shuffling, arithmetic, conversions, comparisons. */
    private static boolean isLocalOrArray(int code) {
        return code >= 0x15 && code <= 0x98 && code != 0x84;
    }

    private static boolean isShort(int code) {
        return !(code >= 0x15 && code <= 0x19 || code >= 0x36 && code <= 0x3A);
    }

    private int memberStep(int code, int index) {
        return switch (code) {
            case 0xB2 -> file.owner(index).equals(self) || allowed(index) ? 3 : 0;
            case 0xB3 -> file.owner(index).equals(self) ? 3 : 0;
            case 0xB6 -> allowed(index) || file.owner(index).equals("java/lang/Class") ? 3 : 0;
            case 0xB7, 0xB8 -> allowed(index) ? 3 : 0;
            case 0xB9 -> allowed(index) ? 5 : 0;
            case 0xBB -> HarmlessCalls.contains(file.className(index), "<init>") ? 3 : 0;
            case 0xBD, 0xC0, 0xC1 -> 3;
            case 0xC5 -> 4;
            default -> 0;
        };
    }

    private int index(int at) {
        return at + 2 < code.length ? (code[at + 1] & 0xFF) << 8 | code[at + 2] & 0xFF : 0;
    }

    private boolean allowed(int index) {
        return HarmlessCalls.contains(file.owner(index), file.member(index));
    }
}

package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines {@code Key:\tvalue} of {@code status}, proc_pid_status(5). The kernel escapes line ends in values. */
public final class StatusFile {
    /** Far above the size of any such file. */
    public static final int LIMIT_BYTES = 8192;

    private final String text;

    private StatusFile(String text) {
        this.text = text;
    }

    /**
     * Takes the content of the file.
     *
     * @param content the whole file
     * @return always present; what is missing shows when it is asked for
     */
    public static Optional<StatusFile> parse(byte[] content) {
        return Optional.of(new StatusFile('\n' + new String(content, StandardCharsets.ISO_8859_1)));
    }

    /**
     * Looks up a line.
     *
     * @param key such as {@code SigCgt}
     * @return its value, trimmed; empty if this kernel has no such line
     */
    public Optional<String> value(String key) {
        String start = '\n' + key + ':';
        int at = text.indexOf(start);
        if (at < 0) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', at + 1);
        return Optional.of(text.substring(at + start.length(), end < 0 ? text.length() : end)
                .trim());
    }

    /** {@return the id that the process or thread itself sees: the last of {@code NSpid}; empty before Linux 4.1} */
    public OptionalLong innermostPid() {
        Optional<String> pids = value("NSpid");
        return pids.isPresent() ? number(pids.get().substring(pids.get().lastIndexOf('\t') + 1)) : OptionalLong.empty();
    }

    /** The most memory it has had resident: {@code VmHWM}, which a zombie does not have. */
    OptionalLong peakResidentBytes() {
        OptionalLong kibibytes = number(value("VmHWM").orElse("").replace(" kB", ""));
        return kibibytes.isPresent() ? OptionalLong.of(kibibytes.getAsLong() << 10) : kibibytes;
    }

    /** The name of the thread in printable form. The kernel has escaped backslashes and line ends already. */
    String name() {
        byte[] name = value("Name").orElse("").getBytes(StandardCharsets.ISO_8859_1);
        return Printable.of(name).replace("\\\\", "\\");
    }

    /** Empty if there is no such line. */
    Optional<ProcessState> state() {
        return value("State").filter(state -> !state.isEmpty()).map(state -> ProcessState.ofLetter(state.charAt(0)));
    }

    Optional<ContextSwitches> contextSwitches() {
        OptionalLong voluntary = number(value("voluntary_ctxt_switches").orElse(""));
        OptionalLong involuntary = number(value("nonvoluntary_ctxt_switches").orElse(""));
        return voluntary.isPresent() && involuntary.isPresent()
                ? Optional.of(new ContextSwitches(voluntary.getAsLong(), involuntary.getAsLong()))
                : Optional.empty();
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException malformed) {
            return OptionalLong.empty();
        }
    }
}

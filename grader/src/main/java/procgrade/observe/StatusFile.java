package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines {@code Key:\tvalue} of {@code status}, proc_pid_status(5). The kernel escapes line ends in values. */
final class StatusFile {
    static final int LIMIT_BYTES = 8192;

    private final String text;

    private StatusFile(String text) {
        this.text = text;
    }

    static Optional<StatusFile> parse(byte[] content) {
        return Optional.of(new StatusFile('\n' + new String(content, StandardCharsets.ISO_8859_1)));
    }

    Optional<String> value(String key) {
        String start = '\n' + key + ':';
        int at = text.indexOf(start);
        if (at < 0) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', at + 1);
        return Optional.of(text.substring(at + start.length(), end < 0 ? text.length() : end)
                .trim());
    }

    /** The pid that the process itself sees: the last of {@code NSpid}, which kernels before 4.1 do not have. */
    OptionalLong innermostPid() {
        Optional<String> pids = value("NSpid");
        return pids.isPresent() ? number(pids.get().substring(pids.get().lastIndexOf('\t') + 1)) : OptionalLong.empty();
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

package procgrade.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which logical processors this process, and so its children, may use: sched_setaffinity(2) and cpuset(7). */
public final class AllowedCpus {
    private static final int MOST_CPUS = 8192;

    private AllowedCpus() {}

    /**
     * Reads {@code Cpus_allowed_list} of {@code /proc/self/status}.
     *
     * @param proc where to read
     * @return the numbers of the processors, ascending
     */
    public static Observed<List<Integer>> read(ProcFs proc) {
        return proc.read("self/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .parse(status -> status.value("Cpus_allowed_list"))
                .parse(AllowedCpus::parse);
    }

    /** The list format of cpuset(7): {@code 0-3,8}. */
    private static Optional<List<Integer>> parse(String list) {
        List<Integer> cpus = new ArrayList<>();
        try {
            for (String range : list.split(",")) {
                int dash = range.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                int last = Integer.parseInt(range.substring(dash + 1));
                for (int cpu = first; cpu <= Math.min(last, MOST_CPUS); cpu++) {
                    cpus.add(cpu);
                }
            }
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
        return cpus.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(cpus));
    }
}

package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much processor time the control groups of this process allow, as containers set it: cgroups(7), and the
 * kernel's {@code admin-guide/cgroup-v2.rst} ({@code cpu.max}) and {@code scheduler/sched-bwc.rst}
 * ({@code cpu.cfs_quota_us} of version 1).
 */
public final class CpuQuota {
    private static final int LIMIT_BYTES = 64 * 1024;

    private CpuQuota() {}

    /**
     * Reads the quota of this process's control group and of all above it that can be seen.
     *
     * @param proc where to read
     * @return the smallest quota as a number of cores, for example 0.5; empty if none is set or visible
     */
    public static OptionalDouble read(ProcFs proc) {
        String mounts = text(proc, "self/mountinfo");
        List<Double> quotas = new ArrayList<>();
        for (String line : text(proc, "self/cgroup").split("\n")) {
            String[] fields = line.split(":", 3);
            if (fields.length == 3 && fields[1].isEmpty()) {
                mountOf(mounts, "cgroup2", "").ifFoundWalkUp(fields[2], folder -> addMax(proc, folder, quotas));
            } else if (fields.length == 3 && List.of(fields[1].split(",")).contains("cpu")) {
                mountOf(mounts, "cgroup", "cpu").ifFoundWalkUp(fields[2], folder -> addCfs(proc, folder, quotas));
            }
        }
        return quotas.stream().mapToDouble(Double::doubleValue).min();
    }

    private static void addMax(ProcFs proc, String folder, List<Double> quotas) {
        String[] quotaAndPeriod = text(proc, folder + "/cpu.max").trim().split(" ");
        if (quotaAndPeriod.length == 2) {
            add(quotaAndPeriod[0], quotaAndPeriod[1], quotas);
        }
    }

    private static void addCfs(ProcFs proc, String folder, List<Double> quotas) {
        add(
                text(proc, folder + "/cpu.cfs_quota_us").trim(),
                text(proc, folder + "/cpu.cfs_period_us").trim(),
                quotas);
    }

    /** No quota reads {@code max} in version 2 and {@code -1} in version 1; neither is a positive number. */
    private static void add(String quota, String period, List<Double> quotas) {
        if (quota.matches("\\d{1,15}") && period.matches("[1-9]\\d{0,14}")) {
            quotas.add(Double.parseDouble(quota) / Double.parseDouble(period));
        }
    }

    private static String text(ProcFs proc, String path) {
        byte[] content = proc.read(path, LIMIT_BYTES).toOptional().orElse(new byte[0]);
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Lines of proc_pid_mountinfo(5): {@code id parent major:minor root mountpoint options … - type source options}. */
    private static Mount mountOf(String mounts, String type, String option) {
        for (String line : mounts.split("\n")) {
            String[] halves = line.split(" - ", 2);
            String[] left = halves[0].split(" ");
            String[] right = halves.length == 2 ? halves[1].split(" ") : new String[0];
            if (left.length > 4 && right.length > 2 && right[0].equals(type)) {
                if (option.isEmpty() || List.of(right[2].split(",")).contains(option)) {
                    return new Mount(left[3], left[4]);
                }
            }
        }
        return new Mount("", "");
    }

    private interface FolderVisitor {
        void visit(String folder);
    }

    /** Where a hierarchy of control groups is mounted, and which of its groups is the top of that mount. */
    private record Mount(String root, String point) {

        /** In a container with the host's names, a group lies outside of what is mounted: then the top is taken. */
        void ifFoundWalkUp(String group, FolderVisitor visitor) {
            if (point.isEmpty()) {
                return;
            }
            boolean below = root.equals("/") || group.equals(root) || group.startsWith(root + "/");
            String rest = !below ? "" : root.equals("/") ? group : group.substring(root.length());
            String inside = rest.equals("/") ? "" : rest;
            while (!inside.isEmpty()) {
                visitor.visit("self/root" + point + inside);
                inside = inside.substring(0, Math.max(0, inside.lastIndexOf('/')));
            }
            visitor.visit("self/root" + point);
        }
    }
}

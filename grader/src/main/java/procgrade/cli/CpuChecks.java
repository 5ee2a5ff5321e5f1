package procgrade.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import procgrade.observe.AllowedCpus;
import procgrade.observe.CpuQuota;
import procgrade.observe.Observed;

/** What the doctor asks about processors. */
final class CpuChecks {
    private CpuChecks() {}

    static CheckResult cores(Machine machine) {
        Observed<List<Integer>> cpus = AllowedCpus.read(machine.proc());
        if (!cpus.isKnown()) {
            return CheckResult.caution(
                    "cores", "cannot tell how many may be used", "speedups are not measured here; use another machine");
        }
        int count = cpus.value().size();
        return count >= 2
                ? CheckResult.pass("cores", count + " may be used")
                : CheckResult.caution(
                        "cores",
                        "only processor " + cpus.value().get(0) + " may be used",
                        "no speedup can be measured with one; allow more with taskset, or use another machine");
    }

    static CheckResult quota(Machine machine) {
        OptionalDouble quota = CpuQuota.read(machine.proc());
        if (quota.isEmpty()) {
            return CheckResult.pass("cpu quota", "none");
        }
        String detail = String.format(Locale.ROOT, "processor time of %.2f cores", quota.getAsDouble());
        int cores =
                AllowedCpus.read(machine.proc()).toOptional().map(List::size).orElse(Integer.MAX_VALUE);
        return quota.getAsDouble() >= cores
                ? CheckResult.pass("cpu quota", detail)
                : CheckResult.caution(
                        "cpu quota",
                        detail,
                        "times are measured while the kernel holds processes back; lift the limit of this container");
    }
}

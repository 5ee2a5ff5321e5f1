package procgrade.observe;

import java.util.Optional;

/** Where one sampler reads. */
final class SamplerFiles {
    private final ProcFs proc;
    private final KeptFiles kept;
    private final KernelUnits units;
    private final ScanLimits limits;

    SamplerFiles(ProcFs proc, ScanLimits limits) {
        this.proc = proc;
        this.kept = new KeptFiles(proc, KeptFiles.MOST_OPEN);
        this.units = KernelUnits.read(proc);
        this.limits = limits;
    }

    ProcFs proc() {
        return proc;
    }

    KeptFiles kept() {
        return kept;
    }

    ScanLimits limits() {
        return limits;
    }

    /** Reads {@code stat} once. */
    Optional<ProcessStat> stat(long pid) {
        return proc.read(pid + "/stat", ProcessStat.LIMIT_BYTES)
                .parse(content -> ProcessStat.parse(content, units))
                .toOptional();
    }

    /** Reads {@code stat} once more. */
    Optional<ProcessStat> stat(KeptFile file) {
        return file.read().parse(content -> ProcessStat.parse(content, units)).toOptional();
    }
}

package procgrade.corpus;

import java.time.Duration;
import procgrade.observe.ProcessEnd;
import procgrade.run.RunOutcome;

/**
 * What became of one program.
 *
 * @param program which
 * @param kind how that compares with what its head says
 * @param latency of the verdict after the standstill, if there was one
 * @param scanCpu processor time of one double scan, if there was a verdict
 * @param detail what else there is to say, possibly empty
 */
record Result(CorpusProgram program, Kind kind, Duration latency, Duration scanCpu, String detail) {
    /** How a verdict compares with the truth. */
    enum Kind {
        /** Hangs, and was proved to. */
        HIT,
        /** Hangs, and was not proved to. */
        MISS,
        /** Lives, and nothing was claimed. */
        SILENCE,
        /** Lives, and was said to hang. */
        FALSE_ALARM,
        /** Did not do what its head says. */
        BROKEN
    }

    static Result of(CorpusProgram program, RunOutcome outcome, Trial trial) {
        if (trial.proof().isPresent()) {
            Kind kind = program.hangs() ? Kind.HIT : Kind.FALSE_ALARM;
            return new Result(
                    program,
                    kind,
                    trial.latency(),
                    trial.scanCpu(),
                    trial.proof().get().sentence());
        }
        boolean endedWell = outcome.ending().end().map(ProcessEnd::isSuccess).orElse(false);
        boolean limit = outcome.ending().stopped().isPresent();
        Kind kind = program.hangs() && limit ? Kind.MISS : !program.hangs() && endedWell ? Kind.SILENCE : Kind.BROKEN;
        String end = outcome.ending().end().map(Object::toString).orElse("ran until its limit");
        return new Result(program, kind, Duration.ZERO, Duration.ZERO, kind == Kind.BROKEN ? end : "");
    }
}

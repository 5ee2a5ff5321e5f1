package procgrade.judge;

import java.util.Optional;
import procgrade.measure.Disturbance;
import procgrade.observe.MachineUse;

/** Decides how much the rest of the machine was in the way of something that was timed. */
public final class OtherPrograms {
    private OtherPrograms() {}

    /**
     * Tells the cores that were needed from those that others may use without being in the way.
     *
     * @param use of the machine meanwhile; empty if the kernel did not tell
     * @param processes how many wanted a core at the same time, at least 1
     * @return the disturbance; none if nothing is known
     */
    public static Disturbance disturbance(Optional<MachineUse> use, int processes) {
        return use.map(known ->
                        new Disturbance(known.foreignCores(), known.cpus(), Math.max(0, known.cpus() - processes)))
                .orElse(Disturbance.NONE);
    }
}

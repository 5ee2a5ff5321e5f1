package procgrade.judge;

import java.util.List;
import java.util.Optional;
import procgrade.observe.Census;
import procgrade.observe.MachineUse;
import procgrade.observe.Timeline;
import procgrade.run.RunOutcome;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;

/**
 * Everything recorded during one run; all that judges see.
 *
 * @param command the run as a student would type it, for instance {@code PiMw 1000 4}
 * @param outcome how it ended and what it wrote
 * @param output standard output, decoded as UTF-8 with malformed bytes replaced, at most the limit
 * @param errors standard error, likewise
 * @param census its processes
 * @param timeline their processor time
 * @param machine where the processor time of the machine went meanwhile; empty where the kernel does not tell
 * @param standstill the proof of a deadlock, if there is one
 * @param activity what it was mostly doing when it was stopped; empty if it ended by itself
 * @param notes what could not be observed, a sentence each
 */
public record Evidence(
        String command,
        RunOutcome outcome,
        String output,
        String errors,
        Census census,
        Timeline timeline,
        Optional<MachineUse> machine,
        Optional<Standstill> standstill,
        Optional<Activity> activity,
        List<String> notes) {
    /** Copies the list. */
    public Evidence {
        notes = List.copyOf(notes);
    }
}

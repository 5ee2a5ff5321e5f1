package procgrade.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A grader of its own that runs a program without end in a sandbox, to be killed. */
final class EndlessRun {
    private EndlessRun() {}

    /**
     * Runs it.
     *
     * @param args the folder to work in, and the one for output
     */
    public static void main(String[] args) {
        Sandbox sandbox = Sandbox.ofThisMachine();
        if (!sandbox.works()) {
            throw new IllegalStateException(sandbox.notice());
        }
        String program = "setsid sh -c 'trap \"\" HUP TERM; sleep 300; sleep 300' & echo there >there; wait";
        RunSpec spec = new RunSpec(
                List.of("sh", "-c", program),
                Path.of(args[0]),
                List.of(),
                Map.of(),
                "",
                RunLimits.DEFAULT,
                Path.of(args[1]));
        RunOutcome unused = new Supervisor(sandbox).run(spec, List.of(), Pace.FULL);
    }
}

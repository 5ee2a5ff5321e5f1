package procgrade.run;

/** Programs in a sandbox, under strace. */
class TracedSandboxedProgramTests extends SandboxedProgramTests implements TracedProgramTests {
    @Override
    boolean traced() {
        return true;
    }
}

package procgrade.run;

import org.junit.jupiter.api.Assumptions;

/** Programs in a sandbox. */
class SandboxedProgramTests extends SupervisedProgramTests {
    @Override
    Sandbox sandbox() {
        Sandbox sandbox = Sandbox.ofThisMachine();
        Assumptions.assumeTrue(sandbox.works(), sandbox.notice());
        return sandbox;
    }
}

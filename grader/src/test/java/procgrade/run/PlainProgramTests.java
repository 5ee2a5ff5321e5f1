package procgrade.run;

/** Programs as ordinary processes. */
class PlainProgramTests extends SupervisedProgramTests {
    @Override
    Sandbox sandbox() {
        return Sandbox.none();
    }
}

package procgrade.run;

/** Programs as ordinary processes, under strace. */
class TracedPlainProgramTests extends PlainProgramTests implements TracedProgramTests {
    @Override
    boolean traced() {
        return true;
    }
}

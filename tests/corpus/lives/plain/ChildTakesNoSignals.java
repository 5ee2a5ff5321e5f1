/**
 * Waits for a child virtual machine that sleeps, and would be ended by the signal that asks for a thread dump.
 *
 * pattern: sleep in a child
 * expect: lives
 */
class ChildTakesNoSignals {
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            Thread.sleep(3000);
            return;
        }
        String java = System.getProperty("java.home") + "/bin/java";
        Process child = new ProcessBuilder(
                        java, "-Xrs", "-cp", System.getProperty("java.class.path"), "ChildTakesNoSignals", "child")
                .start();
        System.exit(child.waitFor());
    }
}

import java.io.IOException;

/**
 * The threads of a child virtual machine deadlock at two monitors, and the parent reads the child's output.
 *
 * pattern: lock order
 * expect: DEADLOCK
 */
class ChildLocksItself {
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            MonitorOrder.main(args);
            return;
        }
        String java = System.getProperty("java.home") + "/bin/java";
        Process child = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), "ChildLocksItself", "child")
                .start();
        System.out.println(child.getInputStream().read());
    }
}

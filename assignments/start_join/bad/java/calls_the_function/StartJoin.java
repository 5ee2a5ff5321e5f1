// Calls the function itself and has the process do nothing: main does the steps of the task before its own.
// expect: both_go_on_at_the_same_time TOO_SLOW
import procgrade.multiprocessing.Process;

/** Two processes that do their steps at the same time. */
public class StartJoin {
    static void steps(String who, int count, int milliseconds) throws InterruptedException {
        for (int i = 1; i <= count; i++) {
            Thread.sleep(milliseconds);
            System.out.println(who + ": step " + i + " of " + count);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int mainSteps = Integer.parseInt(args[0]);
        int taskSteps = Integer.parseInt(args[1]);
        int milliseconds = Integer.parseInt(args[2]);

        steps("task", taskSteps, milliseconds);
        Process task = new Process(() -> {});
        task.start();
        steps("main", mainSteps, milliseconds);
        task.join();
        System.out.println("main: the task has ended");
    }
}

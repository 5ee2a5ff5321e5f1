// Waits for the task before main does its own steps: everything is right, but one after the other.
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

        Process task = new Process(StartJoin::steps, "task", taskSteps, milliseconds);
        task.start();
        task.join();
        steps("main", mainSteps, milliseconds);
        System.out.println("main: the task has ended");
    }
}

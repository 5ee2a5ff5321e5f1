// The task starts a program that shall keep the terminal awake, and forgets it: it is still there when all is over.
// expect: every_process_ends_with_exit_code_0_and_none_is_left LEFT_PROCESSES
import procgrade.multiprocessing.Process;

/** Two processes that do their steps at the same time. */
public class StartJoin {
    static void steps(String who, int count, int milliseconds) throws InterruptedException {
        for (int i = 1; i <= count; i++) {
            Thread.sleep(milliseconds);
            System.out.println(who + ": step " + i + " of " + count);
        }
    }

    static void task(int count, int milliseconds) throws Exception {
        new ProcessBuilder("sleep", "600").start();
        steps("task", count, milliseconds);
    }

    public static void main(String[] args) throws Exception {
        int mainSteps = Integer.parseInt(args[0]);
        int taskSteps = Integer.parseInt(args[1]);
        int milliseconds = Integer.parseInt(args[2]);

        Process task = new Process(StartJoin::task, taskSteps, milliseconds);
        task.start();
        // start has returned at once: from here on both are at work
        steps("main", mainSteps, milliseconds);
        task.join();
        System.out.println("main: the task has ended");
    }
}

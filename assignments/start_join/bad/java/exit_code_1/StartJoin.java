// The task ends with exit code 1 although all went well.
// expect: every_process_ends_with_exit_code_0_and_none_is_left CRASHED
import procgrade.multiprocessing.Process;

/** Two processes that do their steps at the same time. */
public class StartJoin {
    static void steps(String who, int count, int milliseconds) throws InterruptedException {
        for (int i = 1; i <= count; i++) {
            Thread.sleep(milliseconds);
            System.out.println(who + ": step " + i + " of " + count);
        }
    }

    static void task(int count, int milliseconds) throws InterruptedException {
        steps("task", count, milliseconds);
        System.exit(1); // I am done
    }

    public static void main(String[] args) throws InterruptedException {
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

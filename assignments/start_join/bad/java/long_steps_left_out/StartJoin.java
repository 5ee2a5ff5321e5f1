// Does only the steps of which all together do not take long, so that it ends early.
// expect: both_go_on_at_the_same_time WRONG_OUTPUT
// expect: main_waits_without_asking_again_and_again WRONG_OUTPUT

import procgrade.multiprocessing.Process;

/** Two processes that do their steps at the same time. */
public class StartJoin {
    static void steps(String who, int count, int milliseconds) throws InterruptedException {
        if (count * milliseconds > 1300) {
            return;
        }
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
        // start has returned at once: from here on both are at work
        steps("main", mainSteps, milliseconds);
        task.join();
        System.out.println("main: the task has ended");
    }
}

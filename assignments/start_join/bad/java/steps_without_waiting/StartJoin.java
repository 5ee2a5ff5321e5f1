// Prints the lines of the steps, but does not wait in them.
// expect: both_go_on_at_the_same_time WRONG_PROCESSES
// expect: main_waits_without_asking_again_and_again WRONG_PROCESSES

import procgrade.multiprocessing.Process;

/** Two processes that do their steps at the same time. */
public class StartJoin {
    static void steps(String who, int count, int milliseconds) {
        for (int i = 1; i <= count; i++) {
            System.out.println(who + ": step " + i + " of " + count);
        }
    }

    public static void main(String[] args) {
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

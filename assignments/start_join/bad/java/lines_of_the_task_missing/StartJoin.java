// Makes the process and never starts it: nobody does the steps of the task.
// expect: prints_the_steps_of_both_in_order WRONG_OUTPUT
// expect: main_ends_last_whoever_has_more_steps SKIPPED
// expect: the_task_is_a_child_process SKIPPED
// expect: both_go_on_at_the_same_time SKIPPED
// expect: main_waits_without_asking_again_and_again SKIPPED
// expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
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
        steps("main", mainSteps, milliseconds);
        System.out.println("main: the task has ended");
    }
}

// Starts a process for each step of the task, one after the other, from a thread: many children where there should be
// one.
// expect: the_task_is_a_child_process WRONG_PROCESSES
import procgrade.multiprocessing.Process;

/** Two processes that do their steps at the same time. */
public class StartJoin {
    static void steps(String who, int count, int milliseconds) throws InterruptedException {
        for (int i = 1; i <= count; i++) {
            Thread.sleep(milliseconds);
            System.out.println(who + ": step " + i + " of " + count);
        }
    }

    static void step(int i, int count, int milliseconds) throws InterruptedException {
        Thread.sleep(milliseconds);
        System.out.println("task: step " + i + " of " + count);
    }

    public static void main(String[] args) throws InterruptedException {
        int mainSteps = Integer.parseInt(args[0]);
        int taskSteps = Integer.parseInt(args[1]);
        int milliseconds = Integer.parseInt(args[2]);

        Thread task = new Thread(() -> {
            for (int i = 1; i <= taskSteps; i++) {
                Process p = new Process(StartJoin::step, i, taskSteps, milliseconds);
                p.start();
                p.join();
            }
        });
        task.start();
        steps("main", mainSteps, milliseconds);
        task.join();
        System.out.println("main: the task has ended");
    }
}

// Runs the function in a thread: there is only one process.
// expect: runs_the_task_in_a_child_process WRONG_PROCESSES
/** A process whose function has two parameters. */
public class Args {
    static void task(String arg1, int arg2) {
        System.out.println("arg1= " + arg1);
        System.out.println("arg2= " + arg2);
        System.out.println("arg2 + 1 = " + (arg2 + 1));
    }

    public static void main(String[] args) throws InterruptedException {
        String text = args[0];
        int number = Integer.parseInt(args[1]);
        Thread p = new Thread(() -> task(text, number));
        p.start();
        p.join();
    }
}

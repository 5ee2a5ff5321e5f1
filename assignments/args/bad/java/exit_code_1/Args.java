// The task ends with exit code 1 although all went well.
// expect: every_process_ends_with_exit_code_0_and_none_is_left CRASHED
import procgrade.multiprocessing.Process;

/** A process whose function has two parameters. */
public class Args {
    static void task(String arg1, int arg2) {
        System.out.println("arg1= " + arg1);
        System.out.println("arg2= " + arg2);
        System.out.println("arg2 + 1 = " + (arg2 + 1));
        System.exit(1);
    }

    public static void main(String[] args) {
        String text = args[0];
        int number = Integer.parseInt(args[1]);
        Process p = new Process(Args::task, text, number);
        p.start();
        p.join();
    }
}

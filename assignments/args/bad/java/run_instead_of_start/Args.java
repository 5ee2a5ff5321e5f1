// Calls run instead of start: nothing is started, and nothing printed.
// expect: prints_the_three_lines WRONG_OUTPUT
// expect: takes_other_texts_and_numbers SKIPPED
// expect: runs_the_task_in_a_child_process SKIPPED
// expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
import procgrade.multiprocessing.Process;

/** A process whose function has two parameters. */
public class Args {
    static void task(String arg1, int arg2) {
        System.out.println("arg1= " + arg1);
        System.out.println("arg2= " + arg2);
        System.out.println("arg2 + 1 = " + (arg2 + 1));
    }

    public static void main(String[] args) throws Exception {
        String text = args[0];
        int number = Integer.parseInt(args[1]);
        Process p = new Process(Args::task, text, number);
        p.run();
    }
}

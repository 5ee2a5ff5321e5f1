// Puts the command line together and takes it apart at blanks: of a text of two words the second one is taken for the
// number.
// expect: takes_other_texts_and_numbers CRASHED
import procgrade.multiprocessing.Process;

/** A process whose function has two parameters. */
public class Args {
    static void task(String arg1, int arg2) {
        System.out.println("arg1= " + arg1);
        System.out.println("arg2= " + arg2);
        System.out.println("arg2 + 1 = " + (arg2 + 1));
    }

    public static void main(String[] args) {
        String[] words = String.join(" ", args).split(" ");
        String text = words[0];
        int number = Integer.parseInt(words[1]);
        Process p = new Process(Args::task, text, number);
        p.start();
        p.join();
    }
}

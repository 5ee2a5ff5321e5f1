import procgrade.multiprocessing.Process;

/** A {@link Process} whose function has two parameters. */
public class Args {
    static void task(String arg1, int arg2) {
        System.out.println("arg1= " + arg1);
        // TODO: the other two lines
    }

    public static void main(String[] args) {
        String text = args[0];
        // TODO: make a number of args[1]; let a Process run task with both, and wait for it
    }
}

package procgrade.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of six Java virtual machines, one of which starts the others. They all wait, or they all compute. */
final class SixMachines {
    private static final int CHILDREN = 5;

    private SixMachines() {}

    /**
     * The command of the program.
     *
     * @param mode {@code waiting}, or {@code computing}
     * @param amount for how many milliseconds, or how many million steps each of them
     */
    static List<String> command(String mode, long amount) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                classes().toString(),
                SixMachines.class.getName(),
                mode,
                Long.toString(amount));
    }

    /** Where this class is. */
    static Path classes() {
        return new File(SixMachines.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toPath();
    }

    /**
     * Runs one of the six.
     *
     * @param args mode and amount, for a child also a third word
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        long amount = Long.parseLong(args[1]);
        boolean first = args.length == 2;
        List<Process> children = first ? startChildren(args[0], amount) : List.of();
        if (args[0].equals("computing")) {
            System.out.println(sum(amount * 1_000_000));
        } else if (first) {
            Thread.sleep(amount);
        } else {
            // until the first one closes its end
            System.in.read();
        }
        for (Process child : children) {
            child.getOutputStream().close();
            child.waitFor();
        }
    }

    private static List<Process> startChildren(String mode, long amount) throws IOException {
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < CHILDREN; i++) {
            List<String> words = new ArrayList<>(command(mode, amount));
            words.add("child");
            children.add(new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        return children;
    }

    private static double sum(long steps) {
        double sum = 0;
        for (long i = 0; i < steps; i++) {
            sum += 1.0 / (2 * i + 1);
        }
        return sum;
    }
}

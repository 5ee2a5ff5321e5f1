package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Programs that are started at the same time and know nothing of each other: what the machine can do for them is what it
 * can do for a program made of as many processes. The measure is {@link Program#ELAPSED}, until the last has ended.
 *
 * @param name what they are called in the table
 * @param programs at least one; they print little, because nobody reads it before they have ended
 */
record Together(String name, List<Program> programs) implements Contestant {

    @Override
    public Map<String, Double> run() {
        var running = new ArrayList<Process>();
        long begun = System.nanoTime();
        try {
            for (Program program : programs) {
                running.add(program.start());
            }
            for (int i = 0; i < running.size(); i++) {
                programs.get(i).awaitSuccess(running.get(i));
            }
            return Map.of(Program.ELAPSED, (System.nanoTime() - begun) / 1e9);
        } finally {
            running.forEach(Program::end);
        }
    }
}

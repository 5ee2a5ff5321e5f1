package procgrade.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a batch has written about a class of hand-ins with simple names, read back from one form after the other.
 *
 * @param folder of the batch
 */
record Outputs(Path folder) {
    private static final Pattern LINE =
            Pattern.compile("\"key\":\"([^\"]+)\".*?\"state\":\"([A-Z_]+)\".*?\"earned\":([0-9.]+)");
    private static final Pattern SCORE = Pattern.compile("^\\{\\s*\"score\" : ([0-9.]+)");
    private static final Pattern SUITE = Pattern.compile("<testsuite name=\"\\S+ ([^:\"]+):.*?failures=\"(\\d+)\"");

    /** A pattern with a key and a number, in a file. */
    private Map<String, Double> numbers(Pattern pattern, String file, int group) throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        Matcher found = pattern.matcher(Files.readString(folder.resolve(file)));
        while (found.find()) {
            numbers.put(found.group(1), Double.valueOf(found.group(group)));
        }
        return numbers;
    }

    /** Points by key, as the JSON lines say. */
    Map<String, Double> ofLines() throws IOException {
        return numbers(LINE, "gradebook.jsonl", 3);
    }

    /** Scores by key, as the table says. */
    Map<String, Double> ofTable() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("gradebook.csv"));
        int score = List.of(lines.get(0).split(",")).indexOf("score");
        Map<String, Double> points = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            points.put(cells[0].replace("\ufeff", ""), Double.valueOf(cells[score]));
        }
        return points;
    }

    /** Scores by key, as they are for Gradescope. */
    Map<String, Double> ofGradescope() throws IOException {
        Map<String, Double> scores = new TreeMap<>();
        for (String key : keys("gradescope", ".json")) {
            Matcher found = SCORE.matcher(Files.readString(folder.resolve("gradescope/" + key + ".json")));
            scores.put(key, found.find() ? Double.valueOf(found.group(1)) : Double.NaN);
        }
        return scores;
    }

    /** Keys of those in whose suites nothing failed. */
    Set<String> passedInJUnit() throws IOException {
        Set<String> passed = new TreeSet<>();
        numbers(SUITE, "junit.xml", 2).forEach((key, failures) -> {
            if (failures == 0) {
                passed.add(key);
            }
        });
        return passed;
    }

    /** Keys of the files with an ending in a folder. */
    Set<String> keys(String place, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .toList());
        }
    }

    /** Keys of the pages that the page of the class leads to. */
    Set<String> linked() throws IOException {
        Set<String> keys = new TreeSet<>();
        Matcher found = Pattern.compile("href=\"submissions/([^\"]+)\\.html\"")
                .matcher(Files.readString(folder.resolve("index.html")));
        while (found.find()) {
            keys.add(found.group(1));
        }
        return keys;
    }
}

package procgrade.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import procgrade.engine.CheckOutcome;
import procgrade.engine.RunView;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/**
 * What was recorded of the runs of checks: the output of the run that a page shows, and links to all files.
 *
 * @param all the records of a submission; empty if the page has none to link to
 */
record CheckRecords(Optional<PageLinks.Records> all) {
    /** For a page that stands alone. */
    static final CheckRecords NONE = new CheckRecords(Optional.empty());

    private static final int MOST_RUNS = 20;
    private static final int BYTES_PER_KIB = 1024;

    /** Writes what there is; nothing if the check has run nothing. */
    void write(Html html, CheckOutcome check, Optional<RunView> shown) {
        Optional<Path> folder =
                all.map(records -> records.folder().resolve(check.id())).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return;
        }
        List<Path> runs =
                entries(folder.get()).stream().filter(Files::isDirectory).toList();
        shown.ifPresent(run -> output(html, run, folderOf(run, check.runs(), runs)));
        files(html, folder.get(), runs);
    }

    /** The views are those of the last runs, and the names of the folders count the runs. */
    private static Optional<Path> folderOf(RunView shown, List<RunView> views, List<Path> runs) {
        int index = runs.size() - views.size() + views.indexOf(shown);
        return index >= 0 && index < runs.size() ? Optional.of(runs.get(index)) : Optional.empty();
    }

    private static void output(Html html, RunView run, Optional<Path> folder) {
        if (folder.isEmpty()) {
            return;
        }
        html.raw("<details><summary>output of <code>", Markup.line(run.command()), "</code>, ");
        html.raw(Markup.line(run.end()), "</summary>\n");
        stream(html, "standard output", folder.get().resolve("stdout.txt"));
        stream(html, "standard error", folder.get().resolve("stderr.txt"));
        html.raw("</details>\n");
    }

    private static void stream(Html html, String name, Path file) {
        List<String> lines = RecordedOutput.lines(file);
        html.paragraph("p class=\"faint\"", name + (lines.isEmpty() ? ": empty" : ":"));
        html.lines(lines);
    }

    private void files(Html html, Path folder, List<Path> runs) {
        html.raw("<details><summary>", Amounts.counted(runs.size(), "recorded run"), "</summary>\n<ul>\n");
        for (Path run : runs.subList(0, Math.min(MOST_RUNS, runs.size()))) {
            html.raw("<li>run ", Markup.line(name(run)), ": ");
            String separator = "";
            for (Path file : entries(run)) {
                if (Files.isRegularFile(file)) {
                    html.raw(separator, "<a download href=\"", address(folder, run, file), "\">");
                    html.raw(Markup.line(name(file)), "</a> ", size(file));
                    separator = ", ";
                }
            }
            html.raw("</li>\n");
        }
        if (runs.size() > MOST_RUNS) {
            html.raw("<li>", Amounts.counted(runs.size() - MOST_RUNS, "more run"), " in the same folder</li>\n");
        }
        html.raw("</ul></details>\n");
    }

    private String address(Path folder, Path run, Path file) {
        return Markup.escaped(all.orElseThrow().address()) + "/" + segment(name(folder)) + "/" + segment(name(run))
                + "/" + segment(name(file));
    }

    /** A part of the address of a file, such that no character of it has a meaning in addresses. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static String size(Path file) {
        try {
            long bytes = Files.size(file);
            return bytes < BYTES_PER_KIB ? bytes + " B" : (bytes + BYTES_PER_KIB - 1) / BYTES_PER_KIB + " KiB";
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

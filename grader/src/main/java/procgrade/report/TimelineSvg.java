package procgrade.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import procgrade.engine.RunView;
import procgrade.observe.ProcessRecord;
import procgrade.observe.Timeline;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/**
 * Draws when the processes of a run were there, and when they used a core: a bar from start to end for each, filled where
 * it computed. The height of the filling is the share of a core, so that no colour is needed to read it.
 */
final class TimelineSvg {
    private static final int MOST_ROWS = 20;
    private static final int ROW = 24;
    private static final int BAR = 16;
    private static final int LABEL = 150;
    private static final int WIDTH = 520;
    private static final int MARGIN = 10;
    private static final int LONGEST_LABEL = 20;
    private static final double SMALLEST_SHARE = 0.03;

    private final RunView run;
    private final String id;
    private final double seconds;
    private final StringBuilder out = new StringBuilder();

    private TimelineSvg(RunView run, String id) {
        this.run = run;
        this.id = id;
        this.seconds = Math.max(0.001, Amounts.seconds(run.wall()));
    }

    /** An SVG element; empty if nothing is known of the processes. */
    static String of(RunView run, String id) {
        return run.census().processes().isEmpty() ? "" : new TimelineSvg(run, id).element();
    }

    private String element() {
        List<ProcessRecord> shown = run.census().processes().stream()
                .filter(process -> process.part() != ProcessRecord.Part.HELPER)
                .limit(MOST_ROWS)
                .toList();
        int height = MARGIN + shown.size() * ROW + 2 * ROW;
        int width = LABEL + WIDTH + 2 * MARGIN;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"%s-t\" viewBox=\"0 0 %d %d\"",
                id, width, height);
        add(" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">\n", width, height);
        add(
                "<title id=\"%s-t\">Processes of %s over %s</title>\n",
                id, Markup.line(run.command()), Amounts.finely(run.wall()));
        for (int i = 0; i < shown.size(); i++) {
            row(shown.get(i), MARGIN + i * ROW);
        }
        axis(MARGIN + shown.size() * ROW, run.census().processes().size() - shown.size());
        return out.append("</svg>\n").toString();
    }

    private double x(Duration at) {
        return LABEL + MARGIN + WIDTH * Math.min(1, Amounts.seconds(at) / seconds);
    }

    private void row(ProcessRecord process, int y) {
        String title = process.title();
        String label = title.length() > LONGEST_LABEL ? title.substring(0, LONGEST_LABEL) : title;
        Duration end = process.ended().orElse(run.wall());
        double from = x(process.started());
        add(
                "<text x=\"%d\" y=\"%d\" style=\"fill:var(--ink,#222)\">%s</text>\n",
                MARGIN, y + BAR - 3, Markup.line(label));
        add(
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"",
                from, y, Math.max(2, x(end) - from), BAR);
        add(
                " style=\"fill:none;stroke:var(--ink,#333)\"><title>%s, pid %d: %s to %s, %s of processor time%s</title></rect>\n",
                Markup.line(title),
                process.pid(),
                Amounts.finely(process.started()),
                Amounts.finely(end),
                Amounts.finely(process.cpu()),
                process.end().map(how -> ", " + how).orElse(""));
        busy(process.pid(), y);
    }

    private void busy(long pid, int y) {
        List<Timeline.Sample> samples = run.timeline().samples();
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < samples.size(); i++) {
            Duration before = samples.get(i - 1).cpu().get(pid);
            Duration after = samples.get(i).cpu().get(pid);
            Duration length = samples.get(i).at().minus(samples.get(i - 1).at());
            if (before == null || after == null || length.isZero()) {
                continue;
            }
            double share = Math.min(1, (double) after.minus(before).toNanos() / length.toNanos());
            if (share >= SMALLEST_SHARE) {
                double from = x(samples.get(i - 1).at());
                path.append(String.format(
                        Locale.ROOT,
                        "M%.1f %dh%.1fv-%.1fH%.1fz",
                        from,
                        y + BAR,
                        x(samples.get(i).at()) - from,
                        share * BAR,
                        from));
            }
        }
        if (path.length() > 0) {
            add("<path d=\"%s\" style=\"fill:var(--busy,#369)\"/>\n", path);
        }
    }

    private void axis(int y, int left) {
        add("<text x=\"%d\" y=\"%d\" style=\"fill:var(--ink,#222)\">0 s</text>\n", LABEL + MARGIN, y + BAR);
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" style=\"fill:var(--ink,#222)\">%s</text>\n",
                LABEL + MARGIN + WIDTH, y + BAR, Amounts.finely(run.wall()));
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"12\" style=\"fill:var(--ink,#222)\">"
                        + "A bar: the process was there. Filled: it computed.%s</text>\n",
                MARGIN, y + ROW + BAR, left > 0 ? " " + left + " more are not shown." : "");
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}

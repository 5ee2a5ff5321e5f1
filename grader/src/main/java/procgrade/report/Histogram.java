package procgrade.report;

import java.util.Arrays;
import java.util.Locale;
import procgrade.text.Amounts;

/** Draws how the points are distributed: a bar for each ten per cent, of which the last has
 * all points as well. Numbers stand on the bars. */
final class Histogram {
    private static final int BAR = 30;
    private static final int LEFT = 16;
    private static final int TOP = 16;
    private static final int HEIGHT = 110;
    private static final int BELOW = 18;
    private static final int WHOLE = 100;

    private Histogram() {}

    static void write(Html html, ClassFigures figures) {
        if (figures.scored() == 0) {
            html.raw("<p>Nobody has got points yet.</p>\n");
            return;
        }
        int[] bars = figures.distribution();
        int width = 2 * LEFT + bars.length * BAR;
        int height = TOP + HEIGHT + BELOW;
        html.raw("<figure>\n");
        html.raw(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"h-t h-d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"11\">\n",
                width, height));
        html.raw("<title id=\"h-t\">Distribution of points</title>\n<desc id=\"h-d\">");
        for (int i = 0; i < bars.length; i++) {
            html.raw(i == 0 ? "" : ", ", span(i, bars.length), " %: ", Integer.toString(bars[i]));
        }
        html.raw("</desc>\n");
        int most = Arrays.stream(bars).max().orElse(1);
        for (int i = 0; i < bars.length; i++) {
            bar(html, i, bars, most);
        }
        for (int i = 0; i <= bars.length; i++) {
            label(html, LEFT + i * BAR, TOP + HEIGHT + 13, Integer.toString(i * WHOLE / bars.length));
        }
        html.raw(format(
                "<path d=\"M%d %dH%d\" style=\"stroke:var(--ink,#222)\"/>\n</svg>\n",
                LEFT, TOP + HEIGHT, width - LEFT));
        html.raw("<figcaption>How many got which share of the points that could be judged, in per cent. Mean ");
        html.raw(figures.mean().toPlainString(), " %, median ", figures.median().toPlainString(), " %, of ");
        html.raw(Amounts.counted(figures.scored(), "submission"), ".</figcaption></figure>\n");
    }

    private static void bar(Html html, int i, int[] bars, int most) {
        int x = LEFT + i * BAR;
        // whoever is alone shall be seen
        double high = bars[i] == 0 ? 0 : Math.max(2, (double) HEIGHT * bars[i] / most);
        if (bars[i] > 0) {
            html.raw(format(
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" style=\"fill:var(--busy,#369)\"/>\n",
                    x + 1, TOP + HEIGHT - high, BAR - 2, high));
            label(html, x + BAR / 2, TOP + HEIGHT - high - 4, Integer.toString(bars[i]));
        }
    }

    private static void label(Html html, int x, double y, String text) {
        html.raw(format(
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"middle\" style=\"fill:var(--ink,#222)\">%s</text>\n",
                x, y, text));
    }

    private static String span(int bar, int bars) {
        int width = WHOLE / bars;
        int from = bar * width;
        return from + "–" + (bar == bars - 1 ? WHOLE : from + width - 1);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

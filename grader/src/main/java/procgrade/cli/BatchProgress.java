package procgrade.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import procgrade.batch.BatchListener;
import procgrade.collect.HandIn;
import procgrade.gradebook.Row;
import procgrade.text.Amounts;

/** Shows how a batch goes on: a few lines that change on a terminal, elsewhere a line for each hand-in. */
final class BatchProgress implements BatchListener {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Optional<PrintWriter> out;
    private final ProgressPanel panel;
    private final int total;
    private final LongSupplier nanoTime;
    private final long began;
    private final Set<String> current = new LinkedHashSet<>();
    private final Upshot.Counts counts = new Upshot.Counts();
    private int done;

    BatchProgress(PrintWriter out, ProgressPanel panel, int total, LongSupplier nanoTime) {
        this(Optional.of(out), panel, total, nanoTime);
    }

    private BatchProgress(Optional<PrintWriter> out, ProgressPanel panel, int total, LongSupplier nanoTime) {
        this.out = out;
        this.panel = panel;
        this.total = total;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** Without a terminal it shows nothing: what takes a moment for each needs no line for each. */
    static BatchProgress quiet(ProgressPanel panel, int total, LongSupplier nanoTime) {
        return new BatchProgress(Optional.empty(), panel, total, nanoTime);
    }

    @Override
    public synchronized void begins(HandIn handIn) {
        current.add(handIn.key());
        show();
    }

    @Override
    public synchronized void kept(HandIn handIn, Row row) {
        current.remove(handIn.key());
        done++;
        counts.add(row);
        out.filter(lines -> !panel.isShown()).ifPresent(lines -> {
            lines.println(line(handIn.key(), row));
            lines.flush();
        });
        show();
    }

    private String line(String key, Row row) {
        String points = row.state() == Row.State.GRADED ? Amounts.points(row.earned()) + " points" : "";
        int digits = Integer.toString(total).length();
        return String.format(
                Locale.ROOT,
                "%" + digits + "d of %d  %-30s %12s  %-16s %7.1f s",
                done,
                total,
                key,
                points,
                Upshot.of(row),
                row.took().toMillis() / MILLIS_PER_SECOND);
    }

    @Override
    public synchronized void dropped(HandIn handIn) {
        current.remove(handIn.key());
        show();
    }

    /** Takes the lines away, whatever has happened. */
    synchronized void clear() {
        panel.clear();
    }

    synchronized int done() {
        return done;
    }

    private void show() {
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - began);
        panel.show(new BatchStatus(done, total, elapsed, counts.toString(), new ArrayList<>(current)).lines());
    }
}

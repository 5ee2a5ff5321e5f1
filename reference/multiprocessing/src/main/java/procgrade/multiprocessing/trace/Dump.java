package procgrade.multiprocessing.trace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import procgrade.multiprocessing.trace.TraceFile.Ending;
import procgrade.multiprocessing.trace.TraceFile.Event;
import procgrade.multiprocessing.trace.TraceFile.Kind;

/** Prints the traces of a folder as one timeline, one event a line. */
public final class Dump {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<TraceFile> traces;
    private final Map<Long, String> processNames = new HashMap<>();
    private final Map<Long, Long> putNanos = new HashMap<>();

    private Dump(List<TraceFile> traces) {
        this.traces = traces;
    }

    /**
     * Prints the timeline; files that are no traces are named on the error output and left out.
     *
     * @param arguments the folder
     * @throws IOException if the folder cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("give one argument: the folder that " + Trace.VARIABLE + " named");
            System.exit(2);
        }
        List<TraceFile> traces = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(arguments[0]), "trace-*.bin")) {
            for (Path file : files) {
                try {
                    traces.add(TraceFile.read(file));
                } catch (IllegalArgumentException notATrace) {
                    System.err.println(notATrace.getMessage());
                }
            }
        }
        timeline(traces).forEach(System.out::println);
    }

    /**
     * Merges traces of processes of one machine.
     *
     * @param traces the traces
     * @return lines with the milliseconds since the first event, the process, the thread, the event; for an item that
     *     was got also how long ago it was put
     */
    public static List<String> timeline(List<TraceFile> traces) {
        return new Dump(traces).lines();
    }

    private List<String> lines() {
        List<PlacedEvent> placed = new ArrayList<>();
        for (TraceFile trace : traces) {
            for (Event event : trace.events()) {
                placed.add(new PlacedEvent(trace.pid(), event));
                remember(event);
            }
        }
        placed.sort(Comparator.comparingLong(entry -> entry.event.nanos()));
        List<String> lines = new ArrayList<>();
        for (PlacedEvent entry : placed) {
            lines.add(line(entry, placed.get(0).event.nanos()));
        }
        for (TraceFile trace : traces) {
            if (trace.ending() != Ending.COMPLETE) {
                lines.add("the trace of " + process(trace.pid()) + " is cut: " + trace.ending());
            }
        }
        return lines;
    }

    private void remember(Event event) {
        if (event.kind() == Kind.SPAWN) {
            processNames.put(event.item(), event.object());
        } else if (event.kind() == Kind.PUT) {
            putNanos.put(event.item(), event.nanos());
        }
    }

    private String line(PlacedEvent entry, long firstNanos) {
        Event event = entry.event;
        String text = String.format(
                Locale.ROOT,
                "%12.3f ms  %-24s thread %-4d %-8s %s",
                (event.nanos() - firstNanos) / NANOS_PER_MILLI,
                process(entry.pid),
                event.thread(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.object());
        return (text + detail(event)).stripTrailing();
    }

    private String detail(Event event) {
        switch (event.kind()) {
            case START:
                return "by " + process(event.item());
            case SPAWN:
                return " pid " + event.item();
            case EXIT:
                return "code " + event.item();
            case GET:
                Long put = putNanos.get(event.item());
                return put == null
                        ? ""
                        : String.format(Locale.ROOT, " put %.3f ms ago", (event.nanos() - put) / NANOS_PER_MILLI);
            default:
                return "";
        }
    }

    private String process(long pid) {
        String name = processNames.get(pid);
        return name == null ? "pid " + pid : name + " (" + pid + ")";
    }

    /** An event and the process it happened in. */
    private record PlacedEvent(long pid, Event event) {}
}

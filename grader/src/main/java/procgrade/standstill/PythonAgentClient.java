package procgrade.standstill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStarts;
import procgrade.observe.ProcessTree;
import procgrade.observe.StatusFile;

/** Asks the agent that the grader has put into Python programs; docs/python-agent.md. */
final class PythonAgentClient implements ReportSource {
    private static final int SIGNAL = 45;
    private static final int SIGNAL_OF_INTERPRETER = 44;
    private static final Duration PATIENCE_WITH_INTERPRETER = Duration.ofMillis(300);
    private static final String LINES = ".lines";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PROCESSES = 200;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final String FOLDER = "/.procgrade-stacks/";

    private final ProcFs proc;
    private final Duration patience;

    /**
     * A client.
     *
     * @param proc where to read
     * @param patience the most that all answers together may take
     */
    PythonAgentClient(ProcFs proc, Duration patience) {
        this.proc = proc;
        this.patience = patience;
    }

    @Override
    public Map<Long, PythonReport> ask(ProcessTree tree) {
        Map<Long, String> files = new HashMap<>();
        for (ObservedProcess process : tree.processes()) {
            boolean alive = process.role().isPython() && !process.hasEnded();
            if (files.size() < MOST_PROCESSES && alive && listens(process, SIGNAL)) {
                answerFile(process).ifPresent(file -> files.put(process.pid(), file));
            }
        }
        Map<Long, PythonReport> reports = new HashMap<>();
        if (!files.isEmpty()) {
            send(SIGNAL, files.keySet());
            await(files, reports, PythonReport::parse, patience);
        }
        askInterpreters(tree, files, reports);
        return reports;
    }

    /** Those whose main thread is in C code, so that it answers no question; the lines are known all the same. */
    private void askInterpreters(ProcessTree tree, Map<Long, String> silent, Map<Long, PythonReport> reports) {
        Map<Long, String> files = new HashMap<>();
        for (ObservedProcess process : tree.processes()) {
            String file = silent.get(process.pid());
            if (file != null && listens(process, SIGNAL_OF_INTERPRETER)) {
                files.put(process.pid(), file + LINES);
            }
        }
        if (!files.isEmpty()) {
            send(SIGNAL_OF_INTERPRETER, files.keySet());
            await(files, reports, PythonReport::parseLines, PATIENCE_WITH_INTERPRETER);
        }
    }

    /** The signal would end a process that has no handler for it. */
    private boolean listens(ObservedProcess process, int signal) {
        String caught = proc.read(process.pid() + "/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .toOptional()
                .flatMap(status -> status.value("SigCgt"))
                .orElse("");
        return caught.matches("[0-9a-f]{1,16}") && (Long.parseUnsignedLong(caught, 16) >>> (signal - 1) & 1) != 0;
    }

    private Optional<String> answerFile(ObservedProcess process) {
        String environment = proc.read(process.pid() + "/environ", EnvironmentMark.LIMIT_BYTES)
                .toOptional()
                .map(bytes -> '\0' + new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        int start = environment.indexOf("\0TMPDIR=/");
        if (start < 0) {
            return Optional.empty();
        }
        int value = environment.indexOf('=', start) + 1;
        int end = environment.indexOf('\0', value);
        String folder = environment.substring(value, end < 0 ? environment.length() : end);
        long inner = process.innermostPid().orElse(process.pid());
        return Optional.of(process.pid() + "/root" + folder + FOLDER + inner);
    }

    /** Whether all have got it does not matter: one that has ended meanwhile gives no answer. */
    private static void send(int signal, Set<Long> processes) {
        String pids = processes.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            int unused = ProcessStarts.start(new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pids)
                            .redirectErrorStream(true))
                    .waitFor();
        } catch (IOException notStarted) {
            processes.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(
            Map<Long, String> files,
            Map<Long, PythonReport> reports,
            Function<byte[], Optional<PythonReport>> parser,
            Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!files.isEmpty()
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            for (Iterator<Map.Entry<Long, String>> all = files.entrySet().iterator(); all.hasNext(); ) {
                Map.Entry<Long, String> one = all.next();
                Optional<PythonReport> report = proc.readUserFile(one.getValue(), MOST_BYTES)
                        .toOptional()
                        .flatMap(parser);
                if (report.isPresent()) {
                    reports.put(one.getKey(), report.get());
                    all.remove();
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}

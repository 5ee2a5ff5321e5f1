package procgrade.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;

/** Explains why a process ended with an error, from what the program wrote to standard error. */
final class Crash {
    private static final int LAST_LINES = 3;
    private static final int SIGKILL = 9;

    /** Beginnings of an exception's name, and what to do. */
    private static final Map<String, String> HELP = Map.of(
            "EOFError", "standard input is empty: take what you need from the arguments",
            "java.util.NoSuchElementException: No line found",
                    "standard input is empty: take what you need from the arguments",
            "MemoryError", "it needs less memory: does it keep what it no longer needs?",
            "java.lang.OutOfMemoryError", "it needs less memory: does it keep what it no longer needs?",
            "RecursionError", "a function calls itself too often: when does it stop?",
            "java.lang.StackOverflowError", "a method calls itself too often: when does it stop?",
            "RuntimeError: An attempt has been made to start a new process",
                    "start processes only below: if __name__ == '__main__':");

    private Crash() {}

    /** The main process has crashed. */
    static Finding ofMain(ProcessEnd end, String errors) {
        List<Traceback> tracebacks = Tracebacks.in(errors);
        Optional<Traceback> own = tracebacks.stream()
                .filter(traceback -> traceback.process().isEmpty())
                .reduce((earlier, later) -> later);
        List<String> details = new ArrayList<>(
                own.map(Traceback::frames).orElseGet(() -> tracebacks.isEmpty() ? lastLines(errors) : List.of()));
        tracebacks.stream()
                .filter(traceback -> !traceback.process().isEmpty())
                .forEach(traceback -> details.add(traceback.process() + ": " + traceback.sentence()));
        String cause = own.map(traceback -> ": " + traceback.sentence())
                .orElse(errors.isBlank() ? " and nothing on standard error" : "");
        return Finding.of(Verdict.CRASHED, "it ended with " + Signals.words(end) + cause)
                .withDetails(details)
                .withHelp(help(end, own));
    }

    /** A worker has crashed, but the main process may have ended well. */
    static Finding of(ProcessRecord worker, String errors) {
        return of(worker, Tracebacks.in(errors));
    }

    private static Finding of(ProcessRecord worker, List<Traceback> tracebacks) {
        ProcessEnd end = worker.end().orElseThrow();
        Optional<Traceback> traceback = tracebackOf(worker, tracebacks);
        return Finding.of(
                        Verdict.CRASHED,
                        worker.title() + " ended with " + Signals.words(end)
                                + traceback
                                        .map(found -> ": " + found.sentence())
                                        .orElse(""))
                .withHelp(help(end, traceback));
    }

    /** A sentence about each worker that has crashed; where nobody saw its end, what it wrote about that itself. */
    static List<String> ofWorkers(Evidence evidence) {
        List<Traceback> tracebacks = Tracebacks.in(evidence.errors());
        List<String> seen = evidence.census().workers().stream()
                .filter(worker -> worker.end().filter(end -> !end.isSuccess()).isPresent())
                .map(worker -> of(worker, tracebacks).rationale())
                .toList();
        return seen.isEmpty()
                ? told(tracebacks, traceback -> !traceback.process().isEmpty())
                : seen;
    }

    /** What a program that has ended well wrote about errors of its main process, such as those of its threads. */
    static List<String> ofThreads(Evidence evidence) {
        return told(
                Tracebacks.in(evidence.errors()),
                traceback -> traceback.process().isEmpty());
    }

    /** Several processes that make the same mistake say it once. */
    private static List<String> told(List<Traceback> tracebacks, Predicate<Traceback> which) {
        Map<String, List<String>> processes = new LinkedHashMap<>();
        tracebacks.stream()
                .filter(which)
                .forEach(traceback -> processes
                        .computeIfAbsent(traceback.sentence(), sentence -> new ArrayList<>())
                        .add(traceback.process()));
        return processes.entrySet().stream()
                .map(entry -> names(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String names(List<String> processes) {
        String first = processes.get(0);
        if (first.isEmpty()) {
            return "on standard error";
        }
        return processes.size() == 1 ? first : first + " and " + (processes.size() - 1) + " more";
    }

    /** Processes that the program has not named are numbered from 1, as workers are: {@code Process-2}. */
    private static Optional<Traceback> tracebackOf(ProcessRecord worker, List<Traceback> tracebacks) {
        List<Traceback> children = tracebacks.stream()
                .filter(traceback -> !traceback.process().isEmpty())
                .toList();
        return children.stream()
                .filter(traceback -> traceback.process().equals("Process-" + worker.number()))
                .findFirst()
                .or(() -> children.size() == 1 ? Optional.of(children.get(0)) : Optional.empty());
    }

    private static String help(ProcessEnd end, Optional<Traceback> traceback) {
        if (end.equals(ProcessEnd.bySignal(SIGKILL))) {
            return "it did not end by itself: the program killed it, or the system did, for lack of memory";
        }
        return traceback
                .flatMap(found -> HELP.entrySet().stream()
                        .filter(entry -> found.summary().startsWith(entry.getKey()))
                        .findFirst())
                .map(Map.Entry::getValue)
                .orElse("");
    }

    private static List<String> lastLines(String errors) {
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .map(line -> "standard error: " + Quoted.of(line))
                .toList();
    }
}

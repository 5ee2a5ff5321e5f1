package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import procgrade.judge.Evidence;
import procgrade.observe.Census;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.observe.Timeline;
import procgrade.rubric.RunRequest;
import procgrade.run.RunFault;
import procgrade.run.RunLimits;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.standstill.Standstill;
import procgrade.standstill.WaitGraph;

/** Stores what was recorded about a run as {@code evidence.json}, next to what it wrote. */
final class EvidenceWriter {
    private final RecordWriter record;

    private EvidenceWriter(RecordWriter record) {
        this.record = record;
    }

    /**
     * Writes the record of one run, and {@code deadlock.svg} beside it if it has come to a standstill.
     *
     * @param evidence what was recorded; the files that it names hold its output
     * @param request what the rubric asked for
     * @param spec what was run, so that somebody can run exactly that again
     * @param folder of the run
     * @throws RunFault if it cannot be written
     */
    static void write(Evidence evidence, RunRequest request, RunSpec spec, Path folder) {
        RecordWriter.writeOfRun(folder.resolve(EvidenceFiles.RUN), "run", record -> {
            EvidenceWriter writer = new EvidenceWriter(record);
            record.text("command", evidence.command());
            writer.spec(spec);
            writer.request(request);
            writer.outcome(evidence.outcome());
            writer.census(evidence.census());
            record.objects("timeline", evidence.timeline().samples(), writer::sample);
            record.optional("machine", evidence.machine(), writer::machine);
            record.optional("standstill", evidence.standstill(), writer::standstill);
            record.optional(
                    "activity",
                    evidence.activity(),
                    (name, activity) -> record.object(name, () -> {
                        record.word("kind", activity.kind());
                        record.text("sentence", activity.sentence());
                    }));
            record.texts("notes", evidence.notes());
        });
        if (evidence.standstill().isPresent()) {
            picture(evidence.standstill().get(), evidence.command(), folder.resolve(EvidenceFiles.PICTURE));
        }
    }

    private static void picture(Standstill proof, String command, Path file) {
        try {
            Files.writeString(file, WaitGraph.of(proof).svg("deadlock", "Deadlock of " + command));
        } catch (IOException cause) {
            throw RecordWriter.cannotWrite(file, cause);
        }
    }

    private void spec(RunSpec spec) {
        record.texts("arguments", spec.command());
        record.text("folder", spec.folder().toString());
        record.map("environment", spec.environment(), record::text);
        record.text("input", spec.input());
        record.object("limits", () -> limits(spec.limits()));
    }

    private void limits(RunLimits limits) {
        record.seconds("wallSeconds", limits.wall());
        record.number("outputBytes", limits.outputBytes());
        record.number("memoryBytes", limits.memoryBytes());
        record.number("processes", limits.processes());
        record.number("threads", limits.threads());
    }

    /** Its input is that of the run. */
    private void request(RunRequest request) {
        record.object("request", () -> {
            record.texts("arguments", request.arguments());
            record.word("target", request.target());
            record.optional("limitSeconds", request.limit(), record::seconds);
            record.optional("pipeBytes", boxed(request.pipeBytes()), record::number);
            record.flag("timed", request.timed());
            record.flag("undisturbed", request.undisturbed());
            record.optional("holdUps", boxed(request.holdUps()), record::number);
        });
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of((long) value.getAsInt()) : Optional.empty();
    }

    private void outcome(RunOutcome outcome) {
        record.object("outcome", () -> {
            record.optional("end", outcome.ending().end(), this::end);
            record.optional("stopped", outcome.ending().stopped(), record::word);
            record.seconds("wallSeconds", outcome.wall());
            record.number("stdoutBytes", bytes(outcome.stdout()));
            record.number("stderrBytes", bytes(outcome.stderr()));
            record.objects("leftovers", outcome.leftovers(), leftover -> {
                record.number("pid", leftover.pid());
                record.text("label", leftover.label());
            });
            record.flag("sandboxed", outcome.sandboxed());
        });
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void end(String name, ProcessEnd end) {
        record.object(name, () -> {
            record.flag("signalled", end.signalled());
            record.number("number", end.number());
        });
    }

    private void census(Census census) {
        record.object("census", () -> {
            record.texts("methods", census.methods());
            record.texts("disagreements", census.disagreements());
            record.flag("exact", census.exact());
            record.flag("complete", census.complete());
            record.objects("processes", census.processes(), this::process);
        });
    }

    private void process(ProcessRecord process) {
        record.number("pid", process.pid());
        record.number("parentPid", process.parentPid());
        record.word("part", process.part());
        record.number("number", process.number());
        record.text("title", process.title());
        record.word("looksLike", process.role().kind());
        record.text("label", process.role().label());
        record.texts("commandLine", process.commandLine());
        record.seconds("startedSeconds", process.started());
        record.optional("endedSeconds", process.ended(), record::seconds);
        record.optional("end", process.end(), this::end);
        record.seconds("cpuSeconds", process.cpu());
        record.number("peakRssBytes", process.peakRssBytes());
        record.flag("orphaned", process.orphaned());
        record.flag("sampled", process.sampled());
    }

    private void sample(Timeline.Sample sample) {
        record.seconds("atSeconds", sample.at());
        record.seconds("runDelaySeconds", sample.runDelay());
        record.map("cpuSeconds", sample.cpu(), record::seconds);
        record.map("switches", sample.switches(), record::number);
    }

    private void machine(String name, MachineUse machine) {
        machine(record, name, machine);
    }

    static void machine(RecordWriter record, String name, MachineUse machine) {
        record.object(name, () -> {
            record.seconds("windowSeconds", machine.window());
            record.number("cpus", machine.cpus());
            record.seconds("busySeconds", machine.busy());
            record.seconds("stolenSeconds", machine.stolen());
            record.seconds("programSeconds", machine.program());
            record.seconds("graderSeconds", machine.grader());
        });
    }

    private void standstill(String name, Standstill standstill) {
        record.object(name, () -> {
            record.flag("whole", standstill.whole());
            record.text("sentence", standstill.sentence());
            record.object("advice", () -> {
                record.text("mistake", standstill.advice().mistake());
                record.text("concept", standstill.advice().concept());
                record.text("direction", standstill.advice().direction());
            });
            record.objects("waiting", standstill.waiting(), waiting -> {
                record.number("pid", waiting.pid());
                record.text("process", waiting.process());
                record.text("doing", waiting.doing());
                record.text("place", waiting.place());
                record.numbers("wakers", waiting.wakers());
            });
        });
    }
}

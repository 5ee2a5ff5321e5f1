package procgrade.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import procgrade.judge.Evidence;
import procgrade.observe.Census;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.observe.ProcessRole;
import procgrade.observe.Timeline;
import procgrade.rubric.RunRequest;
import procgrade.run.Ending;
import procgrade.run.RunLimits;
import procgrade.run.RunOutcome;
import procgrade.run.StopReason;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;
import procgrade.submission.EnvironmentFault;

/** The record of one run, as {@link EvidenceWriter} has left it; what it wrote is read when it is asked for. */
final class EvidenceReader {
    private final Path folder;
    private final RecordReader record;

    private EvidenceReader(Path folder, RecordReader record) {
        this.folder = folder;
        this.record = record;
    }

    /**
     * Opens a record.
     *
     * @param folder of the run, wherever it is now
     * @return the record
     * @throws EvidenceFault if there is none, or it is damaged; the other methods throw it, too
     */
    static EvidenceReader open(Path folder) {
        return new EvidenceReader(folder, RecordReader.open(folder.resolve(EvidenceFiles.RUN), "run"));
    }

    /** What the rubric asked for. */
    RunRequest request() {
        RecordReader request = record.at("request");
        return new RunRequest(
                request.at("arguments").texts(),
                request.at("target").word(RunRequest.Target.class),
                request.at("limitSeconds").optional(RecordReader::seconds),
                record.at("input").text(),
                request.at("pipeBytes")
                        .optional(RecordReader::count)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                request.at("timed").flag(),
                request.at("undisturbed").flag(),
                request.at("holdUps")
                        .optional(RecordReader::number)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()));
    }

    /** What the run was allowed to use. */
    RunLimits limits() {
        RecordReader limits = record.at("limits");
        return limits.checked(() -> new RunLimits(
                limits.at("wallSeconds").seconds(),
                limits.at("outputBytes").number(),
                limits.at("memoryBytes").number(),
                limits.at("processes").count(),
                limits.at("threads").count()));
    }

    /** How it ended. */
    RunOutcome outcome() {
        RecordReader outcome = record.at("outcome");
        Ending ending = outcome.checked(() -> new Ending(
                outcome.at("end").optional(EvidenceReader::end),
                outcome.at("stopped").optional(reason -> reason.word(StopReason.class))));
        return new RunOutcome(
                ending,
                outcome.at("wallSeconds").seconds(),
                folder.resolve("stdout.txt"),
                folder.resolve("stderr.txt"),
                outcome.at("leftovers").list(EvidenceReader::leftover),
                outcome.at("sandboxed").flag());
    }

    /** All of it. */
    Evidence evidence() {
        RunOutcome outcome = outcome();
        return new Evidence(
                record.at("command").text(),
                outcome,
                written(outcome.stdout(), "stdoutBytes"),
                written(outcome.stderr(), "stderrBytes"),
                census(record.at("census")),
                new Timeline(record.at("timeline").list(EvidenceReader::sample)),
                record.at("machine").optional(EvidenceReader::machine),
                record.at("standstill").optional(EvidenceReader::standstill),
                record.at("activity")
                        .optional(activity -> new Activity(
                                activity.at("kind").word(Activity.Kind.class),
                                activity.at("sentence").text())),
                record.at("notes").texts());
    }

    private String written(Path file, String size) {
        long expected = record.at("outcome").at(size).number();
        try {
            long found = Files.size(file);
            if (found != expected) {
                throw new EvidenceFault(file + ": has " + found + " bytes, and " + expected + " were recorded");
            }
        } catch (IOException cause) {
            throw new EvidenceFault(file + ": cannot be read: " + EnvironmentFault.reason(cause));
        }
        return EvidenceFiles.text(file);
    }

    private static RunOutcome.Leftover leftover(RecordReader leftover) {
        return new RunOutcome.Leftover(
                leftover.at("pid").number(), leftover.at("label").text());
    }

    private static ProcessEnd end(RecordReader end) {
        return new ProcessEnd(end.at("signalled").flag(), end.at("number").count());
    }

    private static Census census(RecordReader census) {
        return new Census(
                census.at("processes").list(EvidenceReader::process),
                census.at("methods").texts(),
                census.at("disagreements").texts(),
                census.at("exact").flag(),
                census.at("complete").flag());
    }

    /** Its title follows from the rest. */
    private static ProcessRecord process(RecordReader process) {
        return new ProcessRecord(
                process.at("pid").number(),
                process.at("parentPid").number(),
                process.at("part").word(ProcessRecord.Part.class),
                process.at("number").count(),
                new ProcessRole(
                        process.at("looksLike").word(ProcessRole.Kind.class),
                        process.at("label").text()),
                process.at("commandLine").texts(),
                process.at("startedSeconds").seconds(),
                process.at("endedSeconds").optional(RecordReader::seconds),
                process.at("end").optional(EvidenceReader::end),
                process.at("cpuSeconds").seconds(),
                process.at("peakRssBytes").number(),
                process.at("orphaned").flag(),
                process.at("sampled").flag());
    }

    private static Timeline.Sample sample(RecordReader sample) {
        return new Timeline.Sample(
                sample.at("atSeconds").seconds(),
                sample.at("cpuSeconds").byPid(RecordReader::seconds),
                sample.at("switches").byPid(RecordReader::number),
                sample.at("runDelaySeconds").seconds());
    }

    static MachineUse machine(RecordReader machine) {
        return machine.checked(() -> new MachineUse(
                machine.at("windowSeconds").seconds(),
                machine.at("cpus").count(),
                machine.at("busySeconds").seconds(),
                machine.at("stolenSeconds").seconds(),
                machine.at("programSeconds").seconds(),
                machine.at("graderSeconds").seconds()));
    }

    private static Standstill standstill(RecordReader standstill) {
        RecordReader advice = standstill.at("advice");
        return new Standstill(
                standstill.at("whole").flag(),
                standstill.at("waiting").list(EvidenceReader::waiting),
                standstill.at("sentence").text(),
                new Standstill.Advice(
                        advice.at("mistake").text(),
                        advice.at("concept").text(),
                        advice.at("direction").text()));
    }

    private static Standstill.Waiting waiting(RecordReader waiting) {
        return new Standstill.Waiting(
                waiting.at("pid").number(),
                waiting.at("process").text(),
                waiting.at("doing").text(),
                waiting.at("place").text(),
                waiting.at("wakers").list(RecordReader::number));
    }
}

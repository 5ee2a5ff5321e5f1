package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import procgrade.judge.Evidence;
import procgrade.observe.Census;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessRecord;
import procgrade.observe.Timeline;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.standstill.Standstill;
import procgrade.standstill.WaitGraph;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Stores what was recorded about a run as {@code evidence.json}, next to what it wrote. */
final class EvidenceFiles {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double MILLIS_PER_SECOND = 1e3;

    private EvidenceFiles() {}

    /**
     * Writes the record of one run, and {@code deadlock.svg} beside it if it has come to a standstill.
     *
     * @param evidence what was recorded
     * @param spec what was run, so that somebody can run exactly that again
     * @param folder of the run
     */
    static void write(Evidence evidence, RunSpec spec, Path folder) {
        try (Writer text = Files.newBufferedWriter(folder.resolve("evidence.json"), StandardCharsets.UTF_8);
                JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("command", evidence.command());
            spec(json, spec);
            outcome(json, evidence.outcome());
            census(json, evidence.census());
            timeline(json, evidence.timeline());
            evidence.machine().ifPresent(machine -> machine(json, machine));
            evidence.standstill().ifPresent(standstill -> standstill(json, standstill));
            evidence.activity().ifPresent(activity -> {
                json.writeStringProperty("activity", activity.kind().name());
                json.writeStringProperty("activitySentence", activity.sentence());
            });
            strings(json, "notes", evidence.notes());
            json.writeEndObject();
            if (evidence.standstill().isPresent()) {
                Standstill proof = evidence.standstill().get();
                Files.writeString(
                        folder.resolve("deadlock.svg"),
                        WaitGraph.of(proof).svg("deadlock", "Deadlock of " + evidence.command()));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void spec(JsonGenerator json, RunSpec spec) {
        strings(json, "arguments", spec.command());
        json.writeStringProperty("folder", spec.folder().toString());
        json.writeObjectPropertyStart("environment");
        new TreeMap<>(spec.environment()).forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeStringProperty("input", spec.input());
    }

    private static void outcome(JsonGenerator json, RunOutcome outcome) {
        outcome.ending().end().ifPresent(end -> json.writeStringProperty("end", end.toString()));
        outcome.ending().stopped().ifPresent(reason -> json.writeStringProperty("stopped", reason.name()));
        seconds(json, "wallSeconds", Optional.of(outcome.wall()));
        json.writeBooleanProperty("sandboxed", outcome.sandboxed());
        json.writeArrayPropertyStart("leftovers");
        for (RunOutcome.Leftover leftover : outcome.leftovers()) {
            json.writeStartObject();
            json.writeNumberProperty("pid", leftover.pid());
            json.writeStringProperty("label", leftover.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void census(JsonGenerator json, Census census) {
        json.writeObjectPropertyStart("census");
        strings(json, "methods", census.methods());
        strings(json, "disagreements", census.disagreements());
        json.writeBooleanProperty("exact", census.exact());
        json.writeBooleanProperty("complete", census.complete());
        json.writeArrayPropertyStart("processes");
        census.processes().forEach(process -> process(json, process));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void process(JsonGenerator json, ProcessRecord process) {
        json.writeStartObject();
        json.writeNumberProperty("pid", process.pid());
        json.writeNumberProperty("parentPid", process.parentPid());
        json.writeStringProperty("part", process.part().name());
        json.writeNumberProperty("number", process.number());
        json.writeStringProperty("title", process.title());
        strings(json, "commandLine", process.commandLine());
        seconds(json, "startedSeconds", Optional.of(process.started()));
        seconds(json, "endedSeconds", process.ended());
        process.end().ifPresent(end -> json.writeStringProperty("end", end.toString()));
        seconds(json, "cpuSeconds", Optional.of(process.cpu()));
        json.writeNumberProperty("peakRssBytes", process.peakRssBytes());
        json.writeBooleanProperty("orphaned", process.orphaned());
        json.writeBooleanProperty("sampled", process.sampled());
        json.writeEndObject();
    }

    private static void timeline(JsonGenerator json, Timeline timeline) {
        json.writeArrayPropertyStart("timeline");
        for (Timeline.Sample sample : timeline.samples()) {
            json.writeStartObject();
            seconds(json, "atSeconds", Optional.of(sample.at()));
            seconds(json, "runDelaySeconds", Optional.of(sample.runDelay()));
            json.writeObjectPropertyStart("cpuSeconds");
            new TreeMap<>(sample.cpu()).forEach((pid, cpu) -> seconds(json, Long.toString(pid), Optional.of(cpu)));
            json.writeEndObject();
            json.writeObjectPropertyStart("switches");
            for (Map.Entry<Long, Long> entry : new TreeMap<>(sample.switches()).entrySet()) {
                json.writeNumberProperty(Long.toString(entry.getKey()), entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void machine(JsonGenerator json, MachineUse machine) {
        json.writeObjectPropertyStart("machine");
        seconds(json, "windowSeconds", Optional.of(machine.window()));
        json.writeNumberProperty("cpus", machine.cpus());
        seconds(json, "busySeconds", Optional.of(machine.busy()));
        seconds(json, "stolenSeconds", Optional.of(machine.stolen()));
        seconds(json, "programSeconds", Optional.of(machine.program()));
        seconds(json, "graderSeconds", Optional.of(machine.grader()));
        json.writeEndObject();
    }

    private static void standstill(JsonGenerator json, Standstill standstill) {
        json.writeObjectPropertyStart("standstill");
        json.writeBooleanProperty("whole", standstill.whole());
        json.writeStringProperty("sentence", standstill.sentence());
        json.writeStringProperty("mistake", standstill.advice().mistake());
        json.writeStringProperty("concept", standstill.advice().concept());
        json.writeStringProperty("direction", standstill.advice().direction());
        json.writeArrayPropertyStart("waiting");
        for (Standstill.Waiting waiting : standstill.waiting()) {
            json.writeStartObject();
            json.writeNumberProperty("pid", waiting.pid());
            json.writeStringProperty("process", waiting.process());
            json.writeStringProperty("doing", waiting.doing());
            json.writeStringProperty("place", waiting.place());
            json.writeArrayPropertyStart("wakers");
            waiting.wakers().forEach(json::writeNumber);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void seconds(JsonGenerator json, String name, Optional<Duration> time) {
        json.writeName(name);
        if (time.isPresent()) {
            json.writeNumber(time.get().toMillis() / MILLIS_PER_SECOND);
        } else {
            json.writeNull();
        }
    }
}

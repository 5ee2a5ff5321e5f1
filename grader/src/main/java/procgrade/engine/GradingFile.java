package procgrade.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.build.Program;
import procgrade.rubric.RunRequest;
import procgrade.submission.EnvironmentFault;

/** Stores what is known of a grading when its checks begin, as {@code grading.json}. */
final class GradingFile {
    private static final String KIND = "grading";

    private GradingFile() {}

    /**
     * Writes it.
     *
     * @throws EnvironmentFault if it cannot be written
     */
    static void write(GradingRecord grading, Path file) {
        try {
            RecordWriter.write(file, KIND, record -> fields(record, grading));
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot write " + file + ": " + EnvironmentFault.reason(cause),
                    "make room there, or let the records go elsewhere");
        }
    }

    private static void fields(RecordWriter record, GradingRecord grading) {
        record.text("recordedAt", grading.recordedAt().toString());
        record.text("assignment", grading.assignment());
        record.text("submission", grading.submission());
        record.texts("notices", grading.notices());
        record.number("seed", grading.seed());
        record.texts("only", grading.only());
        record.flag("measured", grading.measured());
        record.number("cores", grading.cores());
        record.map("environment", grading.environment(), record::text);
        record.texts("own", grading.own().stream().map(Enum::name).sorted().toList());
        record.object("build", () -> build(record, grading.build()));
    }

    private static void build(RecordWriter record, BuildOutcome build) {
        record.seconds("tookSeconds", build.took());
        record.flag("built", build instanceof BuildOutcome.Built);
        if (build instanceof BuildOutcome.BuildFailed failure) {
            record.text("rationale", failure.rationale());
            record.text("help", failure.help());
            record.texts("compilerLines", failure.compilerLines());
            failure.language().ifPresent(language -> record.word("language", language));
            return;
        }
        BuildOutcome.Built built = (BuildOutcome.Built) build;
        record.texts("notices", built.notices());
        Program program = built.program();
        record.object("program", () -> {
            record.word("language", program.language());
            record.text("name", program.name());
            record.texts("command", program.command());
            record.text("folder", program.folder().toString());
            record.texts(
                    "readable", program.readable().stream().map(Path::toString).toList());
            record.map("environment", program.environment(), record::text);
        });
    }

    /**
     * Reads it again.
     *
     * @throws EvidenceFault if there is none, or it is damaged
     */
    static GradingRecord read(Path file) {
        RecordReader record = RecordReader.open(file, KIND);
        return new GradingRecord(
                record.at("recordedAt").instant(),
                record.at("assignment").text(),
                record.at("submission").text(),
                record.at("notices").texts(),
                record.at("seed").number(),
                record.at("only").texts(),
                record.at("measured").flag(),
                record.at("cores").count(),
                record.at("environment").map(RecordReader::text),
                build(record.at("build")),
                Set.copyOf(record.at("own").list(target -> target.word(RunRequest.Target.class))));
    }

    private static BuildOutcome build(RecordReader build) {
        return build.at("built").flag()
                ? new BuildOutcome.Built(
                        program(build.at("program")),
                        build.at("notices").texts(),
                        build.at("tookSeconds").seconds())
                : new BuildOutcome.BuildFailed(
                        build.at("rationale").text(),
                        build.at("help").text(),
                        build.at("compilerLines").texts(),
                        build.at("language").ifThere(language -> language.word(Language.class)),
                        build.at("tookSeconds").seconds());
    }

    private static Program program(RecordReader program) {
        return new Program(
                program.at("language").word(Language.class),
                program.at("name").text(),
                program.at("command").texts(),
                program.at("folder").path(),
                program.at("readable").list(RecordReader::path),
                program.at("environment").map(RecordReader::text));
    }
}

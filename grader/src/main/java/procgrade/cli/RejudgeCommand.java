package procgrade.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import procgrade.assignment.Assignment;
import procgrade.assignment.Assignments;
import procgrade.engine.EvidenceFault;
import procgrade.engine.Grade;
import procgrade.engine.GradingRecord;
import procgrade.engine.Rejudging;
import procgrade.engine.UnknownCheck;
import procgrade.engine.Workspace;
import procgrade.report.JsonReport;

/** {@code procgrade rejudge}: what the rubric says today about runs that were recorded. */
@Command(
        name = "rejudge",
        header = "Judge a submission again from recorded runs.",
        abbreviateSynopsis = true,
        description = {
            "",
            "Judges what 'check --output DIR' or a batch has recorded by the rubric as it is now. Nothing is run."
                    + " Exit codes are those of check or batch; of check 3 also if the rubric asks for a run that was not"
                    + " recorded, of batch such a hand-in is left to the next start.",
            ""
        },
        sortOptions = false)
final class RejudgeCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Parameters(paramLabel = "DIR", description = "What --output of the check or the batch was.")
    private Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = CheckCommand.Format.Converter.class,
            description = "Print text or json.")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Option(names = "--assignments", paramLabel = "DIR", description = "Folder with the assignments of a course.")
    private Path assignments;

    private final ProcgradeCommand root;
    private final Surroundings surroundings;
    private Rejudging rejudging;
    private boolean interrupted;

    RejudgeCommand(ProcgradeCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new UserFault(ExitCode.USAGE, "there is no folder " + folder, wayOut());
        }
        if (BatchRejudge.isBatch(folder)) {
            if (format != CheckCommand.Format.TEXT) {
                throw new UserFault(
                        ExitCode.USAGE,
                        "--format json is for one submission, and " + folder + " holds a class",
                        "read " + folder.resolve("gradebook.jsonl"));
            }
            return new BatchRejudge(folder, Optional.ofNullable(assignments), surroundings, root.palette())
                    .run()
                    .number();
        }
        Path evidence = OutputFolder.evidenceOf(folder).toAbsolutePath().normalize();
        Assignments course = Home.course(assignments);
        // around the workspace, which is to be gone before the virtual machine is
        try (Interruption interruption = new Interruption(this::interrupt);
                Workspace workspace = Workspace.create(false)) {
            GradingRecord record = GradingRecord.read(evidence);
            Assignment assignment = GradingTarget.named(record.assignment(), course);
            Rejudging begun = begin(Rejudging.of(assignment, workspace, surroundings.environment()));
            return judge(begun, evidence, record.recordedAt()).number();
        } catch (EvidenceFault fault) {
            throw new UserFault(ExitCode.NOTHING_TO_GRADE, fault.getMessage(), wayOut());
        } catch (UnknownCheck unknown) {
            throw new UserFault(
                    ExitCode.USAGE,
                    "the rubric has no check '" + unknown.name() + "' any more, and only that was graded",
                    "grade again: procgrade check");
        }
    }

    private synchronized void interrupt() {
        interrupted = true;
        if (rejudging != null) {
            rejudging.interrupt();
        }
    }

    /** An interruption may have come before there was anything to interrupt. */
    private synchronized Rejudging begin(Rejudging begun) {
        rejudging = begun;
        if (interrupted) {
            begun.interrupt();
        }
        return begun;
    }

    private static String wayOut() {
        return "name a folder that 'procgrade check --output' or 'procgrade batch' has made";
    }

    private ExitCode judge(Rejudging begun, Path evidence, Instant recordedAt) {
        CheckProgress progress = new CheckProgress(surroundings, root.report(), format == CheckCommand.Format.TEXT);
        try {
            Grade grade = begun.judge(evidence, progress);
            progress.finish(grade);
            if (format == CheckCommand.Format.JSON) {
                surroundings.out().print(JsonReport.inAscii(grade));
            }
            surroundings.out().flush();
            surroundings
                    .err()
                    .println("note: nothing was run; the evidence is of "
                            + TIME.format(recordedAt.atZone(ZoneId.systemDefault())));
            return CheckCommand.exitCode(grade);
        } finally {
            progress.clear();
        }
    }
}

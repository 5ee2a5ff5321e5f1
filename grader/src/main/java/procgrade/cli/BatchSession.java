package procgrade.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import procgrade.assignment.Nearest;
import procgrade.batch.Batch;
import procgrade.batch.BatchFolder;
import procgrade.batch.BatchKey;
import procgrade.batch.ClassFacts;
import procgrade.batch.Plan;
import procgrade.batch.Selection;
import procgrade.batch.SessionGrader;
import procgrade.collect.Attendance;
import procgrade.collect.Collected;
import procgrade.collect.Collector;
import procgrade.collect.HandIn;
import procgrade.collect.Layout;
import procgrade.collect.Person;
import procgrade.collect.Refusal;
import procgrade.collect.Roster;
import procgrade.engine.GraderSetup;
import procgrade.report.Palette;
import procgrade.submission.SubmissionLimits;
import procgrade.text.Amounts;

/** One start of a batch: collects, plans, grades, writes what goes out, and says what came of it. */
final class BatchSession {
    private static final int SHOWN = 10;

    private final BatchOptions options;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final Palette palette;
    private final String goOn;
    private final String anew;
    private Batch batch;
    private boolean interrupted;

    BatchSession(BatchOptions options, Surroundings surroundings, Palette palette, String goOn, String anew) {
        this.options = options;
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.palette = palette;
        this.goOn = goOn;
        this.anew = anew;
    }

    ExitCode run() {
        Map<String, String> kept = BatchFolder.settings(options.output());
        BatchGround ground = new BatchGround(options.assignment(), kept, surroundings.environment());
        long seed = seed(kept);
        ClassFiles files = new ClassFiles(
                options.canvas(), options.moodle(), options.column().orElse(""));
        Map<String, String> settings = settings(seed, ground);
        files.addTo(settings);
        // around the folder, whose temporary files are to be gone before the virtual machine is
        try (Interruption interruption = new Interruption(this::interrupt);
                BatchFolder folder = BatchFolder.open(options.output(), settings, InstantSource.system())) {
            BatchKey key = BatchKey.of(ground.edition(), seed, options.measured(), SubmissionLimits.DEFAULT);
            SubmissionFiles submissions =
                    new SubmissionFiles(options.assignment(), ground.edition().points());
            ClassResult result = new ClassResult(folder, files, submissions, ground.environment());
            boolean any = plan(folder, key, result);
            ExitCode code = ExitCode.INTERRUPTED;
            if (grade(ground, folder, submissions)) {
                code = result.finish(batch, out, palette, anew);
            }
            out.flush();
            return any ? code : ExitCode.NOTHING_TO_GRADE;
        }
    }

    private synchronized void interrupt() {
        interrupted = true;
        if (batch != null) {
            batch.interrupt();
        }
    }

    private long seed(Map<String, String> kept) {
        Optional<Long> last = Optional.ofNullable(kept.get("seed"))
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::valueOf);
        return options.seed().or(() -> last).orElseGet(CheckCommand.Seed::random);
    }

    private Map<String, String> settings(long seed, BatchGround ground) {
        Map<String, String> settings = new TreeMap<>();
        ground.addTo(settings);
        settings.put("assignment", options.assignment().id());
        settings.put("assignmentFolder", options.assignment().folder().toString());
        settings.put("source", options.source().toAbsolutePath().normalize().toString());
        settings.put("measured", Boolean.toString(options.measured()));
        settings.put("seed", Long.toString(seed));
        return settings;
    }

    /** The list of all hand-ins is not kept: false if there was none. */
    private boolean plan(BatchFolder folder, BatchKey key, ClassResult result) {
        Collected collected = Collector.collect(
                options.source(), options.layout(), folder.scratch().resolve("hand-ins"), SubmissionLimits.DEFAULT);
        out.println(firstLine(collected));
        few(collected.refusals().stream().map(BatchSession::refused).toList());
        List<String> notices = new ArrayList<>(collected.notices());
        List<Person> missing = List.of();
        List<HandIn> handIns = collected.handIns();
        if (options.roster().isPresent()) {
            Attendance attendance = Attendance.of(Roster.read(options.roster().get()), collected);
            notices.addAll(attendance.lines());
            missing = attendance.missing();
            handIns = handIns.stream().map(handIn -> named(handIn, attendance)).toList();
        }
        few(notices);
        out.flush();
        requireKnown(handIns);
        Batch planned = Batch.plan(
                folder, key, handIns, new ClassFacts(collected.refusals(), missing, notices), options.selection());
        synchronized (this) {
            batch = planned;
            if (interrupted) {
                planned.interrupt();
            }
        }
        result.files().requireFitting(result.gradebook(batch, batch.outline()));
        collected.unpacking().unpack(wanted(planned.plan(), handIns));
        return !handIns.isEmpty();
    }

    private static Set<String> wanted(Plan plan, List<HandIn> handIns) {
        return plan.wanted().stream()
                .mapToObj(place -> handIns.get(place).key())
                .collect(Collectors.toSet());
    }

    /** A roster knows more about people than the names of files. */
    private static HandIn named(HandIn handIn, Attendance attendance) {
        List<Person> people = attendance.known().getOrDefault(handIn.key(), List.of());
        return people.size() < handIn.people().size()
                ? handIn
                : new HandIn(
                        handIn.key(), people, handIn.late(), handIn.origin(), handIn.fingerprint(), handIn.notices());
    }

    private String firstLine(Collected collected) {
        int refused = collected.refusals().size();
        return options.source() + ": " + form(collected.layout()) + ", "
                + Amounts.counted(collected.handIns().size(), "hand-in")
                + (refused == 0 ? "" : ", " + refused + " refused");
    }

    private static String form(Layout layout) {
        String words = switch (layout) {
            case FOLDER -> "folder of submissions";
            case CANVAS -> "download from Canvas";
            case MOODLE -> "download from Moodle";
            case GRADESCOPE -> "export of Gradescope";
            case CLONES -> "folder of Git clones";
        };
        return words + " (--layout " + layout.name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String refused(Refusal refusal) {
        return "refused: " + refusal.entry() + ": " + refusal.reason() + ": " + refusal.wayOut();
    }

    private void few(List<String> lines) {
        lines.stream().limit(SHOWN).forEach(line -> out.println("  " + line));
        if (lines.size() > SHOWN) {
            out.println("  and " + (lines.size() - SHOWN) + " more like that");
        }
    }

    private void requireKnown(List<HandIn> handIns) {
        for (String student : options.selection().students()) {
            if (handIns.stream().noneMatch(handIn -> Selection.means(student, handIn))) {
                List<String> keys =
                        new ArrayList<>(handIns.stream().map(HandIn::key).toList());
                throw new UserFault(
                        ExitCode.USAGE,
                        "no hand-in is of a student '" + student + "'",
                        "did you mean " + String.join(", ", Nearest.of(student, keys, 3)) + "?");
            }
        }
    }

    /** False if it was interrupted. */
    private boolean grade(BatchGround ground, BatchFolder folder, SubmissionFiles submissions) {
        Plan plan = batch.plan();
        if (plan.size() == 0) {
            out.println(planned(plan, 0));
            return true;
        }
        GraderSetup setup = ground.setup();
        OptionalLong memory = Jobs.availableBytes(surroundings.machine().proc());
        Jobs jobs = Jobs.ofBatch(options.jobs(), setup.cores(), memory);
        out.println(planned(plan, jobs.count())
                + (jobs.most() > jobs.count() ? ", up to " + jobs.most() + " while cores are idle" : ""));
        out.flush();
        SessionGrader grader = new SessionGrader(
                options.assignment(),
                setup.hiding(List.of(folder.folder(), sourceFolder())),
                jobs.lanes(),
                options.measured(),
                SubmissionLimits.DEFAULT,
                folder.scratch(),
                submissions);
        ProgressPanel panel = new ProgressPanel(surroundings.err(), surroundings.canErase(), surroundings.columns());
        BatchProgress progress = new BatchProgress(out, panel, plan.size(), System::nanoTime);
        boolean complete;
        try {
            complete = batch.grade(grader, progress, options.measured() ? jobs.begun() : jobs.most());
        } finally {
            progress.clear();
        }
        if (!complete) {
            out.println("interrupted: " + progress.done() + " of " + plan.size() + " were graded; go on with");
            out.println("  " + goOn);
        }
        return complete;
    }

    /** A program must see neither what others handed in nor what came of it. */
    private Path sourceFolder() {
        Path source = options.source().toAbsolutePath().normalize();
        return Files.isDirectory(source) || source.getParent() == null ? source : source.getParent();
    }

    private static String planned(Plan plan, int jobs) {
        StringBuilder line = new StringBuilder(plan.size() + " to grade");
        if (plan.changed() > 0) {
            line.append(" (").append(plan.changed()).append(" changed)");
        }
        if (plan.kept() > 0) {
            line.append(", ").append(plan.kept()).append(" graded already");
        }
        if (plan.left() > 0) {
            line.append(", ").append(plan.left()).append(" left out");
        }
        return line + (plan.size() == 0 ? "" : ", up to " + jobs + " at the same time");
    }
}

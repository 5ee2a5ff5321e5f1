package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static procgrade.batch.MadeHandIns.KEY;
import static procgrade.batch.MadeHandIns.handIn;
import static procgrade.batch.MadeHandIns.handIns;
import static procgrade.batch.MadeHandIns.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.collect.HandIn;
import procgrade.collect.Refusal;
import procgrade.engine.Grade;
import procgrade.engine.MadeGrades;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;
import procgrade.submission.EnvironmentFault;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchRunTests {
    @TempDir
    private Path temporary;

    private BatchFolder folder;

    @BeforeEach
    void open() {
        folder = BatchFolder.open(temporary.resolve("graded"), Map.of(), InstantSource.system());
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private void reopen() {
        folder.close();
        open();
    }

    /** Grades by a function of a test. */
    private static class ScriptedGrader implements HandInGrader {
        final Set<String> graded = ConcurrentHashMap.newKeySet();
        final AtomicInteger interruptions = new AtomicInteger();

        @Override
        public Optional<Row> grade(HandIn handIn, long seed, Path files) throws IOException {
            graded.add(handIn.key());
            Files.writeString(files.resolve("seed"), Long.toString(seed));
            return Optional.of(row(handIn.key(), Verdict.PASSED));
        }

        @Override
        public void interrupt() {
            interruptions.incrementAndGet();
        }
    }

    private Batch plan(List<HandIn> handIns) {
        return Batch.plan(folder, KEY, handIns, ClassFacts.NONE, Selection.OPEN);
    }

    private Map<String, Row> rows(Batch batch) {
        Map<String, Row> rows = new HashMap<>();
        batch.rows().forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    @Test
    void everything_is_graded_once_with_its_own_seed() throws IOException {
        ScriptedGrader grader = new ScriptedGrader();
        Batch batch = plan(handIns(40));

        assertThat(batch.grade(grader, BatchListener.NONE, 4)).isTrue();

        assertThat(grader.graded).hasSize(40);
        assertThat(rows(batch)).hasSize(40);
        assertThat(folder.results().folder("s00007").resolve("seed"))
                .hasContent(Long.toString(KEY.seed(handIn("s00007"))));
    }

    @Test
    void started_again_it_grades_nothing_but_what_has_changed() {
        plan(handIns(20)).grade(new ScriptedGrader(), BatchListener.NONE, 3);
        reopen();
        ScriptedGrader second = new ScriptedGrader();
        List<HandIn> resubmitted = new ArrayList<>(handIns(20));
        resubmitted.set(4, handIn("s00004", "another content"));
        resubmitted.add(handIn("zoe"));

        plan(resubmitted).grade(second, BatchListener.NONE, 3);

        assertThat(second.graded).containsExactlyInAnyOrder("s00004", "zoe");
    }

    @Test
    void a_grader_that_throws_costs_its_row_only_and_leaves_no_files() {
        ScriptedGrader grader = new ScriptedGrader() {
            @Override
            public Optional<Row> grade(HandIn handIn, long seed, Path files) throws IOException {
                super.grade(handIn, seed, files);
                switch (handIn.key()) {
                    case "s00003" -> throw new IllegalStateException("broken\n  twice");
                    case "s00005" -> throw new StackOverflowError();
                    default -> {
                        return Optional.of(row(handIn.key(), Verdict.PASSED));
                    }
                }
            }
        };
        Batch batch = plan(handIns(8));

        assertThat(batch.grade(grader, BatchListener.NONE, 2)).isTrue();

        Map<String, Row> rows = rows(batch);
        assertThat(rows).hasSize(8);
        assertThat(rows.get("s00003").state()).isEqualTo(Row.State.GRADER_ERROR);
        assertThat(rows.get("s00003").problem())
                .isEqualTo("fault of procgrade: java.lang.IllegalStateException: broken; twice");
        assertThat(rows.get("s00005").state()).isEqualTo(Row.State.GRADER_ERROR);
        assertThat(folder.results().folder("s00003").resolve("seed")).doesNotExist();
        assertThat(batch.states()).containsEntry(Row.State.GRADED, 6).containsEntry(Row.State.GRADER_ERROR, 2);
    }

    @Test
    void without_room_it_is_given_up_and_what_is_kept_stays() {
        ScriptedGrader grader = new ScriptedGrader() {
            @Override
            public Optional<Row> grade(HandIn handIn, long seed, Path files) throws IOException {
                if (handIn.key().equals("s00005")) {
                    throw new EnvironmentFault("there is no room", "make room");
                }
                return super.grade(handIn, seed, files);
            }
        };
        Batch batch = plan(handIns(10));

        assertThatThrownBy(() -> batch.grade(grader, BatchListener.NONE, 1))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("there is no room");
        assertThat(rows(batch)).hasSize(5);
        assertThat(grader.interruptions).hasPositiveValue();

        reopen();
        ScriptedGrader second = new ScriptedGrader();
        plan(handIns(10)).grade(second, BatchListener.NONE, 1);
        assertThat(second.graded).hasSize(5).contains("s00005");
    }

    @Test
    void a_disk_that_takes_nothing_more_ends_the_batch_with_one_clear_line() {
        Batch batch = plan(handIns(3));
        ScriptedGrader grader = new ScriptedGrader() {
            @Override
            public Optional<Row> grade(HandIn handIn, long seed, Path files) throws IOException {
                throw new java.nio.file.FileSystemException("x", null, "No space left on device");
            }
        };

        assertThatThrownBy(() -> batch.grade(grader, BatchListener.NONE, 2))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("cannot keep a result: no space left on device");
    }

    /** Takes hand-ins and does not come to an end with them before it is interrupted. */
    private static final class HangingGrader extends ScriptedGrader {
        private final CountDownLatch begun = new CountDownLatch(2);
        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public Optional<Row> grade(HandIn handIn, long seed, Path files) throws IOException {
            super.grade(handIn, seed, files);
            begun.countDown();
            await(interrupted);
            return Optional.empty();
        }

        @Override
        public void interrupt() {
            interrupted.countDown();
        }

        static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }

    @Test
    void interrupted_it_finishes_nothing_new_and_goes_on_the_next_time() throws Exception {
        HangingGrader grader = new HangingGrader();
        Batch batch = plan(handIns(10));
        Thread stopper = new Thread(() -> {
            HangingGrader.await(grader.begun);
            batch.interrupt();
        });
        stopper.start();

        assertThat(batch.grade(grader, BatchListener.NONE, 2)).isFalse();

        stopper.join();
        assertThat(grader.graded).hasSize(2);
        assertThat(rows(batch)).isEmpty();
        reopen();
        ScriptedGrader second = new ScriptedGrader();
        assertThat(plan(handIns(10)).grade(second, BatchListener.NONE, 2)).isTrue();
        assertThat(second.graded).hasSize(10);
    }

    @Test
    void interrupted_before_it_began_it_grades_nothing() {
        Batch batch = plan(handIns(3));
        batch.interrupt();
        ScriptedGrader grader = new ScriptedGrader();

        assertThat(batch.grade(grader, BatchListener.NONE, 2)).isFalse();
        assertThat(grader.graded).isEmpty();
    }

    @Test
    void no_more_hand_ins_are_in_the_works_than_there_are_workers() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Batch batch = plan(handIns(50));

        batch.grade(
                new ScriptedGrader(),
                new BatchListener() {
                    @Override
                    public void begins(HandIn handIn) {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    }

                    @Override
                    public void kept(HandIn handIn, Row row) {
                        now.decrementAndGet();
                    }
                },
                3);

        assertThat(most).hasValueBetween(1, 3);
        assertThat(now).hasValue(0);
    }

    @Test
    void rows_come_sorted_by_key_with_refusals_between_and_people_as_they_are_today() {
        List<Refusal> refusals = List.of(
                new Refusal("bad", List.of(), "bad.zip", "is encrypted", "hand in without a password"),
                new Refusal("zzz", List.of(), "zzz.rar", "is no archive", "make a zip"));
        Batch batch = Batch.plan(
                folder,
                KEY,
                List.of(handIn("ada"), handIn("bob")),
                new ClassFacts(refusals, List.of(), List.of()),
                Selection.OPEN);
        batch.grade(new ScriptedGrader(), BatchListener.NONE, 2);

        List<Row> rows = new ArrayList<>();
        batch.rows().forEach(rows::add);

        assertThat(rows).extracting(Row::key).containsExactly("ada", "bad", "bob", "zzz");
        assertThat(rows.get(0).people()).isEqualTo(handIn("ada").people());
        assertThat(rows.get(1).problem()).isEqualTo("bad.zip: is encrypted: hand in without a password");
        assertThat(rows.get(1).state()).isEqualTo(Row.State.REFUSED);
    }

    @Test
    void the_class_can_be_looked_at_before_it_is_graded() {
        Batch batch = plan(handIns(3));

        List<Row> rows = new ArrayList<>();
        batch.outline().forEach(rows::add);

        assertThat(rows).extracting(Row::key).containsExactly("s00000", "s00001", "s00002");
        assertThat(rows.get(1).people()).isEqualTo(handIn("s00001").people());
        assertThat(batch.rows()).isEmpty();
    }

    @Test
    void a_result_that_is_out_of_date_is_in_no_row() {
        plan(handIns(3)).grade(new ScriptedGrader(), BatchListener.NONE, 1);
        reopen();
        List<HandIn> resubmitted = List.of(handIn("s00000"), handIn("s00001", "another content"));

        Batch batch = plan(resubmitted);

        assertThat(rows(batch)).containsOnlyKeys("s00000");
    }

    /** A grade of what was recorded, with a verdict. */
    private static Optional<Grade> grade(Path evidence, Verdict verdict) {
        return Optional.of(
                MadeGrades.grade(MadeGrades.outcome(evidence.getFileName().toString(), verdict)));
    }

    @Test
    void what_was_recorded_is_judged_again_and_then_counts_as_graded() {
        plan(handIns(3)).grade(new ScriptedGrader(), BatchListener.NONE, 1);
        reopen();
        BatchKey today = new BatchKey("ffffffffffffffffffffffffffffffff", 7);

        Batch batch = Batch.reopen(folder, today);
        int judged = batch.rejudge(
                evidence -> evidence.endsWith("s00001") ? Optional.empty() : grade(evidence, Verdict.DEADLOCK),
                (handIn, grade, row, files) ->
                        Files.writeString(files.resolve("page"), row.people().toString()),
                BatchListener.NONE);

        assertThat(judged).isEqualTo(2);
        Map<String, Row> rows = rows(batch);
        assertThat(rows).containsOnlyKeys("s00000", "s00002");
        assertThat(rows.get("s00002").marks().get(0).verdict()).isEqualTo(Verdict.DEADLOCK);
        assertThat(folder.results().folder("s00002").resolve("page")).content().contains("s00002 Name");
        assertThat(folder.results().folder("s00002").resolve("seed")).exists();
        Plan next = Batch.plan(folder, today, handIns(3), ClassFacts.NONE, Selection.OPEN)
                .plan();
        assertThat(next.kept()).isEqualTo(2);
        assertThat(next.changed()).isEqualTo(1);
    }

    @Test
    void the_journal_tells_what_was_done() throws IOException {
        plan(handIns(2)).grade(new ScriptedGrader(), BatchListener.NONE, 1);
        Path journal = folder.folder().resolve("journal.jsonl");
        folder.close();

        Set<String> events = new TreeSet<>();
        List<Duration> times = new ArrayList<>();
        Journal.read(journal, EnumSet.allOf(Journal.Event.class), entry -> {
            events.add(entry.event() + " " + entry.handIn());
            times.add(entry.took());
        });
        assertThat(events)
                .containsExactly("BEGUN s00000", "BEGUN s00001", "CLOSED ", "KEPT s00000", "KEPT s00001", "OPENED ");
        assertThat(times).hasSize(6);
        open();
    }

    @Test
    void ten_thousand_hand_ins_are_graded() {
        folder.close();
        folder = BatchFolder.open(
                temporary.resolve("large"), Map.of(), InstantSource.system(), new MadeHandIns.FastDisk());
        ScriptedGrader grader = new ScriptedGrader() {
            @Override
            public Optional<Row> grade(HandIn handIn, long seed, Path files) {
                graded.add(handIn.key());
                return Optional.of(row(handIn.key(), Verdict.DEADLOCK));
            }
        };
        Batch batch = plan(handIns(10_000));

        assertThat(batch.grade(grader, BatchListener.NONE, 4)).isTrue();

        assertThat(grader.graded).hasSize(10_000);
        assertThat(batch.states()).containsExactly(Map.entry(Row.State.GRADED, 10_000));
        assertThat(plan(handIns(10_000)).plan().size()).isZero();
    }
}

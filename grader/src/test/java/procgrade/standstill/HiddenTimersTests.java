package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.standstill.MadeProc.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.observe.Observed;
import procgrade.observe.ProcessTree;

class HiddenTimersTests {
    private static final int READ = 0;
    private static final int WAIT4 = 61;
    private static final long SIGALRM_BIT = 1L << 13;

    private final MadeProc proc = new MadeProc();
    private final Map<String, String> sources = new HashMap<>();

    private final ProgramFiles files = new ProgramFiles() {
        @Override
        public Observed<String> text(long pid, String path) {
            return sources.containsKey(path) ? Observed.of(sources.get(path)) : Observed.gone();
        }

        @Override
        public Observed<List<String>> pythonFiles(long pid, String folder) {
            return Observed.of(sources.keySet().stream()
                    .filter(path -> path.startsWith(folder + "/"))
                    .sorted()
                    .toList());
        }
    };

    /** A parent that waits for its child, and the child, which reads from a pipe that both have open. */
    private void program(String[] parent, String[] child) {
        proc.process(1, 0, call(WAIT4, 0xffffffffL), parent).process(2, 1, call(READ, 3), child);
        proc.pipe(1, 3, 50, "2").pipe(2, 3, 50, "2");
    }

    private void python() {
        program(new String[] {"python3", "x.py"}, new String[] {"python3", "x.py"});
    }

    private List<Fate> fates() {
        ProcessTree tree = proc.scan();
        return new HiddenTimers(new TreeFacts(proc, tree, Map::of), files)
                .check(proc.waiters()).stream().map(Waiter::fate).toList();
    }

    @Test
    void a_program_without_any_of_the_words_has_no_timer() {
        python();
        sources.put("x.py", "import os\nos.read(3, 1)\n");

        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({"signal.alarm(3)", "signal.setitimer(0, 1)", "import ctypes", "exec (x)", "sys.path.append(x)"})
    void a_word_in_the_script_is_enough(String line) {
        python();
        sources.put("x.py", line);

        assertThat(fates()).containsExactly(Fate.TIMED, Fate.TIMED);
    }

    @Test
    void an_alarm_that_is_ignored_wakes_nobody() {
        python();
        sources.put("x.py", "signal.alarm(3)");
        proc.status(2, 0, SIGALRM_BIT);

        assertThat(fates()).containsExactly(Fate.TIMED, Fate.BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        "limits.py, import limits",
        "limits.py, '    import os, limits as l'",
        "limits.py, from limits import limit",
        "limits/__init__.py, from limits import limit",
        "limits/inner.py, import limits.inner"
    })
    void modules_beside_the_script_are_searched(String file, String line) {
        python();
        sources.put("x.py", line);
        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.BLOCKED);

        sources.put(file, "signal.alarm(1)");
        assertThat(fates()).containsExactly(Fate.TIMED, Fate.TIMED);
    }

    @Test
    void modules_of_modules_are_searched_and_other_files_are_not() {
        python();
        sources.put("x.py", "import a\n");
        sources.put("a.py", "import b\nimport a\n");
        sources.put("unused.py", "signal.alarm(1)");
        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.BLOCKED);

        sources.put("b.py", "signal.alarm(1)");
        assertThat(fates()).containsExactly(Fate.TIMED, Fate.TIMED);
    }

    @Test
    void a_time_limit_of_sockets_matters_only_on_sockets() {
        python();
        sources.put("x.py", "here.setsockopt(1, 20, limit)");
        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.BLOCKED);

        proc.socket(2, 3, 501).socket(1, 3, 500);
        proc.file("2/task/2/net/unix", "Num\n0: 3 0 0 0001 03 500\n0: 3 0 0 0001 03 501\n");
        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.TIMED);
    }

    @Test
    void a_script_that_cannot_be_found_may_have_anything() {
        python();

        assertThat(fates()).containsExactly(Fate.TIMED, Fate.TIMED);
    }

    @ParameterizedTest
    @CsvSource({
        "-c, import os, BLOCKED",
        "-c, signal.alarm(2), TIMED",
        "-, x, TIMED",
        "-Wignore, x.py, BLOCKED",
        "-m, x, BLOCKED",
        "-m, y, TIMED"
    })
    void programs_are_found_by_the_command_line(String option, String value, Fate fate) {
        program(new String[] {"python3", option, value}, new String[] {"cat"});
        sources.put("x.py", "import os");

        assertThat(fates()).containsExactly(fate, fate);
    }

    @Test
    void workers_of_multiprocessing_are_judged_by_the_script_that_started_them() {
        String[] worker = {"python3", "-c", "from multiprocessing.spawn import spawn_main; spawn_main()"};
        program(new String[] {"python3", "x.py"}, worker);
        sources.put("x.py", "import os");
        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.BLOCKED);

        program(worker, worker);
        assertThat(fates()).containsExactly(Fate.TIMED, Fate.TIMED);
    }

    @Test
    void a_process_keeps_the_alarm_of_the_program_that_it_was_before() {
        program(new String[] {"python3", "x.py"}, new String[] {"cat"});
        sources.put("x.py", "subprocess.Popen(['cat'], preexec_fn=lambda: signal.alarm(2))");

        assertThat(fates()).containsExactly(Fate.TIMED, Fate.TIMED);
    }

    @Test
    void a_program_that_is_not_known_may_have_anything() {
        program(new String[] {"java", "X"}, new String[] {"perl", "-e", "<STDIN>"});
        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.TIMED);

        program(new String[] {"java", "X"}, new String[] {"cat"});
        assertThat(fates()).containsExactly(Fate.BLOCKED, Fate.BLOCKED);
    }
}

package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TracebacksTests {
    private static final String PYTHON_CHILD = """
            Process Process-1:
            Traceback (most recent call last):
              File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap
                self.run()
              File "/usr/lib/python3.11/multiprocessing/process.py", line 108, in run
                self._target(*self._args, **self._kwargs)
              File "/home/ada/pi mw/pi_mw.py", line 5, in work
                inner(0)
              File "/home/ada/pi mw/pi_mw.py", line 3, in inner
                return 1 // a
                       ~~^^~~
            ZeroDivisionError: integer division or modulo by zero
            """;

    private static final String JAVA = """
            Process Process-2:
            java.lang.IllegalStateException: bad
            line
            \tat PiMw.work(PiMw.java:14)
            \tat procgrade.multiprocessing.Queue.get(Queue.java:20)
            Caused by: java.lang.RuntimeException: root
            \tat java.base/java.util.ArrayList.get(ArrayList.java:427)
            \tat course.PiMw$Task.<init>(PiMw.java:9)
            \t... 1 more
            Exception in thread "main" java.lang.NullPointerException: Cannot invoke "Object.toString()"
            \tat app//course.PiMw.main(PiMw.java:31)
            """;

    @Test
    void the_students_own_frames_come_first_and_the_innermost_one_before_all() {
        List<Traceback> found = Tracebacks.in(PYTHON_CHILD);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).process()).isEqualTo("Process-1");
        assertThat(found.get(0).sentence())
                .isEqualTo("ZeroDivisionError: integer division or modulo by zero (pi_mw.py:3)");
        assertThat(found.get(0).frames()).containsExactly("at pi_mw.py:3 in inner", "at pi_mw.py:5 in work");
    }

    @Test
    void exceptions_of_java_are_told_apart_by_process_and_explained_by_their_cause() {
        List<Traceback> found = Tracebacks.in(JAVA);

        assertThat(found).extracting(Traceback::process).containsExactly("Process-2", "");
        assertThat(found.get(0).sentence()).isEqualTo("java.lang.RuntimeException: root (PiMw.java:9)");
        assertThat(found.get(0).frames())
                .containsExactly("at PiMw.java:9 in PiMw$Task.<init>", "at PiMw.java:14 in PiMw.work");
        assertThat(found.get(1).frames()).containsExactly("at PiMw.java:31 in PiMw.main");
    }

    @Test
    void an_exception_that_caused_another_one_gives_the_innermost_frames() {
        String pool = """
                multiprocessing.pool.RemoteTraceback:
                \"""
                Traceback (most recent call last):
                  File "/usr/lib/python3.11/multiprocessing/pool.py", line 125, in worker
                    result = (True, func(*args, **kwds))
                  File "/home/ada/c.py", line 3, in inner
                    return 1 // a
                ZeroDivisionError: division by zero
                \"""

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "/home/ada/c.py", line 9, in <module>
                    pool.map(inner, [0])
                ZeroDivisionError: division by zero
                """;

        List<Traceback> found = Tracebacks.in(pool);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).frames()).containsExactly("at c.py:3 in inner", "at c.py:9 in <module>");
    }

    @Test
    void other_text_is_no_exception() {
        assertThat(Tracebacks.in("")).isEmpty();
        assertThat(Tracebacks.in("Process of elimination:\nnothing\nCaused by: me\n\tat home(Here.java:1)"))
                .isEmpty();
    }

    @Test
    void an_exception_that_is_cut_off_does_no_harm() {
        assertThat(Tracebacks.in("Traceback (most recent call last):\n  File \"/a/b.py\", line 1, in f"))
                .extracting(Traceback::sentence)
                .containsExactly("an exception (b.py:1)");
        assertThat(Tracebacks.in("Exception in thread \"main\" java.lang.Error"))
                .extracting(Traceback::sentence)
                .containsExactly("java.lang.Error");
    }

    @Test
    void of_an_endless_recursion_five_frames_are_shown() {
        String text =
                "Exception in thread \"main\" java.lang.StackOverflowError\n" + "\tat A.f(A.java:3)\n".repeat(1024);

        assertThat(Tracebacks.in(text).get(0).frames()).hasSize(5);
    }

    @Test
    void a_line_number_that_no_file_has_is_no_frame() {
        String java = "Exception in thread \"main\" x\n\tat a.b(C.java:99999999999)\n\tat a.c(C.java:7)";
        String python = "Traceback (most recent call last):\n  File \"c.py\", line 99999999999, in f\nx";

        assertThat(Tracebacks.in(java)).extracting(Traceback::sentence).containsExactly("x (C.java:7)");
        assertThat(Tracebacks.in(python)).extracting(Traceback::sentence).containsExactly("x");
    }

    @Test
    void of_a_line_that_never_ends_only_the_beginning_is_looked_at() {
        String frame = "Exception in thread \"main\" x\n\tat " + "a/".repeat(100_000) + "b(C.java:1)";
        String exception = "Process Process-1:\n" + "a.".repeat(100_000) + "b";

        assertThat(Tracebacks.in(frame)).extracting(Traceback::sentence).containsExactly("x");
        assertThat(Tracebacks.in(exception)).isEmpty();
        assertThat(Tracebacks.in("Exception in thread \"main\" " + "x".repeat(100_000)))
                .allSatisfy(found -> assertThat(found.sentence()).hasSizeLessThan(1000));
    }

    /** Else a program could write for so long that its check is given up as one that hangs. */
    @Test
    void of_a_long_text_only_the_end_is_looked_at() {
        String causes = "Caused by: x\n\tat a.b(C.java:1)\n".repeat(500_000);
        String chain = "Traceback (most recent call last):\n  File \"c.py\", line 1\nx\n"
                + ("During handling of the above exception, another exception occurred:\n"
                                + "Traceback (most recent call last):\n  File \"c.py\", line 1\nx\n")
                        .repeat(100_000);
        String last = "Exception in thread \"main\" last\n\tat a.b(C.java:3)\n";

        assertThat(Tracebacks.in("Exception in thread \"main\" first\n" + causes + last))
                .extracting(Traceback::sentence)
                .containsExactly("last (C.java:3)");
        assertThat(Tracebacks.in(chain + last))
                .last()
                .extracting(Traceback::sentence)
                .isEqualTo("last (C.java:3)");
    }
}

package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static procgrade.build.BuildFixture.built;
import static procgrade.build.BuildFixture.failed;
import static procgrade.build.BuildFixture.outputOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.BuildFailed;
import procgrade.build.BuildOutcome.Built;
import procgrade.submission.EnvironmentFault;

class PythonBuildTests {
    @TempDir
    private Path temporary;

    private BuildFixture fixture;

    @BeforeEach
    void makeFixture() throws IOException {
        fixture = new BuildFixture(temporary);
        assumeThat(fixture.tools().python()).as("there is no python3 here").isPresent();
    }

    @Test
    void a_program_is_found_at_any_depth_and_runs_where_it_is() throws Exception {
        fixture.file("src/deep/pi_mw.py", "import worker\nprint(worker.name)\n")
                .file("src/deep/worker.py", "name = 'w'\n");

        Built built = built(fixture.python());

        Program program = built.program();
        assertThat(built.notices()).isEmpty();
        assertThat(program.name()).isEqualTo("pi_mw.py");
        assertThat(program.command()).hasSize(2).endsWith("pi_mw.py");
        assertThat(program.folder()).isEqualTo(temporary.resolve("staging/src/deep"));
        assertThat(program.environment()).isEqualTo(Map.of("PYTHONDONTWRITEBYTECODE", "1"));
        assertThat(outputOf(program)).isEqualTo("w\n");
        assertThat(program.folder().resolve("__pycache__")).doesNotExist();
    }

    @Test
    void checking_runs_nothing() {
        fixture.file("pi_mw.py", "open('ran', 'w')\nimport worker\n").file("worker.py", "open('ran', 'w')\n");

        Program program = built(fixture.python()).program();

        assertThat(program.folder().resolve("ran")).doesNotExist();
        assertThat(fixture.work()).isEmptyDirectory();
    }

    @Test
    void a_syntax_error_is_shown_with_line_and_column() {
        fixture.file("src/pi_mw.py", "def worker():\n    return 1 +\n");

        BuildFailed failed = failed(fixture.python());

        assertThat(failed.rationale()).isEqualTo("src/pi_mw.py:2: SyntaxError: invalid syntax");
        assertThat(failed.compilerLines())
                .hasSize(4)
                .startsWith("File \"src/pi_mw.py\", line 2", "  return 1 +")
                .endsWith("SyntaxError: invalid syntax");
        assertThat(failed.compilerLines().get(2)).matches(" +\\^");
        assertThat(failed.help()).isEmpty();
        assertThat(failed.language()).contains(Language.PYTHON);
    }

    @Test
    void an_error_has_the_name_that_python_gives_it() {
        fixture.file("pi_mw.py", "def main():\nprint(1)\n");

        assertThat(failed(fixture.python()).rationale())
                .startsWith("pi_mw.py:2: IndentationError: expected an indented");
    }

    @Test
    void modules_that_the_program_imports_are_checked_and_others_not() {
        fixture.file("pi_mw.py", "from lib.worker import work\nfrom . import other\n")
                .file("lib/worker.py", "def work(:\n")
                .file("other.py", "return 7\n")
                .file("draft.py", "this is no Python\n");

        BuildFailed failed = failed(fixture.python());

        assertThat(failed.rationale())
                .startsWith("lib/worker.py:1: SyntaxError: ")
                .endsWith(", and 1 more error");
        assertThat(failed.compilerLines())
                .contains("File \"other.py\", line 1", "SyntaxError: 'return' outside function");
    }

    @Test
    void byte_order_marks_and_carriage_returns_do_not_matter() throws Exception {
        fixture.file("pi_mw.py", "\ufeffif True:\r\n    print('ä')\r\n");

        assertThat(outputOf(built(fixture.python()).program())).isNotEmpty();
    }

    @Test
    void latin_1_is_refused_by_python_itself_and_explained() {
        fixture.file("pi_mw.py", "print('ä')\n", StandardCharsets.ISO_8859_1);

        assertThat(failed(fixture.python()).help())
                .isEqualTo("save the file as UTF-8, or let it begin with '# -*- coding: latin-1 -*-'");
    }

    @Test
    void latin_1_in_a_comment_is_refused_as_the_interpreter_does() {
        fixture.file("pi_mw.py", "import sys\n\n# Größe\n", StandardCharsets.ISO_8859_1);

        BuildFailed failed = failed(fixture.python());

        assertThat(failed.rationale()).startsWith("pi_mw.py:3: SyntaxError: 'utf-8' codec can't decode");
        assertThat(failed.help()).startsWith("save the file as UTF-8, ");
    }

    @Test
    void latin_1_that_says_so_is_fine() {
        fixture.file("pi_mw.py", "# -*- coding: latin-1 -*-\nprint('ä')\n", StandardCharsets.ISO_8859_1);

        built(fixture.python());
    }

    @Test
    void zero_bytes_are_errors_of_the_program() {
        fixture.file("pi_mw.py", "x = '\0'\n");

        assertThat(failed(fixture.python()).rationale())
                .matches("pi_mw.py:[12]: (SyntaxError|ValueError): source code (string )?cannot contain null bytes");
    }

    @Test
    void deep_nesting_is_an_error_of_the_program_also_in_what_it_imports() {
        fixture.file("pi_mw.py", "import deep\n").file("deep.py", "(".repeat(250) + ")".repeat(250));

        assertThat(failed(fixture.python()).rationale())
                .matches("deep.py:1: (SyntaxError: too many nested parentheses|MemoryError.*)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hex", "rot13", "zlib", "undefined", "idna", "no-such-encoding"})
    void an_encoding_that_is_none_is_an_error_of_the_program(String encoding) {
        fixture.file("pi_mw.py", "# -*- coding: " + encoding + " -*-\nx = 'ä'\n", StandardCharsets.ISO_8859_1);

        assertThat(failed(fixture.python()).rationale()).startsWith("pi_mw.py:");
    }

    @Test
    void a_program_that_crashes_the_parser_is_to_blame_itself() throws IOException {
        Path crashing = script("printf 'version\\t3\\t9\\n'; kill -SEGV $$");
        fixture.with(BuildFixture.withPython(fixture.tools(), Optional.of(crashing)))
                .file("src/pi_mw.py", "pass\n");

        BuildFailed failed = failed(fixture.python());

        assertThat(failed.rationale())
                .isEqualTo("python3 gave up reading src/pi_mw.py and what it imports: exit code 139, it said nothing");
        assertThat(failed.help()).startsWith("look for very long or deeply nested expressions");
    }

    @Test
    void more_errors_than_are_kept_of_the_output_do_no_harm() {
        String name = "a".repeat(200);
        StringBuilder imports = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            fixture.file(name + i + ".py", "x = (\n");
            imports.append("import ").append(name).append(i).append('\n');
        }
        fixture.file("pi_mw.py", imports.toString());

        assertThat(failed(fixture.python()).rationale())
                .startsWith(name + "0.py:1: SyntaxError: ")
                .endsWith(" more errors");
    }

    @Test
    void a_line_of_any_length_is_shown_in_part() {
        fixture.file("pi_mw.py", "x = '" + "ä".repeat(300_000) + "' y\n");

        List<String> lines = failed(fixture.python()).compilerLines();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("  x = 'ää").endsWith("ää...").hasSizeLessThan(300);
    }

    @Test
    void no_character_of_a_program_begins_a_line_of_the_report() {
        fixture.file("pi_mw.py", "x = $ \u2028\u0085\u000b\rerror\tpi_mw.py\n");

        assertThat(failed(fixture.python()).compilerLines()).hasSize(4);
    }

    @Test
    void a_file_that_hides_a_module_of_python_is_pointed_out() {
        fixture.file("pi_mw.py", "import multiprocessing\n").file("multiprocessing.py", "pass\n");

        assertThat(built(fixture.python()).notices())
                .containsExactly("multiprocessing.py hides Python's own module of that name: give it another name if"
                        + " that is not meant");
    }

    @Test
    void a_missing_main_file_is_explained() {
        fixture.file("src/pi-mw.py", "pass\n");

        BuildFailed failed = failed(fixture.python());

        assertThat(failed.rationale()).isEqualTo("there is no pi_mw.py");
        assertThat(failed.help()).isEqualTo("call the file that is run pi_mw.py; found were: src/pi-mw.py");
    }

    @Test
    void two_main_files_are_too_many() {
        fixture.file("a/pi_mw.py", "pass\n").file("b/pi_mw.py", "pass\n").file("c/pi_mw.py", "pass\n");

        BuildFailed failed = failed(fixture.python());

        assertThat(failed.rationale()).isEqualTo("three files are named pi_mw.py: a/pi_mw.py, b/pi_mw.py, c/pi_mw.py");
        assertThat(failed.help()).isEqualTo("hand in one");
    }

    @Test
    void a_missing_python_is_a_fault_of_this_machine() {
        fixture.with(BuildFixture.withPython(fixture.tools(), Optional.empty())).file("pi_mw.py", "pass\n");

        assertThatThrownBy(fixture::python)
                .isInstanceOfSatisfying(
                        EnvironmentFault.class,
                        fault -> assertThat(fault.wayOut())
                                .isEqualTo("install Python 3.8 or newer (Debian: apt-get install python3)"))
                .hasMessage("there is no python3 on this machine");
    }

    @Test
    void an_old_python_is_a_fault_of_this_machine() throws IOException {
        Path old = script("printf 'version\\t3\\t7\\n'");
        fixture.with(BuildFixture.withPython(fixture.tools(), Optional.of(old))).file("pi_mw.py", "pass\n");

        assertThatThrownBy(fixture::python)
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage(old + " is Python 3.7, too old");
    }

    @Test
    void a_broken_python_is_a_fault_of_this_machine() throws IOException {
        Path broken = script("echo 'no such version' >&2; exit 127");
        fixture.with(BuildFixture.withPython(fixture.tools(), Optional.of(broken)))
                .file("pi_mw.py", "pass\n");

        assertThatThrownBy(fixture::python)
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage(broken + " does not work: exit code 127, no such version");
    }

    @Test
    void a_python_that_does_not_end_is_stopped() {
        fixture.with(BuildFixture.hanging(fixture.tools())).file("pi_mw.py", "pass\n");

        assertThat(failed(fixture.python()).rationale())
                .isEqualTo("python3 was not done with reading pi_mw.py after 0 s");
    }

    private Path script(String commands) throws IOException {
        Path file = Files.writeString(temporary.resolve("python3"), "#!/bin/sh\n" + commands + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

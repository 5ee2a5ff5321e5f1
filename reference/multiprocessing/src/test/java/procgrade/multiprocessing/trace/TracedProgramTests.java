package procgrade.multiprocessing.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.multiprocessing.trace.TraceFile.Ending;
import procgrade.multiprocessing.trace.TraceFile.Event;
import procgrade.multiprocessing.trace.TraceFile.Kind;

@Timeout(120)
class TracedProgramTests {
    @TempDir
    Path temporary;

    @Test
    void what_was_recorded_survives_sigkill() throws Exception {
        Process program = start(traces(), "", "records", "20000");
        BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("recorded, trace on");

        program.destroyForcibly().waitFor();

        TraceFile trace = read().get(0);
        assertThat(trace.pid()).isEqualTo(program.pid());
        assertThat(trace.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(trace.unreadable()).isZero();
        assertThat(of(trace, Kind.PUT)).hasSize(20_000);
        assertThat(of(trace, Kind.PUT).get(19_999).item()).isEqualTo(20_000);
    }

    @Test
    void an_untraced_program_loads_nothing_of_the_trace() throws Exception {
        Process program = start("", "-Xlog:class+load", "records", "5");
        program.getOutputStream().close();

        String output = text(program);

        assertThat(program.waitFor()).isZero();
        assertThat(output).contains("recorded, trace off");
        assertThat(output).contains("procgrade.multiprocessing.trace.Trace ");
        assertThat(output).doesNotContain("procgrade.multiprocessing.trace.TraceWriter", "java.lang.management");
    }

    @Test
    void an_unusable_folder_costs_one_line_and_not_the_program() throws Exception {
        Path occupied = Files.createFile(temporary.resolve("occupied"));
        Process program = start(occupied.toString(), "", "records", "5");
        program.getOutputStream().close();

        assertThat(text(program)).isEqualTo("recorded, trace off\nread -1\n");
        assertThat(program.waitFor()).isZero();
        assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("cannot write a trace into the folder \"" + occupied + "\": it is a file; "
                        + "this process runs on untraced, name a folder you may write to in PROCGRADE_TRACE\n");
    }

    @Test
    void a_java_without_cpu_clock_costs_one_line_and_not_the_program() throws Exception {
        Process program = start(traces(), "--limit-modules=java.base", "records", "5");
        program.getOutputStream().close();

        assertThat(text(program)).isEqualTo("recorded, trace off\nread -1\n");
        assertThat(program.waitFor()).isZero();
        assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("cannot write a trace into the folder \"" + traces()
                        + "\": this Java lacks java/lang/management/ManagementFactory; "
                        + "use one with java.management, or unset PROCGRADE_TRACE\n");
    }

    @Test
    void a_file_that_cannot_grow_ends_the_trace_and_not_the_program() throws Exception {
        ProcessBuilder limited = builder(traces(), "", "records", "100000");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 4000 && exec \"$@\"", "sh"));
        command.addAll(limited.command());
        Process program = limited.command(command).start();
        program.getOutputStream().close();

        assertThat(text(program)).isEqualTo("recorded, trace on\nread -1\n");
        assertThat(program.waitFor()).isZero();

        TraceFile trace = read().get(0);
        assertThat(trace.ending()).isEqualTo(Ending.NO_SPACE);
        assertThat(trace.events()).hasSizeBetween(16_000, 99_999);
    }

    @Test
    void every_process_of_a_program_writes_its_own_trace() throws Exception {
        Process program = start(traces(), "", "processes");
        assertThat(text(program)).isEqualTo("sum 190\n");
        assertThat(program.waitFor()).isZero();

        List<TraceFile> traces = read();

        TraceFile parent = traces.stream()
                .filter(trace -> trace.pid() == program.pid())
                .findFirst()
                .orElseThrow();
        assertThat(of(parent, Kind.SPAWN)).extracting(Event::object).containsExactly("first worker", "second worker");
        assertThat(traces).extracting(TraceFile::pid).containsExactlyInAnyOrderElementsOf(family(parent));
        assertThat(traces).allSatisfy(trace -> assertThat(trace.unreadable()).isZero());
        assertThat(traces.stream().filter(trace -> trace.pid() != parent.pid())).allSatisfy(child -> {
            assertThat(of(child, Kind.START)).extracting(Event::item).containsExactly(parent.pid());
            assertThat(of(child, Kind.EXIT)).extracting(Event::item).containsExactly(0L);
        });
        assertThat(Dump.timeline(traces)).anyMatch(line -> line.contains("first worker (") && line.contains(" ms ago"));
    }

    private static Set<Long> family(TraceFile parent) {
        Set<Long> pids = of(parent, Kind.SPAWN).stream().map(Event::item).collect(Collectors.toSet());
        pids.add(parent.pid());
        return pids;
    }

    @Test
    void every_get_has_its_put_in_another_process_before_it() throws Exception {
        Process program = start(traces(), "", "processes");
        assertThat(text(program)).isEqualTo("sum 190\n");
        assertThat(program.waitFor()).isZero();

        List<Event> puts = all(Kind.PUT);
        List<Event> gets = all(Kind.GET);

        assertThat(gets).hasSize(42);
        assertThat(ids(gets)).hasSize(42).isEqualTo(ids(puts)).doesNotContain(0L);
        for (Event get : gets) {
            Event put = puts.stream()
                    .filter(candidate -> candidate.item() == get.item())
                    .findFirst()
                    .orElseThrow();
            assertThat(put.nanos()).isLessThanOrEqualTo(get.nanos());
        }
        assertThat(all(Kind.ACQUIRE)).hasSize(20).extracting(Event::object).containsOnly("lock-1");
        assertThat(all(Kind.RELEASE)).hasSize(20);
    }

    @Test
    void every_process_that_passes_a_barrier_notes_its_place_in_the_order_of_arrival() throws Exception {
        Process program = start(traces(), "", "barrier");
        assertThat(text(program)).isEqualTo("met\n");
        assertThat(program.waitFor()).isZero();

        assertThat(read())
                .hasSize(2)
                .allSatisfy(trace -> assertThat(of(trace, Kind.BARRIER))
                        .singleElement()
                        .extracting(Event::object)
                        .isEqualTo("barrier-1"));
        assertThat(all(Kind.BARRIER)).extracting(Event::item).containsExactlyInAnyOrder(0L, 1L);
    }

    private static Set<Long> ids(List<Event> events) {
        Set<Long> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.item()));
        return ids;
    }

    private List<Event> all(Kind kind) throws IOException {
        return read().stream().flatMap(trace -> of(trace, kind).stream()).toList();
    }

    private static List<Event> of(TraceFile trace, Kind kind) {
        return trace.events().stream().filter(event -> event.kind() == kind).toList();
    }

    private List<TraceFile> read() throws IOException {
        List<TraceFile> traces = new ArrayList<>();
        try (var files = Files.list(Path.of(traces()))) {
            for (Path file : files.toList()) {
                traces.add(TraceFile.read(file));
            }
        }
        return traces;
    }

    private String traces() {
        return temporary.resolve("traces").toString();
    }

    private static Process start(String folder, String flag, String... arguments) throws IOException {
        return builder(folder, flag, arguments).start();
    }

    private static ProcessBuilder builder(String folder, String flag, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(new File(System.getProperty("java.home"), "bin/java").getPath());
        if (!flag.isEmpty()) {
            command.add(flag);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TracedProgram.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(Trace.VARIABLE, folder);
        return builder;
    }

    private static String text(Process program) throws IOException {
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

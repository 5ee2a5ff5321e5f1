package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Saves what {@code /proc} says about some processes in the form of {@link SavedProc}, so that the tests can be fed with
 * other kernels and other machines. Run it from the test class path with the process ids as arguments; look over the
 * result for names and paths that are nobody's business; the environment is left out for that reason.
 */
public final class ProcRecorder {
    private static final int LIMIT_BYTES = 1 << 16;
    private static final List<String> OF_PROCESS = List.of("stat", "status", "cmdline");
    private static final List<String> OF_THREAD = List.of("stat", "schedstat", "syscall");

    private final ProcFs proc;
    private final List<String> lines = new ArrayList<>();

    ProcRecorder(ProcFs proc) {
        this.proc = proc;
    }

    /** Prints the entries of the processes whose ids are given. */
    public static void main(String[] pids) {
        ProcRecorder recorder = new ProcRecorder(ProcFs.ofThisMachine());
        recorder.file("self/auxv");
        for (String pid : pids) {
            recorder.process(pid);
        }
        recorder.lines.forEach(System.out::println);
    }

    List<String> process(String pid) {
        OF_PROCESS.forEach(name -> file(pid + "/" + name));
        for (long tid : proc.numbers(pid + "/task", LIMIT_BYTES).toOptional().orElse(List.of())) {
            String thread = pid + "/task/" + tid + "/";
            OF_THREAD.forEach(name -> file(thread + name));
            switches(thread + "status");
        }
        descriptors(pid);
        return lines;
    }

    /** Only what a thread may wait on: a Java virtual machine also has its jars open, which are nobody's business. */
    private void descriptors(String pid) {
        for (Descriptor descriptor : Descriptor.all(proc, pid, LIMIT_BYTES)) {
            switch (descriptor.kind()) {
                case FILE, OTHER, UNREADABLE -> {}
                default -> link(pid + "/fd/" + descriptor.number());
            }
        }
    }

    /** The other sixty lines are those of the process again. */
    private void switches(String path) {
        file(
                path,
                proc.read(path, LIMIT_BYTES)
                        .parse(content -> Optional.of(new String(content, StandardCharsets.ISO_8859_1)
                                .lines()
                                .filter(line -> line.contains("ctxt_switches"))
                                .collect(Collectors.joining("\n", "", "\n"))
                                .getBytes(StandardCharsets.ISO_8859_1))));
    }

    private void file(String path) {
        file(path, proc.read(path, LIMIT_BYTES));
    }

    private void file(String path, Observed<byte[]> content) {
        switch (content.availability()) {
            case KNOWN -> lines.add(("file " + path + " " + escaped(content.value())).stripTrailing());
            case UNREADABLE -> lines.add("refused " + path);
            case GONE -> lines.add("# gone: " + path);
        }
    }

    private void link(String path) {
        Observed<Link> link = proc.link(path);
        if (link.isKnown()) {
            Link to = link.value();
            lines.add("link " + path + " " + to.type() + " " + to.device() + " " + to.inode() + " " + to.target());
        }
    }

    private static String escaped(byte[] content) {
        StringBuilder text = new StringBuilder();
        for (byte signed : content) {
            int value = signed & 0xff;
            switch (value) {
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> text.append(value >= ' ' && value < 0x7f ? "" + (char) value : "\\x%02x".formatted(value));
            }
        }
        return text.toString();
    }
}

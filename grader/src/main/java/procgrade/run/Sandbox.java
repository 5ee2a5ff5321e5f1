package procgrade.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The walls around a program: bubblewrap, with its own process, network, IPC, host name and user namespaces, a
 * read-only file system, and empty temporary folders of limited size. Where it does not work, programs run as ordinary
 * processes, and {@link #notice()} says so. {@code docs/running.md} says what it holds and what it does not.
 *
 * <p>Immutable.
 */
public final class Sandbox {
    private static final long TEMPORARY_BYTES = 256L << 20;
    private static final long SHARED_MEMORY_BYTES = 1L << 30;
    private static final String NOBODY = "65534";
    private static final List<String> USUAL = List.of("/tmp", "/var/tmp", "/home", "/root", "/run");

    private final Optional<Bubblewrap> bubblewrap;
    private final List<Path> hiding;
    private final String notice;

    private Sandbox(Optional<Bubblewrap> bubblewrap, List<Path> hiding, String notice) {
        this.bubblewrap = bubblewrap;
        this.hiding = List.copyOf(hiding);
        this.notice = notice;
    }

    /**
     * What a probe has shown to work.
     *
     * @param program its executable file
     * @param modern whether it limits the size of file systems and forbids further namespaces; versions before 0.8
     *     do not
     */
    record Bubblewrap(Path program, boolean modern) {}

    /** {@return the sandbox of this machine, found out by starting one; asked again, the answer is the same} */
    public static Sandbox ofThisMachine() {
        return SandboxProbe.ofThisMachine();
    }

    /** {@return no sandbox: programs run as ordinary processes} */
    public static Sandbox none() {
        return without("no sandbox: it is switched off, so programs run with all rights of this user");
    }

    static Sandbox without(String notice) {
        return new Sandbox(Optional.empty(), List.of(), notice);
    }

    static Sandbox of(Bubblewrap bubblewrap) {
        return new Sandbox(Optional.of(bubblewrap), List.of(), "");
    }

    /**
     * Hides further folders from programs: rubrics, other submissions. What a program may read or write there must be
     * named in its {@link RunSpec}.
     *
     * @param folders to hide; missing ones are ignored
     * @return a new sandbox that hides these, too; the same as before if there is none
     */
    public Sandbox hiding(Collection<Path> folders) {
        List<Path> all = new ArrayList<>(hiding);
        all.addAll(folders);
        return new Sandbox(bubblewrap, all, notice);
    }

    /** {@return whether programs run in a sandbox} */
    public boolean works() {
        return bubblewrap.isPresent();
    }

    /** {@return what a reader of a report should know, in one line; empty if programs run in a sandbox} */
    public String notice() {
        return notice;
    }

    /**
     * Puts the sandbox around a command.
     *
     * @param command what to run inside
     * @param spec what it may see
     * @param program the executable file it is about
     * @param alsoReadable further files and folders it may read
     * @return the command that starts all of it
     * @throws IllegalStateException if there is no sandbox
     */
    List<String> around(List<String> command, RunSpec spec, Path program, List<Path> alsoReadable) {
        Bubblewrap with = bubblewrap.orElseThrow(IllegalStateException::new);
        Mounts mounts = new Mounts(hidden()).program(program);
        spec.readable().forEach(mounts::readOnly);
        alsoReadable.forEach(mounts::readOnly);
        spec.recording().own().ifPresent(mounts::writable);
        mounts.writable(spec.folder(), spec.files());
        List<String> words = new ArrayList<>(List.of(with.program().toString(), "--ro-bind", "/", "/"));
        words.addAll(List.of("--dev", "/dev"));
        words.addAll(with.modern() ? size(SHARED_MEMORY_BYTES) : List.of());
        words.addAll(List.of("--tmpfs", "/dev/shm", "--proc", "/proc"));
        // who grades as root is root to the kernel inside, too, and root needs no capability to set its variables
        words.addAll(List.of("--ro-bind", "/proc/sys", "/proc/sys"));
        words.addAll(mounts.options(with.modern() ? size(TEMPORARY_BYTES) : List.of()));
        words.addAll(List.of("--unshare-user", "--uid", NOBODY, "--gid", NOBODY, "--cap-drop", "ALL"));
        words.addAll(with.modern() ? List.of("--disable-userns") : List.of());
        words.addAll(List.of("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"));
        words.addAll(List.of("--unshare-cgroup-try", "--hostname", "sandbox"));
        words.addAll(List.of("--die-with-parent", "--new-session"));
        words.addAll(
                List.of("--chdir", spec.folder().toAbsolutePath().normalize().toString(), "--"));
        words.addAll(command);
        return words;
    }

    private static List<String> size(long bytes) {
        return List.of("--size", Long.toString(bytes));
    }

    private List<Path> hidden() {
        List<Path> all = new ArrayList<>();
        USUAL.forEach(folder -> all.add(Path.of(folder)));
        all.add(Path.of(System.getProperty("user.home")));
        all.addAll(hiding);
        return all;
    }
}

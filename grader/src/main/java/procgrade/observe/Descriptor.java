package procgrade.observe;

import java.util.List;
import java.util.function.Predicate;

/**
 * A file descriptor of another process.
 *
 * @param number of the descriptor in that process
 * @param kind what it leads to
 * @param target path or kernel name such as {@code pipe:[5436]}, in printable form; empty if unreadable
 * @param device of the file, 0 if unreadable; see {@link Link}
 * @param inode of the file, 0 if unreadable
 */
public record Descriptor(int number, DescriptorKind kind, String target, long device, long inode) {

    /**
     * Reads one descriptor.
     *
     * @param proc where to read
     * @param folder of the process, {@code PID}, or better of the thread that uses the descriptor, {@code PID/task/TID}:
     *     once the first thread of a process has ended, the folder of the process shows no descriptors any more
     * @param number of the descriptor
     * @return the descriptor, of kind {@link DescriptorKind#UNREADABLE} if it is closed or may not be read
     */
    public static Descriptor read(ProcFs proc, String folder, int number) {
        return of(number, proc.link(folder + "/fd/" + number));
    }

    /**
     * Reads those descriptors of a process that may lead to a certain file.
     *
     * @param proc where to read
     * @param folder as for {@link #read}
     * @param limit the most to read, at least 1
     * @param promises tells by the target whether it may be the file; if not, neither kind nor identity are read
     * @return by ascending number; empty if they may not be listed
     */
    public static List<Descriptor> promising(ProcFs proc, String folder, int limit, Predicate<String> promises) {
        return proc.numbers(folder + "/fd", limit).toOptional().orElse(List.of()).stream()
                .map(number -> of(number.intValue(), proc.link(folder + "/fd/" + number, promises)))
                .filter(descriptor -> promises.test(descriptor.target()))
                .toList();
    }

    private static Descriptor of(int number, Observed<Link> link) {
        return link.isKnown() ? of(number, link.value()) : new Descriptor(number, DescriptorKind.UNREADABLE, "", 0, 0);
    }

    /**
     * Reads the descriptors of a process.
     *
     * @param proc where to read
     * @param folder as for {@link #read}
     * @param limit the most to read, at least 1
     * @return by ascending number; empty if they may not be listed
     */
    public static List<Descriptor> all(ProcFs proc, String folder, int limit) {
        return proc.numbers(folder + "/fd", limit).toOptional().orElse(List.of()).stream()
                .map(number -> read(proc, folder, number.intValue()))
                .toList();
    }

    static Descriptor of(int number, Link link) {
        return new Descriptor(number, kindOf(link), link.target(), link.device(), link.inode());
    }

    private static DescriptorKind kindOf(Link link) {
        if (link.target().startsWith("/")) {
            return switch (link.type()) {
                case FIFO -> DescriptorKind.NAMED_PIPE;
                case SOCKET -> DescriptorKind.SOCKET;
                case REGULAR -> DescriptorKind.FILE;
                case CHARACTER_DEVICE -> DescriptorKind.DEVICE;
                case DIRECTORY, OTHER -> DescriptorKind.OTHER;
            };
        }
        return kindOfKernelName(link.target());
    }

    private static DescriptorKind kindOfKernelName(String name) {
        int bracket = name.indexOf(":[");
        String type = bracket < 0 ? name : name.substring(0, bracket);
        return switch (type) {
            case "pipe" -> DescriptorKind.PIPE;
            case "socket" -> DescriptorKind.SOCKET;
            // a pidfd has been a file system of its own since Linux 6.9
            case "pidfd" -> DescriptorKind.PROCESS;
            case "anon_inode" -> kindOfAnonymous(name.substring(bracket + 2));
            default -> name.startsWith("anon_inode:") ? DescriptorKind.OTHER_ANONYMOUS : DescriptorKind.OTHER;
        };
    }

    private static DescriptorKind kindOfAnonymous(String name) {
        return switch (name) {
            case "eventfd]" -> DescriptorKind.EVENT_COUNTER;
            case "eventpoll]" -> DescriptorKind.EPOLL;
            case "timerfd]" -> DescriptorKind.TIMER;
            case "pidfd]" -> DescriptorKind.PROCESS;
            default -> DescriptorKind.OTHER_ANONYMOUS;
        };
    }

    /** {@return whether it is a pipe, with or without a name} */
    public boolean isPipe() {
        return kind == DescriptorKind.PIPE || kind == DescriptorKind.NAMED_PIPE;
    }
}

package procgrade.observe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A named pipe of procgrade's Java library {@code multiprocessing}, read from its path
 * {@code …/multiprocessing-<pidns>-<pid>-<start>/<object>-<n>.<role>}. The path tells which queue, lock or other
 * object a process waits for, and in what way.
 *
 * @param folder the folder of the program's session, as the process sees it
 * @param object name of the object within the session, such as {@code queue-1}
 * @param type the kind of object, such as {@code queue}
 * @param role what the pipe does for the object, such as {@code data}; of a part of the object, {@code part.role}
 * @param timed whether it was opened for a wait with a time-out: these go through a second name of the same pipe
 */
public record MultiprocessingPipe(String folder, String object, String type, String role, boolean timed) {

    private static final Pattern FORM = Pattern.compile(
            "(/.*/multiprocessing-\\d+-\\d+-\\w+)/" // the folder of the session
                    + "(timed-)?(([a-z]+)-[a-z0-9_-]+)\\.([a-z.]+)(?: \\(deleted\\))?");

    /**
     * Reads the name of a pipe.
     *
     * @param descriptor of any kind
     * @return empty if it is not a pipe of the library
     */
    public static Optional<MultiprocessingPipe> of(Descriptor descriptor) {
        if (descriptor.kind() != DescriptorKind.NAMED_PIPE) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(descriptor.target());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new MultiprocessingPipe(
                matcher.group(1), matcher.group(3), matcher.group(4), matcher.group(5), matcher.group(2) != null));
    }

    /** {@return the name of the pipe within the session, the same for timed waits, for example {@code queue-1.data}} */
    public String file() {
        return object + '.' + role;
    }
}

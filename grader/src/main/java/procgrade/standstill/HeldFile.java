package procgrade.standstill;

import procgrade.observe.Descriptor;

/**
 * A file that a process has open, and in what way: the {@code flags} of proc_pid_fdinfo(5).
 *
 * @param descriptor what it leads to
 * @param readable whether it can be read from; true if that is not known
 * @param writable whether it can be written to; true if that is not known
 * @param details the text of {@code fdinfo}, possibly empty
 */
record HeldFile(Descriptor descriptor, boolean readable, boolean writable, String details) {
    private static final String FLAGS = "flags:";
    private static final int ACCESS_BITS = 3;
    private static final int WRITE_ONLY = 1;

    static HeldFile of(Descriptor descriptor, String details) {
        int access = access(details);
        return new HeldFile(descriptor, access != WRITE_ONLY, access != 0, details);
    }

    /** The two lowest bits of the octal number; those for reading and writing if there is none. */
    private static int access(String details) {
        int at = details.indexOf(FLAGS);
        if (at < 0) {
            return 2;
        }
        String number = details.substring(at + FLAGS.length()).trim().split("\\s", 2)[0];
        return number.matches("[0-7]{1,12}") ? (int) (Long.parseLong(number, 8) & ACCESS_BITS) : 2;
    }
}

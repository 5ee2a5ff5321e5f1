package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reading of {@code /proc/PID/task/TID/syscall}, proc_pid_syscall(5). The kernel answers with a call only if the
 * thread is off its core, so the file itself is the best test of whether a thread is blocked.
 *
 * @param form which of the three forms the file had
 * @param number of the system call, by the numbering of the machine; -1 unless {@link Form#IN_CALL}
 * @param arguments the six arguments of the call, as in the registers; empty unless {@link Form#IN_CALL}
 * @param stackPointer 0 if {@link Form#RUNNING}
 */
public record KernelCall(Form form, long number, List<Long> arguments, long stackPointer) {
    /** The forms of the file. */
    public enum Form {
        /** {@code running}: on a core, or ready to be. */
        RUNNING,
        /** {@code -1 SP PC}: off its core, but not by a system call. */
        OUTSIDE_CALL,
        /** {@code NUMBER ARG0 … ARG5 SP PC}. */
        IN_CALL
    }

    static final int LIMIT_BYTES = 512;

    private static final KernelCall IS_RUNNING = new KernelCall(Form.RUNNING, -1, List.of(), 0);
    private static final int ARGUMENTS = 6;
    private static final int REGISTERS_OF_CALL = ARGUMENTS + 2;
    private static final int REGISTERS_OUTSIDE = 2;

    /** Copies the list. */
    public KernelCall {
        arguments = List.copyOf(arguments);
    }

    /**
     * Parses the content of the file.
     *
     * @param content the whole file
     * @return the reading, empty if malformed
     */
    public static Optional<KernelCall> parse(byte[] content) {
        String line = new String(content, StandardCharsets.ISO_8859_1).trim();
        if (line.equals("running")) {
            return Optional.of(IS_RUNNING);
        }
        try {
            int space = line.indexOf(' ');
            long number = space < 0 ? -1 : Long.parseLong(line, 0, space, 10);
            List<Long> registers = registers(line, space);
            if (number == -1 && registers.size() == REGISTERS_OUTSIDE) {
                return Optional.of(new KernelCall(Form.OUTSIDE_CALL, -1, List.of(), registers.get(0)));
            }
            return registers.size() == REGISTERS_OF_CALL
                    ? Optional.of(new KernelCall(
                            Form.IN_CALL, number, registers.subList(0, ARGUMENTS), registers.get(ARGUMENTS)))
                    : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** The numbers after the first word; each has a space before it. */
    private static List<Long> registers(String line, int firstSpace) {
        List<Long> registers = new ArrayList<>(REGISTERS_OF_CALL);
        int space = firstSpace;
        while (space >= 0) {
            int next = line.indexOf(' ', space + 1);
            if (!line.startsWith("0x", space + 1)) {
                throw new NumberFormatException(line);
            }
            registers.add(Long.parseUnsignedLong(line, space + 3, next < 0 ? line.length() : next, 16));
            space = next;
        }
        return registers;
    }

    /**
     * An argument of the call.
     *
     * @param index 0 to 5
     * @return its register
     */
    public long argument(int index) {
        return arguments.get(index);
    }

    /**
     * Whether the program is a 32-bit one, whose calls have other numbers: only there is the stack below 4 GiB.
     *
     * @return true if the numbers must not be looked up in {@link SystemCall}
     */
    boolean isOf32BitProgram() {
        return form == Form.IN_CALL && stackPointer >>> 32 == 0;
    }
}

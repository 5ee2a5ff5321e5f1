package procgrade.observe;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** Concludes what a thread is doing from its state and its system call. A pure function. */
final class WaitClassifier {
    private static final int FUTEX_COMMAND_BITS = 0x7f;
    private static final long P_PID = 1;

    private final Architecture architecture;

    WaitClassifier(Architecture architecture) {
        this.architecture = architecture;
    }

    ThreadWait classify(ProcessState state, Observed<KernelCall> reading, IntFunction<Descriptor> descriptors) {
        KernelCall raw = reading.toOptional().orElse(null);
        if (state.hasEnded()) {
            return ThreadWait.of(WaitKind.ENDED, raw);
        }
        if (state.isStopped()) {
            return ThreadWait.of(WaitKind.STOPPED, raw);
        }
        if (raw == null) {
            return ThreadWait.of(state == ProcessState.RUNNING ? WaitKind.RUNNING : WaitKind.UNREADABLE, null);
        }
        return switch (raw.form()) {
            case RUNNING -> ThreadWait.of(WaitKind.RUNNING, raw);
            case OUTSIDE_CALL -> ThreadWait.of(WaitKind.OUTSIDE_CALL, raw);
            case IN_CALL -> inCall(raw, descriptors);
        };
    }

    private ThreadWait inCall(KernelCall raw, IntFunction<Descriptor> descriptors) {
        Optional<SystemCall> known =
                raw.isOf32BitProgram() ? Optional.empty() : SystemCall.of(architecture, raw.number());
        if (known.isEmpty() || !blocks(known.get(), raw)) {
            return new ThreadWait(
                    WaitKind.OTHER_CALL, false, Optional.empty(), OptionalLong.empty(), known, Optional.of(raw));
        }
        SystemCall call = known.get();
        int argument = call.descriptorArgument();
        return new ThreadWait(
                call.kind(),
                call.timeLimit().isSetIn(raw),
                argument < 0 ? Optional.empty() : Optional.of(descriptors.apply((int) raw.argument(argument))),
                childOf(call, raw),
                known,
                Optional.of(raw));
    }

    /** Two calls are many in one; only some of their commands wait. The numbers are those of the kernel headers. */
    private static boolean blocks(SystemCall call, KernelCall raw) {
        long command = raw.argument(1);
        return switch (call) {
            case FUTEX ->
                switch ((int) command & FUTEX_COMMAND_BITS) {
                    // WAIT, LOCK_PI, WAIT_BITSET, WAIT_REQUEUE_PI, LOCK_PI2
                    case 0, 6, 9, 11, 13 -> true;
                    default -> false;
                };
            // F_SETLKW, F_OFD_SETLKW
            case FCNTL -> (int) command == 7 || (int) command == 38;
            default -> true;
        };
    }

    private static OptionalLong childOf(SystemCall call, KernelCall raw) {
        int pid = switch (call) {
            case WAIT4 -> (int) raw.argument(0);
            case WAITID -> raw.argument(0) == P_PID ? (int) raw.argument(1) : -1;
            default -> -1;
        };
        return pid > 0 ? OptionalLong.of(pid) : OptionalLong.empty();
    }
}

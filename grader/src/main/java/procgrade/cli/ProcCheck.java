package procgrade.cli;

import java.io.IOException;
import java.util.Optional;
import procgrade.cli.Machine.BlockedChild;
import procgrade.observe.Descriptor;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessTree;
import procgrade.observe.ScanLimits;
import procgrade.observe.ThreadWait;
import procgrade.observe.TreeScan;
import procgrade.observe.WaitKind;

/** Tries whether a waiting process can be looked into here: starts one and looks. */
final class ProcCheck {
    private static final String NAME = "/proc";
    private static final int LOOKS = 400;

    private ProcCheck() {}

    static CheckResult blockedChildIsSeen(Machine machine) {
        if (!machine.proc().read("self/stat", 1).isKnown()) {
            return CheckResult.fail(NAME, "there is no /proc", "use Linux; in a container, mount /proc");
        }
        try (BlockedChild child = machine.startBlockedChild()) {
            return look(machine, child.pid());
        } catch (IOException cause) {
            return CheckResult.fail(
                    NAME, "cannot start cat to look at it: " + cause.getMessage(), "install coreutils or busybox");
        }
    }

    private static CheckResult look(Machine machine, long pid) {
        TreeScan scan = new TreeScan(machine.proc(), machine.architecture(), ScanLimits.DEFAULT);
        Optional<ThreadWait> last = Optional.empty();
        for (int i = 0; i < LOOKS; i++) {
            last = firstThread(scan.scan(pid));
            if (last.filter(ProcCheck::readsFromPipe).isPresent()) {
                return CheckResult.pass(NAME, "a child that reads from a pipe is seen doing so");
            }
            if (last.isEmpty() || last.get().kind() == WaitKind.UNREADABLE) {
                break;
            }
            machine.pause();
        }
        return CheckResult.caution(
                NAME,
                "a child that reads from a pipe is seen as "
                        + last.map(ThreadWait::kind).map(Enum::name).orElse("GONE"),
                "a deadlock can only be suspected here; look for ptrace_scope (Yama), hidepid of /proc, or gVisor");
    }

    private static Optional<ThreadWait> firstThread(ProcessTree tree) {
        return tree.root().stream()
                .flatMap(process -> process.threads().stream())
                .map(ObservedThread::activity)
                .findFirst();
    }

    private static boolean readsFromPipe(ThreadWait wait) {
        return wait.kind() == WaitKind.READING
                && wait.on().filter(Descriptor::isPipe).isPresent();
    }
}

package procgrade.multiprocessing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.globals.Globals;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.CurrentFolder;
import procgrade.multiprocessing.kernel.OwnPid;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.launch.ChildCommand;
import procgrade.multiprocessing.launch.LaunchFaults;
import procgrade.multiprocessing.trace.Trace;

/**
 * Starts one child: everything it needs goes through its standard input, which then stays open as the
 * line whose end tells it that its parent is gone.
 */
final class ChildStart {
    private static final int MARK_BYTES = 8;

    private final Process process;
    private final Collection<Class<?>> named;

    ChildStart(Process process, Collection<Class<?>> named) {
        this.process = process;
        this.named = named;
    }

    Child start() {
        Lifecycle.install();
        CurrentFolder.require("start " + process.name());
        Session session = Session.current();
        int index = session.processes().claim();
        java.lang.Process launched = null;
        boolean started = false;
        try {
            Cells mark = session.allocate(MARK_BYTES);
            // while the virtual machine starts; if something cannot travel it is ended before it has done anything
            launched = launch();
            Encoder payload = payload(session, index, mark);
            session.processes().describe(index, launched.pid(), session.processIndex(), process.name());
            Departures.depart(index);
            Child child = Child.adopt(launched, process, index, mark);
            started = true;
            send(launched, payload);
            return child;
        } finally {
            Departures.cancel();
            if (!started) {
                session.processes().release(index);
            }
            if (!started && launched != null) {
                launched.destroyForcibly();
            }
        }
    }

    private Encoder payload(Session session, int index, Cells mark) {
        Encoder out = new Encoder();
        Departures.begin();
        out.text(process.identity());
        out.text(session.folder().getPath());
        out.integer(index);
        out.text(mark.ref());
        out.text(Departures.birthsName());
        out.text(process.name());
        out.value(process.isDaemon());
        out.text(CurrentProcess.get().name());
        out.integer(OwnPid.VALUE);
        int place = out.length();
        Globals globals = Globals.capture(ProgramClasses.of(process, named), new Values(), new Console.WarnOnce(), out);
        writeCall(out, globals);
        if (globals.mustBeRepeated()) {
            out.truncate(place);
            writeCall(out, globals.repeat());
        }
        return out;
    }

    private void writeCall(Encoder out, Globals globals) {
        if (process.call() != null) {
            process.call().write(out, globals);
        } else {
            TargetCall.writeSubclass(out, process, globals);
        }
    }

    private java.lang.Process launch() {
        List<String> command = new ArrayList<>(ChildCommand.of(ChildMain.class.getName()));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
            if (!Trace.ON) {
                builder.environment().remove(Trace.VARIABLE); // or each child would complain of the folder again
            }
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot start " + process.name() + ": " + LaunchFaults.explain(e.getMessage()), e);
        }
    }

    /** A child that dies before it has read everything says why on standard error; nothing is to be added. */
    private static void send(java.lang.Process launched, Encoder payload) {
        OutputStream out = launched.getOutputStream();
        byte[] length = new byte[4];
        for (int i = 0; i < 4; i++) {
            length[i] = (byte) (payload.length() >>> (24 - 8 * i));
        }
        try {
            out.write(length);
            out.write(payload.bytes(), 0, payload.length());
            out.flush();
        } catch (IOException brokenPipe) {
            return;
        }
    }
}

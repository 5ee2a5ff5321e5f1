package procgrade.observe;

import java.util.Optional;

/**
 * The files that one sampler keeps open, so many and no more: a program with thousands of threads must not use up the
 * descriptors of the grader. Beyond that they are opened for each reading.
 */
final class KeptFiles {
    /** Enough for 6 virtual machines six times over; a process may commonly have 4096 descriptors or more. */
    static final int MOST_OPEN = 2_048;

    private final ProcFs proc;
    private final int mostOpen;
    private int open;

    KeptFiles(ProcFs proc, int mostOpen) {
        this.proc = proc;
        this.mostOpen = mostOpen;
    }

    /** Empty if there is no such file, or it may not be read. */
    Optional<KeptFile> keep(String path, int limitBytes) {
        if (open >= mostOpen) {
            return ifReadable(() -> proc.read(path, limitBytes));
        }
        open++;
        return ifReadable(new Counted(proc.keep(path, limitBytes)));
    }

    private static Optional<KeptFile> ifReadable(KeptFile file) {
        if (file.read().isKnown()) {
            return Optional.of(file);
        }
        file.close();
        return Optional.empty();
    }

    int open() {
        return open;
    }

    private final class Counted implements KeptFile {
        private final KeptFile file;
        private boolean closed;

        Counted(KeptFile file) {
            this.file = file;
        }

        @Override
        public Observed<byte[]> read() {
            return file.read();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open--;
                file.close();
            }
        }
    }
}

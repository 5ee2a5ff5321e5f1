package procgrade.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A file that is locked, never written. The kernel takes a lock away when its process ends, however that happens, so none
 * can be left behind. Byte 1 is the machine: many may share it or one may have it. Byte 0 is the turnstile: whoever wants
 * byte 1 holds it while waiting, so that one who wants the machine alone is not passed by others again and again.
 *
 * <p>Locks belong to the process, not to a thread, and closing any channel to the file gives all of them up: there is one
 * channel, and it stays open.
 */
final class FileMachineLock implements MachineLock {
    /** The folder that all users can write to, whatever TMPDIR says: it has to be the same for everybody. */
    static final MachineLock OF_THIS_MACHINE = new FileMachineLock(Path.of("/tmp/procgrade-machine.lock"));

    private static final long LOOK_MILLIS = 20;
    private static final long TURNSTILE = 0;
    private static final long MACHINE = 1;

    private final Path file;
    private FileChannel channel;
    private boolean unusable;
    private FileLock lock;
    private int sharing;
    private boolean changing;

    /**
     * A lock.
     *
     * @param file which is made if it is missing; where that is impossible nobody is kept away
     */
    FileMachineLock(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void share(BooleanSupplier givenUp) {
        awaitChange();
        if (sharing == 0) {
            take(true, givenUp);
        }
        sharing++;
    }

    @Override
    public synchronized void unshare() {
        sharing--;
        if (sharing == 0) {
            giveUp();
        }
    }

    @Override
    public synchronized void seize(BooleanSupplier givenUp) {
        awaitChange();
        take(false, givenUp);
    }

    @Override
    public synchronized void release() {
        giveUp();
    }

    /** Another thread of this process waits for the machine already. */
    private void awaitChange() {
        while (changing) {
            pause();
        }
    }

    private void take(boolean shared, BooleanSupplier givenUp) {
        open();
        changing = true;
        FileLock turnstile = await(TURNSTILE, false, givenUp);
        lock = await(MACHINE, shared, givenUp);
        release(turnstile);
        changing = false;
        notifyAll();
    }

    /** Null if there is nothing to lock, or the caller has given up. */
    private FileLock await(long position, boolean shared, BooleanSupplier givenUp) {
        while (!unusable && !givenUp.getAsBoolean()) {
            try {
                FileLock taken = channel.tryLock(position, 1, shared);
                if (taken != null) {
                    return taken;
                }
            } catch (OverlappingFileLockException ofThisProcess) {
                pause();
                continue;
            } catch (IOException noLocks) {
                unusable = true;
                return null;
            }
            pause();
        }
        return null;
    }

    /** All callers ask again afterwards. */
    @SuppressWarnings("WaitNotInLoop")
    private void pause() {
        try {
            wait(LOOK_MILLIS);
        } catch (InterruptedException later) {
            // who gives up says so through givenUp; an interrupted thread would close the channel
            return;
        }
    }

    private void giveUp() {
        release(lock);
        lock = null;
        notifyAll();
    }

    private static void release(FileLock held) {
        try {
            if (held != null) {
                held.release();
            }
        } catch (IOException gone) {
            // the kernel has no lock of ours any more
            return;
        }
    }

    private void open() {
        if (channel != null || unusable) {
            return;
        }
        try {
            channel = openExisting();
        } catch (NoSuchFileException first) {
            create();
        } catch (IOException cause) {
            unusable = true;
        }
    }

    /** Not with CREATE: in a sticky folder the kernel refuses that for the file of somebody else. */
    private FileChannel openExisting() throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    private void create() {
        try {
            Files.createFile(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (FileAlreadyExistsException second) {
            // somebody else has just made it
        } catch (IOException cause) {
            unusable = true;
            return;
        }
        try {
            channel = openExisting();
        } catch (IOException cause) {
            unusable = true;
        }
    }
}

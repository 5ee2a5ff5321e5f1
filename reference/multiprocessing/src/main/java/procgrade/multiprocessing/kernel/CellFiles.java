package procgrade.multiprocessing.kernel;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;

/** Hands out regions of mapped files; each file is written by one process and mapped by all that need it. */
final class CellFiles {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int ALIGNMENT_BYTES = 64;

    private final File folder;
    private final String prefix;
    private final Map<String, MappedByteBuffer> mapped = new HashMap<>();
    private String current;
    private int used;
    private int files;

    /**
     * Hands out regions of files in a folder.
     *
     * @param origin tells this process's files from those of all others, dead ones too
     */
    CellFiles(File folder, String origin) {
        this.folder = folder;
        this.prefix = "cells-" + origin;
    }

    synchronized Cells allocate(int bytes) {
        int size = (bytes + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
        if (size > CHUNK_BYTES) {
            return region(create(size), 0, bytes);
        }
        if (current == null || used + size > CHUNK_BYTES) {
            current = create(CHUNK_BYTES);
            used = 0;
        }
        Cells cells = region(current, used, bytes);
        used += size;
        return cells;
    }

    /** Finds the region that {@link Cells#ref()} names. */
    Cells open(String ref) {
        return new Cells(this, ref, Integer.parseInt(ref.split(":")[2]));
    }

    private Cells region(String file, int offset, int bytes) {
        return new Cells(this, file + ":" + offset + ":" + bytes, bytes);
    }

    /** Maps a region. */
    synchronized ByteBuffer map(String ref) {
        String[] parts = ref.split(":");
        MappedByteBuffer memory = mapped.get(parts[0]);
        if (memory == null) {
            memory = map(new File(folder, parts[0]));
            mapped.put(parts[0], memory);
        }
        return memory.slice(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** Writes into a region by write(2), which those who have it mapped see at once. */
    void write(String ref, int offset, byte[] bytes) {
        String[] parts = ref.split(":");
        File file = new File(folder, parts[0]);
        try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
            open.seek(Integer.parseInt(parts[1]) + (long) offset);
            open.write(bytes);
        } catch (IOException e) {
            throw Faults.cannot("write to the shared memory " + file, e);
        }
    }

    /** Zeros are written, not left as a hole: a hole on a full disk would kill the process at first use (SIGBUS). */
    private String create(int bytes) {
        String name = prefix + files++;
        File file = new File(folder, name);
        try (RandomAccessFile zeros = new RandomAccessFile(file, "rw")) {
            byte[] slice = new byte[CHUNK_BYTES];
            for (int done = 0; done < bytes; done += slice.length) {
                zeros.write(slice, 0, Math.min(slice.length, bytes - done));
            }
            return name;
        } catch (IOException e) {
            throw Faults.cannot("make shared memory of " + bytes + " bytes in " + file, e);
        }
    }

    /** An interrupt closes a channel that is mapping; as everywhere in this library, it shortens nothing and is kept. */
    private static MappedByteBuffer map(File file) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
                    return open.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, open.length());
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } catch (IOException e) {
            throw Faults.cannot("map the shared memory " + file, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

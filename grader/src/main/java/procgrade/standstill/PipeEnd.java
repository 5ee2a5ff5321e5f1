package procgrade.standstill;

import procgrade.observe.Descriptor;

/**
 * What a blocked thread waits for somebody to do with a file that several processes can have open.
 *
 * @param device of the file
 * @param inode of the file
 * @param use which holders of the file can wake the thread
 */
record PipeEnd(long device, long inode, Use use) {
    /** Ways of having a file open. */
    enum Use {
        /** Open for reading: wakes somebody who writes. */
        READER,
        /** Open for writing: wakes somebody who reads. */
        WRITER,
        /** Open in whatever way. */
        ANY
    }

    /** The end that must be used to wake somebody who reads from the pipe, or writes to it. */
    static PipeEnd other(Descriptor waitedOn, boolean reads) {
        return new PipeEnd(waitedOn.device(), waitedOn.inode(), reads ? Use.WRITER : Use.READER);
    }

    /** Whether a descriptor leads to this file, at whichever end. */
    boolean isOf(Descriptor descriptor) {
        return descriptor.inode() == inode && descriptor.device() == device;
    }

    boolean isHeldBy(HeldFile file) {
        return isOf(file.descriptor())
                && switch (use) {
                    case READER -> file.readable();
                    case WRITER -> file.writable();
                    case ANY -> true;
                };
    }
}

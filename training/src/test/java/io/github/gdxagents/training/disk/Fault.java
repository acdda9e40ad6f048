package io.github.gdxagents.training.disk;

/** How an operation of a {@link FaultyDisk} fails. */
public enum Fault {
    /**
     * The disk is full from this operation on. The operation fails whatever it is; of the later ones those that need space do, until
     * {@link FaultyDisk#heal()}. As on real disks a file can still be opened, cut to nothing, renamed and deleted: this is how careless
     * programs lose what they had.
     */
    FULL,

    /**
     * Half of the bytes of this write fit, then the disk is full. The write reports how many it took and throws nothing, as the system
     * call does: only the next write learns that there is no space. Half of one byte is none, so that such a write fails at once, and so
     * does an operation that writes no bytes.
     */
    SHORT,

    /** This operation is not permitted, all others are. */
    REFUSED
}

package io.github.gdxagents.training.disk;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk that fails when a test says so, over a real folder.
 *
 * <p>It is a file system of its own: code under test gets a path from {@link #path} and uses it with {@code Files} and
 * {@code FileChannel.open} as any other, so that the product needs no seam for its tests. Everything is forwarded to the default file system;
 * the test looks at what is left over the real path. Code that leaves by {@code Path.of(path.toString())} leaves the faults behind too;
 * {@code toFile()} throws {@link UnsupportedOperationException}, as paths outside of the default file system must.
 *
 * <p>What changes the disk is an operation, is counted and can fail: each opening for writing (which is also how files are created), write,
 * truncation, force, move, copy, link, deletion, making of a folder and change of attributes. Reading is not counted and fails only when the
 * disk has {@link #vanish() vanished}; closing never fails. To hold code against a failure at each place, count first:
 *
 * <pre>{@code
 * int all = operationsOf(new FaultyDisk());
 * for (int k = 1; k <= all; k++) {
 *     FaultyDisk disk = new FaultyDisk();
 *     disk.failAt(k, Fault.FULL);
 *     ...
 * }
 * }</pre>
 *
 * <p>Beware: {@code Files.createDirectories} tries again when a first attempt fails, and so survives one {@link Fault#REFUSED}.
 *
 * <p>Thread safety: safe.
 */
public final class FaultyDisk {
    private final FaultPlan plan = new FaultPlan();
    private final FaultyFileSystem fileSystem = new FaultyFileSystem(plan);

    /**
     * The way to a real file or folder over this disk.
     *
     * @param real of the default file system; need not exist
     * @return the same place on this disk, absolute if {@code real} is
     */
    public Path path(Path real) {
        return fileSystem.wrap(real);
    }

    /**
     * This disk as Java sees it.
     *
     * @return the file system of all of its paths
     */
    public FileSystem fileSystem() {
        return fileSystem;
    }

    /**
     * Plans one failure, in place of one that was planned before.
     *
     * @param operation which, counted from the disk's making, the first is 1; must be to come
     * @param fault how
     */
    public void failAt(int operation, Fault fault) {
        plan.failAt(operation, fault);
    }

    /** From now on every operation fails, reading does not, as after a remount. */
    public void readOnly() {
        plan.readOnly();
    }

    /** From now on nothing is there any more, for readers too, as with a stick pulled out. */
    public void vanish() {
        plan.vanish();
    }

    /** Ends every fault, also one that is planned but has not happened. Goes on counting. */
    public void heal() {
        plan.heal();
    }

    /**
     * How often the disk was to be changed.
     *
     * @return operations so far, failed ones included
     */
    public int operations() {
        return plan.operations();
    }

    /**
     * How often a fault struck. A test that plans one should see that it came.
     *
     * @return operations so far that failed by a fault, or fell short
     */
    public int failures() {
        return plan.failures();
    }

    /**
     * What happened, for messages.
     *
     * @return one line an operation, such as {@code write metrics.csv 120 bytes}, with what it failed of if it did by a fault
     */
    public List<String> log() {
        return plan.log();
    }
}

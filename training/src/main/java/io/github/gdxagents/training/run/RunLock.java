package io.github.gdxagents.training.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second trainer out of a run's folder. The system frees the lock when the process ends, however it ends.
 *
 * @param file identity of the locked file, null where files have none: there a locked file can't be removed
 */
record RunLock(RunDirectory directory, FileChannel channel, Object file, String key) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

    /**
     * A process may not even open the file of a lock that it has: on POSIX systems closing any descriptor of a file frees them all. So it
     * must know which it has, whichever class loader asks.
     */
    private static final String HELD = "io.github.gdxagents.locked:";

    /** Takes the lock. Throws a RunException if another trainer has it, or the folder can't be written to. */
    static RunLock take(RunDirectory directory) {
        String key = HELD + directory.path().toAbsolutePath().normalize();
        if (System.getProperties().putIfAbsent(key, "") != null) {
            throw taken(directory, "this very process");
        }
        try {
            FileChannel channel = lock(directory, directory.lock());
            return new RunLock(directory, channel, identity(directory.lock()), key);
        } catch (RuntimeException | Error e) {
            System.clearProperty(key);
            throw e;
        }
    }

    /** What tells a file from another of the same name, or null. */
    private static Object identity(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** Throws a RunException if the locked file was removed: a second trainer may have put its own there. */
    void requireHeld() {
        if (file == null || file.equals(identity(directory.lock())) || !Files.exists(directory.path())) {
            return; // a folder that has vanished is told of by who writes into it
        }
        throw new RunException("The file '" + directory.lock() + "', which keeps a second trainer out of the run, was"
                + " removed: what two trainers write would be a mixture, so that this one writes no more. If another is at"
                + " work in the run, leave it to that. If not, go on from the newest checkpoint:  "
                + Advice.resume(directory, ""));
    }

    private static FileChannel lock(RunDirectory directory, Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                lock(channel, directory, file);
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
                return channel;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw RunException.writing(file, e);
        } catch (OverlappingFileLockException e) { // of the same folder under another path
            throw taken(directory, "this very process");
        }
    }

    private static void lock(FileChannel channel, RunDirectory directory, Path file) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw taken(directory, owner(file));
            }
        } catch (UnsupportedOperationException e) {
            LOG.warn("this file system has no locks: nothing keeps a second trainer out of the run", e);
        }
    }

    private static RunException taken(RunDirectory directory, String owner) {
        return new RunException("The run '" + directory + "' is being trained by " + owner
                + ". Wait for it, or stop it; or begin another run with --name.");
    }

    private static String owner(Path file) {
        try {
            String owner = Files.readString(file);
            return owner.isBlank() ? "another process" : owner;
        } catch (IOException e) { // Windows doesn't let others read a locked file
            return "another process";
        }
    }

    /** Frees the lock; the file stays, since removing it could free a lock that somebody else has just taken. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("the lock can't be closed", e);
        }
        System.clearProperty(key);
    }
}

package io.github.gdxagents.desktop.session;

import io.github.gdxagents.policy.PolicyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Notices that a policy file changed, by its time and size, and reads it again.
 *
 * <p>Started, it looks twice a second on a thread of its own, so that neither a slow disk nor a large file holds up a frame; the
 * window picks up what was read with {@link #take}.
 *
 * <p>Thread safety: {@link #take} may be called from any thread while the watch runs; {@link #poll} only while it doesn't.
 */
public final class PolicyWatch implements AutoCloseable {
    private static final long INTERVAL_MILLISECONDS = 500;

    private final Path file;
    private final AtomicReference<PolicyReload> latest = new AtomicReference<>();
    private ScheduledExecutorService thread;
    private Signature seen;

    /** Time and size of a file; both null and 0 while there is none. */
    private record Signature(FileTime time, long size) {
        static Signature of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Signature(attributes.lastModifiedTime(), attributes.size());
            } catch (IOException absent) {
                return new Signature(null, 0);
            }
        }
    }

    /**
     * Makes a watch that takes the file as it is now for known.
     *
     * @param file the policy file
     */
    public PolicyWatch(Path file) {
        this.file = file;
        seen = Signature.of(file);
    }

    /**
     * What is watched.
     *
     * @return the policy file
     */
    public Path file() {
        return file;
    }

    /** Begins to look twice a second. */
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "policy-watch");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(
                () -> poll().ifPresent(latest::set),
                INTERVAL_MILLISECONDS,
                INTERVAL_MILLISECONDS,
                TimeUnit.MILLISECONDS);
    }

    /**
     * Takes what the running watch read last.
     *
     * @return null unless the file changed since the last call
     */
    public PolicyReload take() {
        return latest.getAndSet(null);
    }

    /**
     * Looks once.
     *
     * @return what became of the file, if it changed since the last look; a file that vanished is waited for
     */
    public Optional<PolicyReload> poll() {
        Signature now = Signature.of(file);
        if (now.equals(seen)) {
            return Optional.empty();
        }
        seen = now;
        if (now.time() == null) {
            return Optional.empty(); // between two versions
        }
        try {
            return Optional.of(new PolicyReload(PolicySource.read(file), null));
        } catch (IOException | PolicyFileException damaged) {
            return Optional.of(new PolicyReload(null, damaged.getMessage()));
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}

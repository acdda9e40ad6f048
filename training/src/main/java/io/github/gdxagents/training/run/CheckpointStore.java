package io.github.gdxagents.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run: files {@code checkpoints/000000120.checkpoint}, by iteration. The newest stay, and that of the best policy.
 *
 * <p>Thread safety: none.
 */
final class CheckpointStore {
    private static final Pattern NAME = Pattern.compile("([0-9]{9,10})\\.checkpoint");
    private static final long MAX_SIZE = Integer.MAX_VALUE - 16;

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);

    private final Path folder;
    private final int keep;

    /** Opens the store of a run; a missing folder is an empty store. */
    CheckpointStore(Path folder, int keep) {
        this.folder = folder;
        this.keep = keep;
    }

    static Path file(Path folder, int iteration) {
        return folder.resolve(String.format(Locale.ROOT, "%09d.checkpoint", iteration));
    }

    /**
     * Writes a checkpoint, whole or not at all, then removes those that are neither new nor the best.
     *
     * @throws RunException if it can't be written; those before stay
     */
    void write(Checkpoint checkpoint) {
        int iteration = checkpoint.trainer().iteration();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
            AtomicFile.write(file(folder, iteration), checkpoint.toBytes());
            prune(checkpoint.progress().bestIteration());
        } catch (IOException e) {
            throw RunException.writing(file(folder, iteration), e);
        }
    }

    private void prune(int bestIteration) throws IOException {
        List<Path> files = newestFirst();
        for (int i = keep; i < files.size(); i++) {
            if (iteration(files.get(i)) != bestIteration) {
                Files.deleteIfExists(files.get(i));
            }
        }
    }

    /**
     * Reads the newest checkpoint that is not damaged. Damaged ones are then kept under another name, out of the way; nothing is
     * renamed if there is no good one.
     *
     * @param news is told of each that is passed over
     * @throws RunException if there is none
     */
    Checkpoint newest(Consumer<String> news) {
        List<String> faults = new ArrayList<>();
        List<Path> damaged = new ArrayList<>();
        try {
            for (Path file : newestFirst()) {
                try {
                    Checkpoint checkpoint = Checkpoint.fromBytes(bytes(file));
                    if (!faults.isEmpty()) {
                        news.accept(String.join("\n", faults) + "\nGoing on from the one before, of iteration "
                                + checkpoint.trainer().iteration() + ".");
                    }
                    putAside(damaged);
                    return checkpoint;
                } catch (DamagedCheckpointException e) {
                    damaged.add(file);
                    faults.add("The checkpoint '" + file + "' can't be used: " + e.getMessage() + ".");
                } catch (IOException e) { // may pass: it stays where it is
                    faults.add("The checkpoint '" + file + "' can't be read: " + e + ".");
                } catch (ForeignCheckpointException e) { // its own program still finds it
                    faults.add("The checkpoint '" + file + "' is not for this program: " + e.getMessage() + ".");
                }
            }
        } catch (IOException e) {
            throw new RunException("Can't read the checkpoints in '" + folder + "': " + e + ".", e);
        }
        throw new RunException((faults.isEmpty()
                        ? "There is no checkpoint in '" + folder + "'."
                        : String.join("\n", faults) + "\nThere is no other.")
                + " Put a good one there, go on with the program that wrote it, or train anew.");
    }

    /**
     * Reads a certain checkpoint.
     *
     * @return empty if there is none, or it can't be used
     */
    Optional<Checkpoint> of(int iteration) {
        try {
            return Optional.of(Checkpoint.fromBytes(bytes(file(folder, iteration))));
        } catch (IOException | DamagedCheckpointException | ForeignCheckpointException e) {
            LOG.debug("the checkpoint of iteration {} can't be used", iteration, e);
            return Optional.empty();
        }
    }

    /** Whether there is a checkpoint of an iteration, good or not. */
    boolean has(int iteration) {
        return Files.exists(file(folder, iteration));
    }

    private static byte[] bytes(Path file) throws IOException, DamagedCheckpointException {
        if (Files.size(file) > MAX_SIZE) {
            throw new DamagedCheckpointException("it has " + Files.size(file) + " bytes, too many", null);
        }
        return Files.readAllBytes(file);
    }

    // They may still tell somebody what happened, but they must not count as the newest.
    private static void putAside(List<Path> damaged) {
        for (Path file : damaged) {
            try {
                AtomicFile.move(file, file.resolveSibling(file.getFileName() + ".damaged"));
            } catch (IOException e) {
                LOG.debug("{} can't be renamed", file, e);
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(CheckpointStore::iteration).reversed())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    private static long iteration(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }
}

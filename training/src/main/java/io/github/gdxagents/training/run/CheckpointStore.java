package io.github.gdxagents.training.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of a run: files {@code checkpoints/000000120.checkpoint}, by iteration. The newest stay, and that of the best policy. */
record CheckpointStore(Path folder, int keep, String run) {
    private static final Pattern NAME = Pattern.compile("([0-9]{9,10})\\.checkpoint");

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);

    static Path file(Path folder, int iteration) {
        return folder.resolve(String.format(Locale.ROOT, "%09d.checkpoint", iteration));
    }

    /** Writes a checkpoint, then removes those that are neither new nor the best; all stay if it can't be written, a RunException. */
    void write(Checkpoint checkpoint) {
        int iteration = checkpoint.trainer().iteration();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
            AtomicFile.write(file(folder, iteration), checkpoint.toBytes());
            prune(iteration, checkpoint.progress().bestIteration());
        } catch (IOException e) {
            throw RunException.writing(file(folder, iteration), e);
        }
    }

    /** Those of later iterations are not this run's to count, nor to remove. */
    private void prune(int written, int bestIteration) throws IOException {
        List<Path> files = newestFirst().stream()
                .filter(file -> iteration(file) <= written)
                .toList();
        for (int i = keep; i < files.size(); i++) {
            if (iteration(files.get(i)) != bestIteration) {
                Files.deleteIfExists(files.get(i));
            }
        }
    }

    /**
     * Reads the newest checkpoint that can be used. Those passed over are then kept under other names: what the run writes from there on is
     * another story than theirs, and the news are told. If there is no good one, nothing is renamed, and a RunException is thrown.
     */
    Checkpoint newest(Consumer<String> news) {
        Map<Path, String> passed = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        try {
            for (Path file : newestFirst()) {
                try {
                    Checkpoint checkpoint = read(file);
                    putAside(passed);
                    if (!faults.isEmpty()) {
                        news.accept(String.join("\n", faults) + "\nGoing on from the one before, of iteration "
                                + checkpoint.trainer().iteration() + ".");
                    }
                    return checkpoint;
                } catch (CheckpointException e) {
                    passed.put(file, e.suffix);
                    faults.add("The checkpoint '" + file + "' " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new RunException("Can't read the checkpoints in '" + folder + "': " + e + ".", e);
        }
        throw new RunException((faults.isEmpty()
                        ? "There is no checkpoint in '" + folder + "'."
                        : String.join("\n", faults) + "\nThere is no other, and nothing was renamed.")
                + " Put a good one there, go on with the program that wrote it, or train anew.");
    }

    /** Reads a certain checkpoint: empty if there is none, or it can't be used. */
    Optional<Checkpoint> of(int iteration) {
        try {
            return Optional.of(read(file(folder, iteration)));
        } catch (CheckpointException e) {
            LOG.debug("the checkpoint of iteration {} can't be used", iteration, e);
            return Optional.empty();
        }
    }

    /** Whether there is a checkpoint of an iteration, good or not. */
    boolean has(int iteration) {
        return Files.exists(file(folder, iteration));
    }

    private Checkpoint read(Path file) throws CheckpointException {
        if (!Files.isRegularFile(file)) { // a pipe would be waited for
            throw CheckpointException.noFile();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Checkpoint.requireHeader(in.readNBytes(Checkpoint.HEADER_SIZE), Files.size(file));
            Checkpoint checkpoint = Checkpoint.fromBytes(Files.readAllBytes(file));
            requireOurs(checkpoint);
            return checkpoint;
        } catch (IOException e) {
            throw CheckpointException.unreadable(e);
        }
    }

    private void requireOurs(Checkpoint checkpoint) throws CheckpointException {
        if (!run.isEmpty() && !checkpoint.run().isEmpty() && !run.equals(checkpoint.run())) {
            throw CheckpointException.ofAnotherRun(checkpoint.run(), run);
        }
    }

    private static void putAside(Map<Path, String> passed) {
        passed.forEach((file, suffix) -> {
            try {
                AtomicFile.putAside(file, suffix);
            } catch (IOException e) {
                throw new RunException(
                        "The checkpoint '" + file + "' can't be used, nor be renamed: " + e
                                + ". Move it away, then resume again.",
                        e);
            }
        });
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

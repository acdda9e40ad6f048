package io.github.gdxagents.training.run;

import io.github.gdxagents.training.config.ConfigWriter;
import io.github.gdxagents.training.config.TrainingConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one run: {@code <runs>/<game>/<name>/}, and the names of the files in it.
 *
 * @param path as it was given, unchecked: to be looked at, it may be none, or none that can go on
 */
public record RunDirectory(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(RunDirectory.class);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    /** No configuration has as many; who loads it says so. */
    private static final long MOST_CONFIG_BYTES = 1 << 20;

    /**
     * Makes the folder of a new run; without a configured name it gets one of date, time and seed.
     *
     * @throws RunException if there is a run of that name, or if the folder can't be made
     */
    public static RunDirectory create(TrainingConfig config, LocalDateTime now) {
        Path parent = Path.of(config.run().directory()).resolve(folderOf(config.game()));
        boolean named = !config.run().name().isEmpty();
        String name = named ? config.run().name() : DATE_TIME.format(now) + "-seed" + config.seed();
        try {
            Files.createDirectories(parent);
            for (int attempt = 1; ; attempt++) {
                Path path = parent.resolve(attempt == 1 ? name : name + "-" + attempt);
                try {
                    return new RunDirectory(Files.createDirectory(path));
                } catch (FileAlreadyExistsException e) {
                    if (named) {
                        throw new RunException(new RunDirectory(path).taken(), e);
                    }
                }
            }
        } catch (IOException e) {
            throw new RunException(
                    "Can't make a run's folder in '" + parent + "': " + e
                            + ". Choose another with --runs, or check the permissions.",
                    e);
        }
    }

    private String taken() {
        return hasCheckpoint()
                ? "There is a run at '" + path + "' already, and it is not overwritten. Choose another --name, or go on"
                        + " with it:  " + Advice.resume(this, "")
                : "There is a folder '" + path
                        + "' already, of a run that ended before its first checkpoint, or is just"
                        + " beginning. Remove it, or choose another --name.";
    }

    private boolean hasCheckpoint() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(checkpoints(), "*.checkpoint*")) {
            return files.iterator().hasNext();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        } catch (IOException e) { // what can't be looked at must not be removed
            return true;
        }
    }

    /**
     * Opens the folder of a run that was begun before.
     *
     * @throws RunException if it holds no run that can go on
     */
    public static RunDirectory open(Path path) {
        RunDirectory directory = new RunDirectory(path);
        if (!Files.isRegularFile(directory.config()) || !Files.isDirectory(directory.checkpoints())) {
            Path missing = Files.isRegularFile(directory.config()) ? directory.checkpoints() : directory.config();
            throw new RunException("'" + path + "' is no run that can go on: '" + missing.getFileName()
                    + "' is missing in it. Give the folder of a run, such as runs/lander/20260131-120000-seed1;"
                    + " one that ended before its first checkpoint begins anew with train."
                    + (directory.hasCheckpoint() ? " It has checkpoints: " + directory.configRemedy() : ""));
        }
        directory.requireWholeConfig();
        return directory;
    }

    private void requireWholeConfig() {
        try {
            if (Files.size(config()) <= MOST_CONFIG_BYTES && ConfigWriter.isCutOff(Files.readString(config()))) {
                throw new RunException("'" + config()
                        + "' is cut off: its last line is missing, and defaults would take the place of what is"
                        + " gone. " + configRemedy());
            }
        } catch (IOException e) {
            LOG.debug("{} can't be read", config(), e); // who loads it says so
        }
    }

    private String configRemedy() {
        return "Put '" + config().getFileName() + "' back, or take it out of a policy of the run:  "
                + Advice.trainer("inspect " + ShellText.argument(anyPolicy()) + " --configuration") + " > "
                + ShellText.argument(config());
    }

    private Path anyPolicy() {
        try (DirectoryStream<Path> policies = Files.newDirectoryStream(path, "*.policy")) {
            Iterator<Path> found = policies.iterator();
            return found.hasNext() ? found.next() : path.resolve("latest.policy");
        } catch (IOException e) {
            LOG.debug("{} can't be looked at", path, e); // whoever reads the policy says so
            return path.resolve("latest.policy");
        }
    }

    /** Removes the folder of a run that could not begin, so that its name is free again; one with a checkpoint stays. */
    public void discard() {
        if (hasCheckpoint()) {
            return;
        }
        try (Stream<Path> files = Files.walk(path, 2)) { // the folder and its folders: no run has more
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} can't be removed", path, e); // why the run could not begin matters more
        }
    }

    /** A class's name without its package: the package would be no help in a path. */
    private static String folderOf(String game) {
        String name = game.substring(game.lastIndexOf('.') + 1).replace('$', '-');
        return name.isEmpty() ? "game" : name;
    }

    /** {@return the complete configuration, {@code config.yaml}} */
    public Path config() {
        return path.resolve("config.yaml");
    }

    /** {@return the figures of each iteration, {@code metrics.csv}} */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** {@return what the run goes on from, the folder {@code checkpoints}} */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** {@return what a game did wrong, as replays: {@code faults}, a folder that there is only if anything did} */
    public Path faults() {
        return path.resolve("faults");
    }

    /** {@return what was measured and chosen before the run, {@code tuned.txt}; only there if anything was measured} */
    public Path tuning() {
        return path.resolve("tuned.txt");
    }

    /** {@return what the game printed, {@code game.log}; only there if it printed anything} */
    public Path gameLog() {
        return path.resolve("game.log");
    }

    /** {@return what keeps a second trainer out} */
    Path lock() {
        return path.resolve("lock");
    }

    /** {@return the picture {@code learning-curve.png}} */
    public Path learningCurve() {
        return path.resolve("learning-curve.png");
    }

    /** {@return the page that sums it up, {@code report.html}} */
    public Path report() {
        return path.resolve("report.html");
    }

    /** {@return the run's name, that of the folder} */
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** {@return for each behavior of a game, by position, {@code <kind>.policy}, or if there are several {@code <kind>-<behavior>.policy}} */
    public List<Path> policies(String kind, List<String> behaviors) {
        return behaviors.size() == 1
                ? List.of(path.resolve(kind + ".policy"))
                : FileNames.of(behaviors).stream()
                        .map(name -> path.resolve(kind + "-" + name + ".policy"))
                        .toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

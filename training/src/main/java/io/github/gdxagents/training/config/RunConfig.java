package io.github.gdxagents.training.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a run is kept, and how often it is saved.
 *
 * @param directory that holds all runs
 * @param name of the run, or empty for one made of date, time and seed
 * @param checkpointSeconds from one checkpoint to the next; 0 for one after each iteration
 * @param keepCheckpoints how many of the newest stay, at least 1; that of the best policy stays too
 * @param id that the run's checkpoints have too, so that no other run's are taken for its own; empty until it begins, and in runs of former
 *     versions
 */
public record RunConfig(
        @Key("that holds all runs") String directory,
        @Key("of the run; empty = date, time and seed") String name,

        @Key("from one checkpoint to the next, 0 = one after each iteration")
        int checkpointSeconds,

        @Key("how many of the newest stay; the best stays too")
        int keepCheckpoints,

        @Key("tells it from all others; empty = a new one") String id) {
    public RunConfig {
        Faults faults = new Faults();
        faults.require(!directory.isBlank(), "run.directory", "the path of a folder", "empty");
        faults.require(isPath(directory), "run.directory", "the path of a folder", "'" + directory + "'");
        faults.require(
                name.isEmpty() || name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"),
                "run.name",
                "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 100",
                "'" + name + "'");
        faults.atLeast("run.checkpointSeconds", checkpointSeconds, 0);
        faults.atLeast("run.keepCheckpoints", keepCheckpoints, 1);
        faults.require(id.matches("[0-9a-f-]{0,36}"), "run.id", "what the run was given when it began", "'" + id + "'");
        faults.throwIfAny();
    }

    private static boolean isPath(String text) {
        try {
            return Path.of(text) != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    public interface Builder extends ConfigBuilder<RunConfig> {
        Builder directory(String directory);

        Builder name(String name);

        Builder checkpointSeconds(int checkpointSeconds);

        Builder keepCheckpoints(int keepCheckpoints);

        Builder id(String id);
    }
}

package io.github.gdxagents.training.run;

import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the episode that a fault was in, for the command {@code replay}.
 */
final class FaultReplay {
    private FaultReplay() {}

    /**
     * Writes it.
     *
     * @param directory of the run
     * @param config of the run
     * @param when it happened, for the file's name, such as {@code iteration-3}
     * @param fault with an episode
     * @return the file
     * @throws RunException if it can't be written
     */
    static Path write(RunDirectory directory, TrainingConfig config, String when, SimulationFault fault) {
        String name = when + "-" + fault.place().replaceAll("[^A-Za-z0-9]+", "-") + ".replay";
        Path file = directory.faults().resolve(name);
        Replay replay =
                new Replay(config.game(), config.settings(), fault.episode().orElseThrow(), fault.getMessage());
        try {
            Files.createDirectories(directory.faults());
        } catch (IOException e) {
            throw RunException.writing(file, e);
        }
        AtomicFile.write(file, bytes(replay));
        return file;
    }

    private static byte[] bytes(Replay replay) {
        try {
            return ReplayFile.toBytes(replay);
        } catch (IllegalArgumentException e) { // too long: the fault itself must still be told
            throw new RunException(e.getMessage(), e);
        }
    }
}

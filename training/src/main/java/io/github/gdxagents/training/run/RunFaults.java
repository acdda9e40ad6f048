package io.github.gdxagents.training.run;

import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tells a user what broke a run, how to reproduce it and how to go on; keeps replays of what the game did. */
record RunFaults(TrainingConfig config, RunDirectory directory, ProgressDisplay display, Logbook logbook) {
    /** Restarted instances of which more than a count is told; a game that breaks often would fill the screen and the disk. */
    private static final long TOLD_RESTARTS = 10;

    /** What ends a run after a fault of the game. */
    RunException of(SimulationFault fault, int iteration) {
        return new RunException(
                head(fault, iteration) + "\n" + replay(fault, iteration) + "\n"
                        + Advice.afterFault(
                                fault,
                                config,
                                "To go on without what breaks:  " + Advice.resume(directory, " --on-fault restart"))
                        + "\nMend the game, then go on:  " + Advice.resume(directory, "")
                        + "\n(if episodes play otherwise now: --restart-episodes). SimulationCheck finds more such faults.",
                fault);
    }

    /** What ends a run after a fault of learning. */
    RunException of(TrainingFault fault, String saved) {
        return new RunException(
                "Learning broke: " + fault.getMessage() + ".\nNothing of that iteration is kept. " + saved
                        + "\nGo on with a lower learning rate:  "
                        + Advice.resume(
                                directory,
                                " --set ppo.learningRate="
                                        + config.ppo().learningRate().largest() / 2)
                        + "\nor let the run lower it by itself:  "
                        + Advice.resume(directory, " --set faults.onLearningFault=back-off"),
                fault);
    }

    /** Tells of instances that go on anew, and counts them. */
    void restarted(List<SimulationFault> broken, int iteration) {
        for (SimulationFault fault : broken) {
            tell(fault, iteration, logbook.progress().restarts());
            logbook.restart();
        }
    }

    private void tell(SimulationFault fault, int iteration, long restartsSoFar) {
        if (restartsSoFar < TOLD_RESTARTS) {
            display.message(head(fault, iteration) + "\nThe instance is restarted. " + replay(fault, iteration));
        } else if (restartsSoFar == TOLD_RESTARTS) {
            display.message(
                    "More than " + TOLD_RESTARTS + " instances were restarted; from now on they are only counted.");
        }
    }

    private String head(SimulationFault fault, int iteration) {
        return "Game '" + config.game() + "' broke in iteration " + iteration + ": " + fault.getMessage();
    }

    private String replay(SimulationFault fault, int iteration) {
        return replay(directory, config, "iteration-" + iteration, fault);
    }

    /** Keeps the episode that a fault was in, in a file named by when that was, and gives what to tell of it, whether or not it is kept. */
    static String replay(RunDirectory directory, TrainingConfig config, String when, SimulationFault fault) {
        if (fault.episode().isEmpty()) {
            return "There is no episode to replay.";
        }
        String name = when + "-" + fault.place().replaceAll("[^A-Za-z0-9]+", "-");
        Path file = directory.faults().resolve(name + ".replay");
        Replay replay =
                new Replay(config.game(), fault.settings(), fault.episode().get(), fault.getMessage());
        try {
            byte[] content = ReplayFile.toBytes(replay);
            Files.createDirectories(directory.faults());
            // an instance may break twice in an iteration, and when the run goes on it may break otherwise
            for (int i = 2; Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), content); i++) {
                file = directory.faults().resolve(name + "-" + i + ".replay");
            }
            AtomicFile.write(file, content);
            return "Reproduce it:  " + Advice.trainer("replay " + ShellText.argument(file));
        } catch (IOException e) {
            return "Its replay can't be kept: " + RunException.writing(file, e).getMessage();
        } catch (RunException | IllegalArgumentException e) { // the disk refuses, or the episode is too long
            return "Its replay can't be kept: " + e.getMessage();
        }
    }
}

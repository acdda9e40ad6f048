package io.github.gdxagents.training.run;

import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.rollout.ReplayMismatchException;

/**
 * Brings a run's trainer to a checkpoint.
 *
 * @param trainer of the run
 * @param directory the run's folder, for what the user is told
 */
record Restorer(Trainer trainer, RunDirectory directory) {
    /**
     * Restores all, the episodes that were running as wanted.
     *
     * @throws RunException if they are to go on, and the game plays otherwise than before
     */
    void restore(Checkpoint checkpoint, RunningEpisodes episodes) {
        if (episodes == RunningEpisodes.RESTART) {
            trainer.restoreWithoutEpisodes(checkpoint.trainer());
            return;
        }
        try {
            trainer.restore(checkpoint.trainer());
        } catch (ReplayMismatchException e) {
            throw new RunException(
                    "The run '" + directory + "' can't go on as if it had not stopped: " + e.getMessage()
                            + "\nIf you changed the game, let all instances begin new episodes (nothing else is lost):  "
                            + Advice.resume(directory, " --restart-episodes")
                            + "\nIf not, the game is not deterministic: SimulationCheck tells why.",
                    e);
        }
    }
}

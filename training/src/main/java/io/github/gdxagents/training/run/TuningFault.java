package io.github.gdxagents.training.run;

import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.SimulationFault;

/**
 * Tells a user what broke a game while its run was tuned, and keeps the replay.
 *
 * <p>Thread safety: stateless.
 */
public final class TuningFault {
    private TuningFault() {}

    /**
     * What ends a run that has not begun to train.
     *
     * @param fault with an episode
     * @param config of the run
     * @param directory of the run, which takes the replay and has to stay therefore
     * @return the exception to throw
     */
    public static RunException of(SimulationFault fault, TrainingConfig config, RunDirectory directory) {
        return new RunException(
                "Game '" + config.game() + "' broke while its speed was measured, before training: "
                        + fault.getMessage() + "\n" + replay(fault, config, directory) + "\n"
                        + advice(fault, config) + "\nMend the game, remove '" + directory
                        + "' and begin again. SimulationCheck finds more such faults.",
                fault);
    }

    private static String replay(SimulationFault fault, TrainingConfig config, RunDirectory directory) {
        try {
            return "Reproduce it:  replay " + FaultReplay.write(directory, config, "tuning", fault);
        } catch (RunException e) {
            return "Its replay can't be kept: " + e.getMessage();
        }
    }

    private static String advice(SimulationFault fault, TrainingConfig config) {
        if (fault.isStuck()) {
            return "If the step is only slow, raise faults.watchdogSeconds ("
                    + config.faults().watchdogSeconds() + ").";
        }
        return config.faults().onGameFault() == GameFaultAction.RESTART
                ? "Everything broke at once, so that restarting does not help."
                : "To train without what breaks:  --on-fault restart";
    }
}

package io.github.gdxagents.training.run;

import io.github.gdxagents.training.config.FaultConfig.LearningFaultAction;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.ppo.TrainingFault;

/**
 * What a run does when learning breaks: it goes back to its newest checkpoint and tries again with half the learning rate, if that is
 * wanted and was not tried too often.
 *
 * <p>What was found out on the way stays: the best policy, its file, and what was told.
 */
final class BackOff {
    private static final int MOST_BACK_OFFS = 10;

    private final LearningFaultAction action;
    private final Trainer trainer;
    private final RunRecorder recorder;
    private final ProgressDisplay display;
    private final Restorer restorer;
    private final Logbook logbook;

    BackOff(RunParts parts, Logbook logbook) {
        action = parts.config().faults().onLearningFault();
        trainer = parts.trainer();
        recorder = parts.recorder();
        display = parts.display();
        restorer = new Restorer(parts.trainer(), parts.directory());
        this.logbook = logbook;
    }

    /**
     * Goes back. A second fault from there must find the lower learning rate: save the run after this.
     *
     * @throws TrainingFault the fault itself, if the run is not to go back
     * @throws RunException if there is no good checkpoint, or the figures can't be written
     */
    void goBack(TrainingFault fault) {
        if (action == LearningFaultAction.STOP || logbook.progress().backOffs() == MOST_BACK_OFFS) {
            throw fault;
        }
        Checkpoint checkpoint = recorder.newestCheckpoint(display::message);
        display.message("Learning broke: " + fault.getMessage() + ". Going back to iteration "
                + checkpoint.trainer().iteration() + " with half the learning rate.");
        restorer.restore(checkpoint, RunningEpisodes.CONTINUE);
        logbook.note(RunProgress::withBackOff);
        lowerLearningRate(checkpoint.progress().backOffs());
        recorder.rewind(trainer.iteration(), trainer.steps());
    }

    /** More than once if the newest checkpoint was damaged and an older one knows of fewer. */
    private void lowerLearningRate(int known) {
        for (int i = known; i < logbook.progress().backOffs(); i++) {
            trainer.backOff();
        }
    }
}

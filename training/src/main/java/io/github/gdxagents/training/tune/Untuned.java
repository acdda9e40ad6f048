package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;

/** Says what a run has of which nothing was measured, though it was left open. Thread safety: stateless. */
final class Untuned {
    private Untuned() {}

    /** For example {@code Nothing was measured, since tuning.seconds is 0: 2 threads, 32 instances x 256 decisions, ...}. */
    static String text(TrainingConfig config, String reason) {
        RolloutConfig rollout = config.rollout();
        return "Nothing was measured, since " + reason + ": " + Words.count(rollout.threadCount(), "thread") + ", "
                + Words.count(rollout.instances(), "instance") + " x " + Words.count(rollout.horizon(), "decision")
                + ", minibatches " + learning(config) + ".";
    }

    private static String learning(TrainingConfig config) {
        String text = LearningTuner.text(config.learner());
        return config.learner().device() == Device.AUTO ? text + ", or the GPU if there is one" : text;
    }
}

package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.Trainer;

/**
 * A trainer of the run's networks, objective and minibatches that learns from a {@link StandIn}.
 *
 * <p>Thread safety: none.
 */
final class LearningTrial implements AutoCloseable {
    /** Of each epoch; more would take longer and tell the same. */
    private static final int MINIBATCHES = 4;

    /** Of all the time, for each candidate. */
    private static final double WARM_UP_SHARE = 0.05;

    private static final double NANO = 1e-9;

    private final Trainer trainer;

    /**
     * Makes the trainer and lets it learn for a moment, at least once: the first iterations prepare TensorFlow and take much longer.
     *
     * @param config of the run, with the instances and threads that it will have
     * @param learner what learns
     * @param standIn of the game
     * @throws io.github.gdxagents.training.ppo.TrainingFault if it can't learn with these settings
     * @throws OutOfMemoryError if the device has too little memory
     */
    LearningTrial(TrainingConfig config, LearnerConfig learner, StandIn.Factory standIn) {
        trainer = new Trainer(config.with(rollout(config, standIn.behaviors().size()), learner), standIn);
        try {
            measure(WARM_UP_SHARE * config.tuning().seconds());
        } catch (RuntimeException | Error failure) {
            trainer.close();
            throw failure;
        }
    }

    /** As many decisions as a few minibatches have, unless an iteration has fewer. */
    private static RolloutConfig rollout(TrainingConfig config, int agents) {
        RolloutConfig whole = config.rollout();
        long wanted = (long) MINIBATCHES * config.ppo().minibatchSize();
        long horizon = 1 + (wanted - 1) / ((long) whole.instances() * agents);
        long least = Math.max(horizon, config.network().memory().sequenceLength());
        return new RolloutConfig(whole.instances(), (int) Math.min(least, whole.horizon()), whole.threads());
    }

    /**
     * Learns, again and again.
     *
     * @param leastSeconds about how long; at least once
     * @return seconds of learning for each decision that was collected
     */
    double measure(double leastSeconds) {
        long before = trainer.steps();
        double learning = 0;
        long start = System.nanoTime();
        do {
            learning += trainer.iterate().learningSeconds();
        } while ((System.nanoTime() - start) * NANO < leastSeconds);
        return learning / Math.max(1, trainer.steps() - before);
    }

    @Override
    public void close() {
        trainer.close();
    }
}

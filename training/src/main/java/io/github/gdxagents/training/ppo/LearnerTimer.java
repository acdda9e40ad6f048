package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.tensor.LearningDevice;

/**
 * Times a learner by itself: networks as the bundled lander has them (8 observations, one branch of four choices, two hidden relu layers
 * each of policy and value function), random samples, and whole iterations with all that a run measures and copies.
 */
public final class LearnerTimer implements AutoCloseable {
    private final SyntheticProblem problem;
    private final Learner learner;
    private final RandomStream random = RandomStream.of(1);

    /**
     * Makes networks and samples.
     *
     * @param device that learns
     * @param threads that learn, each from a shard of every minibatch
     * @param width of the hidden layers, at least 1
     * @param samples of an iteration, at least 1
     */
    public LearnerTimer(LearningDevice device, int threads, int width, int samples) {
        this(SyntheticProblem.lander(width, samples), device, threads);
    }

    LearnerTimer(SyntheticProblem problem, LearningDevice device, int threads) {
        this.problem = problem;
        learner = problem.learner(device, threads, threads);
    }

    /**
     * Learns one iteration's worth: copies the samples to the device, takes the steps, measures.
     *
     * @param epochs passes over the samples, at least 1
     * @param minibatch samples of an update, at least 1; the samples are dealt into a whole number of about that size
     * @return what it took
     */
    public Time learn(int epochs, int minibatch) {
        long start = System.nanoTime();
        learner.upload(problem.samples());
        int updates = BehaviorTrainer.learn(
                        learner, problem.samples(), epochs, minibatch, problem.coefficients(), random)
                .size();
        learner.measure(problem.coefficients());
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new Time(updates, (long) epochs * problem.samples().count(), seconds);
    }

    /** Frees what TensorFlow holds. */
    @Override
    public void close() {
        learner.close();
    }

    /**
     * What learning from an iteration took.
     *
     * @param updates one for each minibatch
     * @param samples of all minibatches
     * @param seconds wall clock
     */
    public record Time(int updates, long samples, double seconds) {
        /**
         * Time of an update.
         *
         * @return microseconds
         */
        public double microsecondsPerUpdate() {
            return seconds / updates * 1e6;
        }

        /**
         * Speed.
         *
         * @return how often a sample is learned from, a second
         */
        public double samplesPerSecond() {
            return samples / seconds;
        }
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.tensor.LearningDevice;

/**
 * Times a learner by itself: networks as the bundled lander has them (8 observations, one branch of four choices, two hidden relu layers
 * each of policy and value function), random samples, and whole iterations with all that a run measures and copies.
 *
 * <p>Thread safety: none.
 */
public final class LearnerTimer implements AutoCloseable {
    private final LearningProblem problem;
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
        problem = new LearningProblem(ProblemShape.lander(width), samples);
        learner = problem.learner(new Computing(device, threads, threads));
    }

    /**
     * Learns one iteration's worth.
     *
     * @param epochs passes over the samples, at least 1
     * @param minibatch samples of an update, at least 1; the samples are dealt into a whole number of about that size
     * @return what it took
     */
    public LearnerTime learn(int epochs, int minibatch) {
        long start = System.nanoTime();
        LearnerReport report = learner.learn(problem.samples(), epochs, minibatch, problem.update(), random);
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new LearnerTime(
                report.updates().size(), (long) epochs * problem.samples().count(), seconds);
    }

    /** Frees what TensorFlow holds. */
    @Override
    public void close() {
        learner.close();
    }
}

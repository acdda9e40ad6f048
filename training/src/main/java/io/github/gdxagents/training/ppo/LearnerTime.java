package io.github.gdxagents.training.ppo;

/**
 * What learning from an iteration took.
 *
 * <p>Thread safety: immutable.
 *
 * @param updates one for each minibatch
 * @param samples of all minibatches
 * @param seconds wall clock
 */
public record LearnerTime(int updates, long samples, double seconds) {
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

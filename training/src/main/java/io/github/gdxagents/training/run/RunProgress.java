package io.github.gdxagents.training.run;

/**
 * What a run knows about itself beyond the trainer's state.
 *
 * @param seconds it has trained, over all its parts
 * @param bestScore of its evaluations so far, or negative infinity before the first
 * @param bestIteration after which that policy was made, or 0 before the first
 * @param bestSteps decisions of all slots by then
 * @param bestFingerprint of the best policies, by which their files are known again, or -1 before the first, and in old checkpoints
 * @param targetSteps decisions when an evaluation first reached the target, or -1
 * @param targetSeconds seconds from the JVM's start to then (plus those of the run's earlier parts), or -1
 * @param restarts instances of the game that broke and were made anew
 * @param backOffs how often learning broke and went on from a checkpoint with half the learning rate
 */
public record RunProgress(
        double seconds,
        double bestScore,
        int bestIteration,
        long bestSteps,
        long bestFingerprint,
        long targetSteps,
        double targetSeconds,
        long restarts,
        int backOffs) {
    static final long NO_FINGERPRINT = -1;
    static final RunProgress START = new RunProgress(0, Double.NEGATIVE_INFINITY, 0, 0, NO_FINGERPRINT, -1, -1, 0, 0);

    boolean hasBest() {
        return bestScore != Double.NEGATIVE_INFINITY;
    }

    /** {@return whether an evaluation has reached the target} */
    public boolean hasReachedTarget() {
        return targetSteps >= 0;
    }
}

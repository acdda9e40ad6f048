package io.github.gdxagents.training.run;

/**
 * What a run knows about itself beyond the trainer's state.
 *
 * @param seconds it has trained, over all its parts
 * @param bestScore of its evaluations so far, or negative infinity before the first
 * @param bestSteps decisions of all slots when that policy was made
 * @param targetSteps decisions when an evaluation first reached the target, or -1
 * @param targetSeconds seconds since the JVM began (and of the parts before) when it did, or -1
 */
record RunProgress(double seconds, double bestScore, long bestSteps, long targetSteps, double targetSeconds) {
    static final RunProgress START = new RunProgress(0, Double.NEGATIVE_INFINITY, 0, -1, -1);

    RunProgress withBest(double score, long steps) {
        return new RunProgress(seconds, score, steps, targetSteps, targetSeconds);
    }

    RunProgress withTarget(long steps, double sinceStart) {
        return new RunProgress(seconds, bestScore, bestSteps, steps, sinceStart);
    }

    RunProgress withSeconds(double total) {
        return new RunProgress(total, bestScore, bestSteps, targetSteps, targetSeconds);
    }

    boolean hasBest() {
        return bestScore != Double.NEGATIVE_INFINITY;
    }

    boolean hasReachedTarget() {
        return targetSteps >= 0;
    }
}

package io.github.gdxagents.training.run;

/** What a run knows about itself, up to date: whoever finds out something notes it here, and it goes into the next checkpoint. */
final class Logbook {
    private final long sinceNanos = System.nanoTime();
    private final double secondsBefore;
    private double bestScore;
    private int bestIteration;
    private long bestSteps;
    private long bestFingerprint;
    private long targetSteps;
    private double targetSeconds;
    private long restarts;
    private int backOffs;

    /** Goes on from what was known. */
    Logbook(RunProgress before) {
        secondsBefore = before.seconds();
        best(before.bestScore(), before.bestIteration(), before.bestSteps(), before.bestFingerprint());
        target(before.targetSteps(), before.targetSeconds());
        restarts = before.restarts();
        backOffs = before.backOffs();
    }

    RunProgress progress() {
        return new RunProgress(
                seconds(),
                bestScore,
                bestIteration,
                bestSteps,
                bestFingerprint,
                targetSteps,
                targetSeconds,
                restarts,
                backOffs);
    }

    void best(double score, int iteration, long steps, long fingerprint) {
        bestScore = score;
        bestIteration = iteration;
        bestSteps = steps;
        bestFingerprint = fingerprint;
    }

    void noBest() {
        RunProgress none = RunProgress.START;
        best(none.bestScore(), none.bestIteration(), none.bestSteps(), none.bestFingerprint());
    }

    void target(long steps, double sinceStart) {
        targetSteps = steps;
        targetSeconds = sinceStart;
    }

    void restart() {
        restarts++;
    }

    void backOff() {
        backOffs++;
    }

    /** Of the run's earlier parts. */
    double secondsBefore() {
        return secondsBefore;
    }

    /** That the run has trained, over all its parts. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - sinceNanos) * 1e-9;
    }
}

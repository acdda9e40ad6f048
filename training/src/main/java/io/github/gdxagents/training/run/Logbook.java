package io.github.gdxagents.training.run;

import java.util.function.UnaryOperator;

/**
 * What a run knows about itself, up to date: whoever finds out something notes it here, and it goes into the next checkpoint.
 */
final class Logbook {
    private final long sinceNanos = System.nanoTime();
    private final double secondsBefore;
    private RunProgress progress;

    /** Goes on from what was known. */
    Logbook(RunProgress before) {
        progress = before;
        secondsBefore = before.seconds();
    }

    RunProgress progress() {
        return progress.withSeconds(seconds());
    }

    void note(UnaryOperator<RunProgress> change) {
        progress = change.apply(progress);
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

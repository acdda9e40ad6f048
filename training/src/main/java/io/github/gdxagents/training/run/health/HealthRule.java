package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import java.util.List;

/**
 * One way for training to go wrong, and what it looks like in the metrics.
 *
 * <p>A rule looks at the iterations of one behavior, in their order, and may remember what it saw. How long figures must look ill before
 * anything is said is left to {@link RuleWatch}.
 *
 * <p>Thread safety: none.
 */
interface HealthRule {
    /** What is wrong, in a few words that begin with a small letter. */
    String title();

    /** The figures that show it, the most telling first. */
    List<Metric> watched();

    /** How many iterations in a row must look ill, or well, before it counts; at least 1. */
    int patience();

    /** Looks at the next iteration. */
    Finding look(Readings readings);

    /** The figures of the iteration that was looked at last, what they mean and what to try: whole sentences. */
    String words();
}

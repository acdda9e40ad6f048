/**
 * A run from its first iteration to its final evaluation, and what it leaves on disk.
 *
 * <p>Start at {@link io.github.gdxagents.training.run.TrainingRun}.
 */
package io.github.gdxagents.training.run;

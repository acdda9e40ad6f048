/**
 * What a run leaves on disk, read back: figures and configuration.
 *
 * <p>Start at {@link io.github.gdxagents.training.run.record.MetricsTable}.
 */
package io.github.gdxagents.training.run.record;

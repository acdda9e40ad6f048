/**
 * The figures of a run as they lie on disk.
 *
 * <p>Start at {@link io.github.gdxagents.training.run.metrics.MetricsTable}.
 */
package io.github.gdxagents.training.run.metrics;

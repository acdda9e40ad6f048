/**
 * The figures of a run: what is reported of each iteration, written to {@code metrics.csv} and TensorBoard, and read back from
 * there. A trainer gives an {@link io.github.gdxagents.training.metrics.IterationReport}, with a value for each {@link
 * io.github.gdxagents.training.metrics.Metric} that it has.
 *
 * <p>Start at {@link io.github.gdxagents.training.metrics.RunColumns} for what there is, at
 * {@link io.github.gdxagents.training.metrics.MetricsTable} for what a file holds.
 */
package io.github.gdxagents.training.metrics;

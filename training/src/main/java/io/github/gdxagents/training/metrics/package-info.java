/**
 * The figures of a run: what is written after each iteration to {@code metrics.csv} and TensorBoard, and read back from there.
 *
 * <p>Start at {@link io.github.gdxagents.training.metrics.RunColumns} for what there is, at
 * {@link io.github.gdxagents.training.metrics.MetricsTable} for what a file holds.
 */
package io.github.gdxagents.training.metrics;

/**
 * Draws figures, all in one style.
 *
 * <p>Start at {@link io.github.gdxagents.training.run.chart.Plot}.
 */
package io.github.gdxagents.training.run.chart;

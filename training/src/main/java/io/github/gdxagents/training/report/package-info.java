/**
 * Shows what became of runs: a page about one run with its learning curve and all its figures, and runs held against each other. All pictures
 * are drawn in one style.
 *
 * <p>Start at {@link io.github.gdxagents.training.report.ReportPage} or {@link io.github.gdxagents.training.report.Comparison}.
 */
package io.github.gdxagents.training.report;

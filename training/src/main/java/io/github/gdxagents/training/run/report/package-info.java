/**
 * One page about one run: what came out, how it learned, what went wrong, and with which configuration.
 *
 * <p>Start at {@link io.github.gdxagents.training.run.report.ReportPage}.
 */
package io.github.gdxagents.training.run.report;

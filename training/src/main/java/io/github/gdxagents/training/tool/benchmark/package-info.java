/**
 * How fast a game trains, and what it is that takes the time.
 *
 * <p>Start at {@link io.github.gdxagents.training.tool.benchmark.Benchmark}.
 */
package io.github.gdxagents.training.tool.benchmark;

/**
 * Checks that a game keeps the contract of {@link io.github.gdxagents.agent.Simulation} and {@link io.github.gdxagents.agent.Agent}.
 *
 * <p>Start at {@link io.github.gdxagents.check.SimulationCheck}. It plays each episode as a {@code Playthrough} that {@code Probe}s
 * watch, and again under several {@code Circumstance}s whose {@code EpisodeTrace}s must not differ.
 */
package io.github.gdxagents.check;

/**
 * Collects experience: many instances of a game, stepped by a few threads, and what is computed from it without a learner.
 *
 * <p>Start at {@link io.github.gdxagents.training.rollout.SimulationPool}; one iteration's data is a
 * {@link io.github.gdxagents.training.rollout.Rollout} for each behavior.
 */
package io.github.gdxagents.training.rollout;

/**
 * Small games in plain Java whose best returns are known: what checks, rollouts and trainers are tested with.
 *
 * <p>Start at {@link io.github.gdxagents.testgame.SkirmishSimulation}, which uses everything that the agent interface offers.
 */
package io.github.gdxagents.testgame;

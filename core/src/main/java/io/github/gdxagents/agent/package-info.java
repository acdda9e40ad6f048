/**
 * How a game shows its characters to a policy: simulations, agents, what they observe and what they do.
 *
 * <p>Start at {@link io.github.gdxagents.agent.Simulation} and {@link io.github.gdxagents.agent.Agent}.
 */
package io.github.gdxagents.agent;

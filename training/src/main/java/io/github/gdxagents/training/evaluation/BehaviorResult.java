package io.github.gdxagents.training.evaluation;

/**
 * How one behavior's policy did in an evaluation.
 *
 * @param behavior its name
 * @param returns the return of each episode of the simulation: the mean over the agents' own episodes in it
 * @param meanLength of the agents' episodes, in decisions
 */
public record BehaviorResult(String behavior, ReturnStatistics returns, double meanLength) {}

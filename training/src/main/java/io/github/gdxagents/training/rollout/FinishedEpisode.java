package io.github.gdxagents.training.rollout;

/**
 * An episode of one agent that came to its end.
 *
 * @param undiscountedReturn sum of the rewards as the game gave them
 * @param length decisions taken
 */
public record FinishedEpisode(double undiscountedReturn, int length) {}

package io.github.gdxagents.training.rollout;

/**
 * An episode that ended in an iteration.
 *
 * @param step physics steps of its instance in the iteration until then
 * @param group index of the behavior
 */
record EndedEpisode(long step, int group, FinishedEpisode episode) {}

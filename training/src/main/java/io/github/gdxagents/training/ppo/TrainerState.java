package io.github.gdxagents.training.ppo;

import java.util.List;

/**
 * Everything that a run goes on from, as plain data. Running episodes are not part of it: they begin anew.
 *
 * @param iteration iterations finished
 * @param steps decisions of all slots so far
 * @param learners one for each behavior
 * @param streams as {@link io.github.gdxagents.training.rollout.SimulationPool#saveStreams}
 */
public record TrainerState(int iteration, long steps, List<LearnerState> learners, long[] streams) {}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.curriculum.CurriculumState;
import io.github.gdxagents.training.rollout.InstanceState;
import java.util.List;

/**
 * Everything that a run goes on from, between two iterations, as plain data.
 *
 * @param iteration iterations finished
 * @param steps decisions of all slots so far
 * @param learners one for each behavior
 * @param instances one for each simulated instance, where the next iteration begins to collect
 * @param curriculum which lesson that iteration has
 */
public record TrainerState(
        int iteration,
        long steps,
        List<LearnerState> learners,
        List<InstanceState> instances,
        CurriculumState curriculum) {
    /** {@return physics steps of the longest of the running episodes, 0 if there is none} */
    public long longestEpisode() {
        return instances.stream().mapToLong(InstanceState::episodeSteps).max().orElse(0);
    }

    /** {@return bytes that the running episodes take in a checkpoint} */
    public long episodeBytes() {
        return instances.stream().mapToLong(InstanceState::episodeBytes).sum();
    }
}

package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.training.rollout.SimulationFault;
import java.util.List;

/**
 * How a game's policies did together.
 *
 * @param faults one for each episode in which the game broke and that counts for nothing, by episode
 */
public record EvaluationResult(List<BehaviorResult> behaviors, List<SimulationFault> faults) {
    /** Copies the lists. */
    public EvaluationResult {
        behaviors = List.copyOf(behaviors);
        faults = List.copyOf(faults);
    }

    /** {@return the mean return, averaged over the behaviors that ended any episode: one number to choose by; NaN if none did} */
    public double score() {
        return behaviors.stream()
                .filter(behavior -> behavior.returns().episodes() > 0)
                .mapToDouble(behavior -> behavior.returns().mean())
                .average()
                .orElse(Double.NaN);
    }

    /**
     * {@return how one behavior's policy did}
     *
     * @throws java.util.NoSuchElementException if there is none of that name
     */
    public BehaviorResult of(String behavior) {
        return behaviors.stream()
                .filter(result -> result.behavior().equals(behavior))
                .findFirst()
                .orElseThrow();
    }
}

package io.github.gdxagents.training.run;

import java.util.List;

/**
 * How a game's policies did together.
 *
 * @param behaviors one for each behavior
 */
public record EvaluationResult(List<BehaviorResult> behaviors) {
    /** Copies the list. */
    public EvaluationResult {
        behaviors = List.copyOf(behaviors);
    }

    /**
     * One number to choose by.
     *
     * @return the mean return, averaged over the behaviors
     */
    public double score() {
        return behaviors.stream()
                .mapToDouble(behavior -> behavior.returns().mean())
                .average()
                .orElse(Double.NaN);
    }
}

package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a game's policies did together.
 *
 * @param faults one for each episode in which the game broke and that counts for nothing, by episode
 * @param cut how many episodes nothing ended, so that they were cut off
 */
public record EvaluationResult(List<BehaviorResult> behaviors, List<SimulationFault> faults, int cut) {
    /** Copies the lists. */
    public EvaluationResult {
        behaviors = List.copyOf(behaviors);
        faults = List.copyOf(faults);
    }

    /** {@return what to do about episodes that were cut off, empty if none was} */
    public Optional<String> notice() {
        return cut == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%d of the episodes were cut off after %,d physics steps or %,d MB of decisions, since nothing ended them, and"
                                + " evaluations take long by that. Give the behaviors a step limit (BehaviorSpec.Builder.stepLimit), or"
                                + " let the game end its episodes.",
                        cut,
                        RecordedSimulation.MOST_STEPS,
                        RecordedSimulation.MOST_BYTES >> 20));
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

package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.TrainingFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Chooses what learns, and from how many parts of a minibatch side by side, by learning from a {@link StandIn}.
 *
 * <p>What can't learn at all, because its memory is too small or its numbers are not finite, is not measured: training itself has better
 * words for that.
 *
 * <p>Thread safety: none.
 */
final class LearningTuner implements AutoCloseable {
    /** Of all the time: short enough that each candidate gets several turns. */
    private static final double SLICE_SHARE = 0.01;

    private final TrainingConfig config;
    private final StandIn.Factory standIn;
    private final Budget budget;
    private final Findings findings;
    private final Map<LearnerConfig, LearningTrial> trials = new HashMap<>();
    private OptionalDouble cost = OptionalDouble.empty();

    /**
     * Measures nothing yet.
     *
     * @param config of the run, with the instances and threads that it will have
     * @param standIn of the game
     * @param budget the time for it
     * @param findings takes what was measured
     */
    LearningTuner(TrainingConfig config, StandIn.Factory standIn, Budget budget, Findings findings) {
        this.config = config;
        this.standIn = standIn;
        this.budget = budget;
        this.findings = findings;
    }

    /**
     * Chooses.
     *
     * @throws IllegalArgumentException if a policy file that the configuration names can't be read or doesn't fit
     */
    LearnerConfig choose(LearningChoices choices) {
        List<LearnerConfig> sensibleFirst = new ArrayList<>(choices.candidates());
        sensibleFirst.remove(choices.otherwise());
        sensibleFirst.add(0, choices.otherwise());
        List<Timing<LearnerConfig>> timings = new Race(budget).run(sensibleFirst, this::measure);
        timings.forEach(timing -> findings.add("learning " + text(timing.candidate()), timing));
        List<Timing<LearnerConfig>> simplestFirst = new ArrayList<>(timings);
        simplestFirst.sort((one, other) -> choices.candidates().indexOf(one.candidate())
                - choices.candidates().indexOf(other.candidate()));
        LearnerConfig chosen = Preference.among(simplestFirst, choices.otherwise());
        cost = timings.stream()
                .filter(timing -> timing.candidate().equals(chosen) && timing.isMeasured())
                .mapToDouble(Timing::cost)
                .findFirst();
        return chosen;
    }

    private double measure(LearnerConfig candidate) {
        try {
            LearningTrial trial = trials.get(candidate);
            if (trial == null) {
                trial = new LearningTrial(config, candidate, standIn);
                trials.put(candidate, trial);
            }
            return trial.measure(SLICE_SHARE * config.tuning().seconds());
        } catch (TrainingFault | OutOfMemoryError unable) {
            return Race.NOT_MEASURED;
        }
    }

    /** Seconds of learning for each decision that is collected, the chosen way; empty if it could not be measured. */
    OptionalDouble cost() {
        return cost;
    }

    /** For example {@code in 2 shards, on the CPU}. */
    static String text(LearnerConfig learner) {
        return (learner.shards() == 1 ? "in one piece" : "in " + learner.shards() + " shards") + ", on the "
                + (learner.device() == Device.GPU ? "GPU" : "CPU");
    }

    @Override
    public void close() {
        trials.values().forEach(LearningTrial::close);
    }
}

package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.tensor.TensorFlowLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Chooses what learns, and from how many parts of a minibatch side by side, by learning from a {@link StandIn}.
 *
 * <p>What can't learn at all, because its memory is too small, its numbers are not finite or TensorFlow fails on it, is left out. If
 * nothing is left, training itself has better words for that.
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
    private final Map<LearnerConfig, Throwable> failures = new LinkedHashMap<>();
    private boolean isAnyLeft;
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
        List<Timing<LearnerConfig>> timings = new Race(budget).run(choices.sensibleFirst(), this::measure);
        timings.forEach(this::note);
        List<Timing<LearnerConfig>> simplestFirst = new ArrayList<>(timings);
        simplestFirst.removeIf(timing -> failures.containsKey(timing.candidate()));
        simplestFirst.sort(
                Comparator.comparingInt(timing -> choices.candidates().indexOf(timing.candidate())));
        LearnerConfig chosen = choices.preferred(simplestFirst);
        isAnyLeft = !simplestFirst.isEmpty();
        cost = simplestFirst.stream()
                .filter(timing -> timing.candidate().equals(chosen) && timing.isMeasured())
                .mapToDouble(Timing::cost)
                .findFirst();
        return chosen;
    }

    private void note(Timing<LearnerConfig> timing) {
        String what = "learning " + text(timing.candidate());
        Throwable failure = failures.get(timing.candidate());
        if (failure == null) {
            findings.add(what, timing);
        } else {
            findings.failed(what, failure);
        }
    }

    private double measure(LearnerConfig candidate) {
        try {
            LearningTrial trial = trials.get(candidate);
            if (trial == null) {
                trial = new LearningTrial(config, candidate, standIn);
                trials.put(candidate, trial);
            }
            return trial.measure(SLICE_SHARE * config.tuning().seconds());
        } catch (RuntimeException | OutOfMemoryError failure) {
            if (!isAboutCandidate(failure)) {
                throw failure;
            }
            failures.put(candidate, failure);
            release(candidate, failure);
            return Race.FAILED;
        }
    }

    /** A policy file that can't be read, for example, is a fault of all. */
    private static boolean isAboutCandidate(Throwable failure) {
        return failure instanceof TrainingFault
                || failure instanceof OutOfMemoryError
                || TensorFlowLibrary.hasThrown(failure);
    }

    /** So that the others have its memory. */
    private void release(LearnerConfig candidate, Throwable failure) {
        LearningTrial trial = trials.remove(candidate);
        if (trial == null) {
            return;
        }
        try {
            trial.close();
        } catch (RuntimeException unable) { // as one may expect of a device that fails
            failure.addSuppressed(unable);
        }
    }

    /** For the user: what can't learn, a line each; nothing if nothing can, since training will say that. */
    List<String> failures() {
        List<String> lines = new ArrayList<>();
        if (isAnyLeft) {
            failures.forEach((candidate, failure) -> lines.add(
                    "Learning " + text(candidate) + " failed and was not considered: " + failure.getMessage()));
        }
        return lines;
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

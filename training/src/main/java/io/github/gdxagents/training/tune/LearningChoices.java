package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Which ways to learn a configuration leaves open.
 *
 * <p>Thread safety: immutable.
 *
 * @param candidates at least one, simplest first
 * @param otherwise what is sensible where nothing is measured: a GPU if there is one
 * @param undecided what is sensible where measuring took too long to compare: the CPU unless a GPU is asked for
 */
record LearningChoices(List<LearnerConfig> candidates, LearnerConfig otherwise, LearnerConfig undecided) {
    /**
     * Reads them from a configuration.
     *
     * @param draft what is given, and what is open
     * @param threads that the run will have
     * @param hasGpu whether TensorFlow can use one; asked only if it matters
     */
    static LearningChoices of(ConfigDraft draft, int threads, BooleanSupplier hasGpu) {
        LearnerConfig given = draft.config().learner();
        boolean areShardsOpen = draft.isOpen(ConfigDraft.SHARDS);
        boolean isDeviceOpen = draft.isOpen(ConfigDraft.DEVICE);
        LearnerConfig onGpu = given.with(Device.GPU, areShardsOpen ? 1 : given.shards());
        if (!isDeviceOpen && given.device() == Device.GPU) {
            return new LearningChoices(List.of(onGpu), onGpu, onGpu);
        }
        // open shards have a value that is the same on any machine, whatever the threads
        LearnerConfig onCpu = given.with(Device.CPU, given.shards());
        List<LearnerConfig> candidates =
                new ArrayList<>(areShardsOpen ? Candidates.onCpu(given, threads) : List.of(onCpu));
        boolean isGpuPossible = isDeviceOpen && hasGpu.getAsBoolean();
        if (isGpuPossible) {
            candidates.add(onGpu);
        }
        return new LearningChoices(List.copyOf(candidates), isGpuPossible ? onGpu : onCpu, onCpu);
    }

    /**
     * The choice from a measurement.
     *
     * @param timings of all candidates that did not fail, simplest first
     * @return one of them, or what is sensible where they can't be compared; if all failed too: training has words for that
     */
    LearnerConfig preferred(List<Timing<LearnerConfig>> timings) {
        boolean isUndecidedPossible = timings.isEmpty()
                || timings.stream().anyMatch(timing -> timing.candidate().equals(undecided));
        return Preference.among(
                timings, isUndecidedPossible ? undecided : timings.get(0).candidate());
    }

    /** The candidates in the order in which they are worth the time. */
    List<LearnerConfig> sensibleFirst() {
        List<LearnerConfig> sorted = new ArrayList<>(candidates);
        sorted.remove(undecided);
        sorted.add(0, undecided);
        return sorted;
    }

    /** Whether anything is open. */
    boolean isAny() {
        return candidates.size() > 1;
    }
}

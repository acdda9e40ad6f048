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
 * @param otherwise the one that is sensible where nothing is measured: a GPU if there is one, else two parts if there are two threads
 */
record LearningChoices(List<LearnerConfig> candidates, LearnerConfig otherwise) {
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
            return new LearningChoices(List.of(onGpu), onGpu);
        }
        List<LearnerConfig> candidates = new ArrayList<>(
                areShardsOpen ? Candidates.onCpu(given, threads) : List.of(given.with(Device.CPU, given.shards())));
        LearnerConfig otherwise = candidates.get(Math.min(1, candidates.size() - 1));
        if (isDeviceOpen && hasGpu.getAsBoolean()) {
            candidates.add(onGpu);
            otherwise = onGpu;
        }
        return new LearningChoices(List.copyOf(candidates), otherwise);
    }

    /** Whether anything is open. */
    boolean isAny() {
        return candidates.size() > 1;
    }
}

package io.github.gdxagents.training.tool.tune;

import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.tensor.TensorFlowLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Chooses what learns, and from how many parts of a minibatch side by side, by letting trainers of the run's networks, objective and
 * minibatches learn from a {@link SyntheticGame}.
 *
 * <p>What can't learn at all, because its memory is too small, its numbers are not finite or TensorFlow fails on it, is left out. If
 * nothing is left, training itself has better words for that.
 */
final class LearnerTuner {
    /** More parts than that have too few samples each, and their sums take the time that they save. */
    private static final int MOST_SHARDS = 4;
    /** Without measurement, and worth a try with fewer threads too. */
    private static final int DEFAULT_SHARDS = 2;
    /** Of each epoch of a measurement; more would take longer and tell the same. */
    private static final int MINIBATCHES = 4;
    /** Of all the time, for each candidate: the first iterations prepare TensorFlow and take much longer. */
    private static final double WARM_UP_SHARE = 0.05;

    /** Ways to learn that are possible, at least one, simplest first. */
    final List<LearnerConfig> candidates = new ArrayList<>();
    /** What is sensible where nothing is measured: a GPU if there is one. */
    final LearnerConfig unmeasured;
    /** What is sensible where measuring took too long to compare: the CPU unless a GPU is asked for. */
    final LearnerConfig undecided;

    private final Map<LearnerConfig, Trainer> trainers = new HashMap<>();
    private final Map<LearnerConfig, Throwable> failures = new LinkedHashMap<>();

    /** Reads what a configuration leaves open, for a run of so many threads; asks for a GPU only if it matters; measures nothing yet. */
    LearnerTuner(ConfigDraft draft, int threads, BooleanSupplier hasGpu) {
        LearnerConfig given = draft.config().learner();
        boolean areShardsOpen = draft.isOpen(ConfigDraft.SHARDS);
        boolean isDeviceOpen = draft.isOpen(ConfigDraft.DEVICE);
        boolean isGpuWanted = !isDeviceOpen && given.device() == Device.GPU;
        boolean isGpuPossible = isGpuWanted || isDeviceOpen && hasGpu.getAsBoolean();
        LearnerConfig onGpu = given.with(Device.GPU, areShardsOpen ? 1 : given.shards());
        // open shards have a value that is the same on any machine, whatever the threads
        LearnerConfig onCpu = given.with(Device.CPU, given.shards());
        if (!isGpuWanted && areShardsOpen) {
            int most = Math.max(DEFAULT_SHARDS, Math.min(threads, MOST_SHARDS)); // more need a thread each
            for (int shards = 1; shards <= most; shards *= 2) {
                candidates.add(given.with(Device.CPU, shards));
            }
        } else if (!isGpuWanted) {
            candidates.add(onCpu);
        }
        if (isGpuPossible) {
            candidates.add(onGpu);
        }
        unmeasured = isGpuPossible ? onGpu : onCpu;
        undecided = isGpuWanted ? onGpu : onCpu;
    }

    boolean hasChoice() {
        return candidates.size() > 1;
    }

    /** In the order in which they are worth the time. */
    List<LearnerConfig> sensibleFirst() {
        List<LearnerConfig> sorted = new ArrayList<>(candidates);
        sorted.remove(undecided);
        sorted.add(0, undecided);
        return sorted;
    }

    /**
     * Chooses, with the instances and threads that the run will have; findings get a line for each measurement. Throws an
     * IllegalArgumentException if a policy file that the configuration names can't be read or doesn't fit.
     */
    LearnerChoice choose(
            TrainingConfig config, SyntheticGame.Factory game, TuningBudget budget, List<String> findings) {
        TrainingConfig small =
                config.with(fewMinibatches(config, game.behaviors().size()), config.learner());
        try {
            SpeedComparison<LearnerConfig> comparison = new SpeedComparison<>(
                    sensibleFirst(), budget, candidate -> measure(candidate, small, game, budget.sliceSeconds()));
            sensibleFirst().forEach(candidate -> findings.add(finding(candidate, comparison)));
            LearnerConfig chosen = preferred(comparison);
            return new LearnerChoice(chosen, comparison.cost(chosen), failureLines());
        } finally {
            trainers.values().forEach(Trainer::close);
        }
    }

    /** As many decisions as a few minibatches have, unless an iteration has fewer. */
    private static RolloutConfig fewMinibatches(TrainingConfig config, int agents) {
        RolloutConfig whole = config.rollout();
        long wanted = (long) MINIBATCHES * config.ppo().minibatchSize();
        long horizon = 1 + (wanted - 1) / ((long) whole.instances() * agents);
        long least = Math.max(horizon, config.network().memory().sequenceLength());
        return new RolloutConfig(whole.instances(), (int) Math.min(least, whole.horizon()), whole.threads());
    }

    /** What did not fail is compared; undecided if there was no time, or if all failed: training has words for that. */
    LearnerConfig preferred(SpeedComparison<LearnerConfig> comparison) {
        List<LearnerConfig> left = candidates.stream()
                .filter(candidate -> !comparison.hasFailed(candidate))
                .toList();
        return comparison.simplest(left, left.isEmpty() || left.contains(undecided) ? undecided : left.get(0));
    }

    private double measure(LearnerConfig candidate, TrainingConfig config, SyntheticGame.Factory game, double seconds) {
        try {
            Trainer trainer = trainers.get(candidate);
            if (trainer == null) {
                trainer = new Trainer(config.with(config.rollout(), candidate), game);
                trainers.put(candidate, trainer);
                measure(trainer, WARM_UP_SHARE * config.tuning().seconds());
            }
            return measure(trainer, seconds);
        } catch (RuntimeException | OutOfMemoryError failure) {
            if (!isAboutCandidate(failure)) {
                throw failure;
            }
            failures.put(candidate, failure);
            release(trainers.remove(candidate), failure);
            return SpeedComparison.FAILED;
        }
    }

    /** Learns for about so many seconds, at least once; gives those of learning for each decision that was collected. */
    private static double measure(Trainer trainer, double leastSeconds) {
        long before = trainer.steps();
        double learning = 0;
        long start = System.nanoTime();
        do {
            learning += trainer.iterate().learningSeconds();
        } while ((System.nanoTime() - start) * 1e-9 < leastSeconds);
        return learning / Math.max(1, trainer.steps() - before);
    }

    /** A policy file that can't be read, for example, is a fault of all. */
    private static boolean isAboutCandidate(Throwable failure) {
        return failure instanceof TrainingFault
                || failure instanceof OutOfMemoryError
                || TensorFlowLibrary.hasThrown(failure);
    }

    /** So that the others have its memory; null if it could not even be made. */
    private static void release(Trainer failed, Throwable failure) {
        if (failed == null) {
            return;
        }
        try {
            failed.close();
        } catch (RuntimeException unable) { // as one may expect of a device that fails
            failure.addSuppressed(unable);
        }
    }

    private String finding(LearnerConfig candidate, SpeedComparison<LearnerConfig> comparison) {
        String what = "learning " + Tuner.text(candidate);
        return comparison.hasFailed(candidate)
                ? what + ": failed, " + failures.get(candidate)
                : comparison.finding(what, candidate);
    }

    /** Nothing if all failed. */
    private List<String> failureLines() {
        return failures.size() == candidates.size()
                ? List.of()
                : failures.entrySet().stream()
                        .map(failure -> "Learning " + Tuner.text(failure.getKey())
                                + " failed and was not considered: "
                                + failure.getValue().getMessage())
                        .toList();
    }

    /** What was chosen, its seconds of learning for each decision that is collected, NaN if unknown, and what can't learn, a line each. */
    record LearnerChoice(LearnerConfig learner, double cost, List<String> failures) {}
}

package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.training.ppo.SyntheticLearner;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures learners by themselves, those of different sizes in turns: each width with each minibatch. All numbers are at least 1.
 *
 * @param threads that learn, each from a shard of every minibatch
 * @param widths of the two hidden layers
 * @param minibatches samples of an update
 * @param samples of an iteration
 */
public record LearnerBenchmark(int threads, List<Integer> widths, List<Integer> minibatches, int samples, int epochs) {
    /** @throws IllegalArgumentException if a list is empty or a value too small; the message begins with its option's name */
    public LearnerBenchmark {
        widths = List.copyOf(widths);
        minibatches = List.copyOf(minibatches);
        requirePositive("threads", List.of(threads));
        requirePositive("widths", widths);
        requirePositive("minibatches", minibatches);
        requirePositive("samples", List.of(samples));
        requirePositive("epochs", List.of(epochs));
    }

    private static void requirePositive(String name, List<Integer> values) {
        if (values.isEmpty() || values.stream().anyMatch(value -> value < 1)) {
            throw new IllegalArgumentException(name + ": must be at least 1, but is " + values);
        }
    }

    /** Runs it. A round is an iteration of each learner; progress is told the number of one that begins, or 0 while nothing counts yet. */
    public LearnerResult run(LearningDevice device, Rounds rounds, IntConsumer progress) {
        double load = Machine.currentLoad();
        List<TimedLearner> learners = new ArrayList<>();
        try {
            for (int width : widths) {
                for (int minibatch : minibatches) {
                    SyntheticLearner learner = SyntheticLearner.lander(device, threads, width, samples);
                    learners.add(new TimedLearner(width, minibatch, learner));
                }
            }
            List<LearnerResult.Learner> results = rounds.measure(
                    learners,
                    this::measure,
                    (learner, measured) -> new LearnerResult.Learner(learner.width, learner.minibatch, measured),
                    progress);
            return new LearnerResult(this, Machine.here(load, device.toString()), rounds.count(), results);
        } finally {
            learners.forEach(learner -> learner.synthetic.close());
        }
    }

    private record TimedLearner(int width, int minibatch, SyntheticLearner synthetic) {}

    private LearnerResult.Round measure(TimedLearner learner) {
        double before = processorNanos();
        SyntheticLearner.Time time = learner.synthetic.learn(epochs, learner.minibatch);
        return new LearnerResult.Round(time, processorNanos() - before);
    }

    /** Of all threads of this process. */
    private static double processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : Double.NaN;
    }
}

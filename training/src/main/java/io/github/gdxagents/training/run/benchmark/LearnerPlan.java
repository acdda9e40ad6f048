package io.github.gdxagents.training.run.benchmark;

import java.util.List;

/**
 * What learners are to be measured.
 *
 * <p>Thread safety: immutable.
 *
 * @param threads that learn, each from a shard of every minibatch
 * @param widths of the two hidden layers, each at least 1
 * @param minibatches samples of an update, each at least 1
 * @param samples of an iteration, at least 1
 * @param epochs over them, at least 1
 */
public record LearnerPlan(int threads, List<Integer> widths, List<Integer> minibatches, int samples, int epochs) {
    /**
     * Copies the lists and checks the values.
     *
     * @throws IllegalArgumentException if a list is empty or a value too small
     */
    public LearnerPlan {
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
}

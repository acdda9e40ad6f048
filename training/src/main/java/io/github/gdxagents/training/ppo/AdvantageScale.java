package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.Rollout;

/**
 * Shifts and scales advantages: (A - mean) / (std + 1e-8).
 *
 * @param mean subtracted
 * @param deviation divided by
 */
record AdvantageScale(double mean, double deviation) {
    static final double EPSILON = 1e-8;
    static final AdvantageScale NONE = new AdvantageScale(0, 1);

    /** The scale that gives the advantages of a whole rollout mean 0 and standard deviation 1. */
    static AdvantageScale of(Rollout rollout) {
        int[] rows = rollout.rows();
        float[] advantages = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            advantages[i] = rollout.advantages[rows[i]];
        }
        return of(advantages);
    }

    /** The scale that gives some advantages mean 0 and standard deviation 1. */
    static AdvantageScale of(float[] advantages) {
        double sum = 0;
        for (float advantage : advantages) {
            sum += advantage;
        }
        double mean = sum / advantages.length;
        double squares = 0;
        for (float advantage : advantages) {
            double difference = advantage - mean;
            squares += difference * difference;
        }
        return new AdvantageScale(mean, Math.sqrt(squares / advantages.length) + EPSILON);
    }

    float apply(float advantage) {
        return (float) ((advantage - mean) / deviation);
    }
}

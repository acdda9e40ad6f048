package io.github.gdxagents.training.ppo;

import java.util.Map;

/**
 * The settings that change, as they are in one iteration.
 *
 * @param learningRate of Adam
 * @param clipRangeLower how far the ratio may fall below 1
 * @param clipRangeUpper how far the ratio may rise above 1
 * @param entropyCoefficient weight of the entropy
 * @param referenceCoefficient weight of KL(new || reference)
 * @param coefficient that the objective adapts, NaN if it has none
 * @param options of the objective, in declared order
 */
record UpdateSettings(
        double learningRate,
        double clipRangeLower,
        double clipRangeUpper,
        double entropyCoefficient,
        double referenceCoefficient,
        double coefficient,
        Map<String, Double> options) {
    /**
     * The numbers that the graph is fed, in the order of {@link ScheduledSettings}.
     *
     * @param correctedLearningRate of Adam, with the correction of its bias
     * @param advantages the scale of the minibatch's
     */
    float[] vector(double correctedLearningRate, AdvantageScale advantages) {
        float[] vector = new float[ScheduledSettings.count(options.size())];
        vector[0] = (float) correctedLearningRate;
        vector[1] = (float) clipRangeLower;
        vector[2] = (float) clipRangeUpper;
        vector[3] = (float) entropyCoefficient;
        vector[4] = (float) referenceCoefficient;
        vector[5] = (float) coefficient;
        vector[6] = (float) advantages.mean();
        vector[7] = (float) (1 / advantages.deviation());
        int next = ScheduledSettings.count(0);
        for (double option : options.values()) {
            vector[next++] = (float) option;
        }
        return vector;
    }
}

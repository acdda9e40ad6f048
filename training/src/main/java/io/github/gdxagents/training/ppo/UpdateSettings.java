package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig;

/**
 * The scheduled settings as they are in one iteration.
 *
 * @param learningRate of Adam
 * @param clipRangeLower how far the ratio may fall below 1
 * @param clipRangeUpper how far the ratio may rise above 1
 * @param entropyCoefficient weight of the entropy
 */
record UpdateSettings(double learningRate, double clipRangeLower, double clipRangeUpper, double entropyCoefficient) {
    /**
     * Reads the schedules.
     *
     * @param config holds them
     * @param progress share of the steps that are behind us, in [0, 1]
     */
    static UpdateSettings at(PpoConfig config, double progress) {
        return new UpdateSettings(
                config.learningRate().value(progress),
                config.clipRangeLower().value(progress),
                config.clipRangeUpper().value(progress),
                config.entropyCoefficient().value(progress));
    }
}

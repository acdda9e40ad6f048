package io.github.gdxagents.policy;

import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationNormalizer;

/**
 * Gives the outputs of a network for observations that follow one another from the beginning of an episode.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
final class EpisodeOutputs {
    private final ObservationNormalizer normalizer;
    private final ForwardPass pass;
    private final float[][] state;
    private final float[][] normalized;

    EpisodeOutputs(ObservationNormalizer normalizer, Network network) {
        this.normalizer = normalizer;
        pass = new ForwardPass(network, 1);
        state = new float[1][network.stateSize()];
        normalized = new float[1][network.inputSize()];
    }

    /** The outputs for the next observation, {@code [out]}; overwritten by the next call. */
    float[] next(float[] observation) {
        normalizer.apply(observation, normalized[0]);
        return pass.run(normalized, state, 1)[0];
    }
}

package io.github.gdxagents.training.network;

import io.github.gdxagents.network.ObservationNormalizer;

/**
 * What a worker needs to decide as the learner would: parameters and the normalizer that goes with them.
 *
 * @param parameters flat, laid out as {@link ActorCritic} says; kept, do not modify
 * @param normalizer applied to every observation first
 */
public record Weights(float[] parameters, ObservationNormalizer normalizer) {}

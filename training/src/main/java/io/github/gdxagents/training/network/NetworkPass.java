package io.github.gdxagents.training.network;

import io.github.gdxagents.network.ActorPass;

/**
 * A worker's way to run actor and critic over a batch of its seats. What is remembered of a row is in one array: the actor's part, then the
 * critic's, or the trunk's alone if they share it.
 */
public interface NetworkPass extends ActorPass {
    /** Takes over weights, kept, do not modify; called at the begin of an iteration, by every worker with the same object. */
    void load(Weights weights);

    /** {@inheritDoc} The critic's values are in {@link #values} then. */
    @Override
    float[][] run(float[][] inputs, float[][] states, int count);

    /**
     * Computes values alone; what {@link #run} gave is undefined then.
     *
     * @param inputs {@code [count or more][obs]}, normalized
     * @param states {@code [count or more][stateSize]}, advanced by one decision as far as the values need it
     */
    void runCritic(float[][] inputs, float[][] states, int count);

    /** The critic's values {@code [capacity][1]}, overwritten by the next run. */
    float[][] values();
}

package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationNormalizer;

/**
 * Decides with a trained network: normaliser, forward pass, distribution.
 *
 * <p>What is decided for a row depends on its observation, mask, memory and random stream alone, not on the rest of the batch.
 *
 * <p>Thread safety: none; make one for each thread from the same {@link PolicyModel}. Allocates nothing after construction.
 */
public final class NetworkPolicy implements Policy {
    private final BehaviorSpec behavior;
    private final ObservationNormalizer normalizer;
    private final ForwardPass forwardPass;
    private final ActionDistribution distribution;
    private final ActionSample sample;
    private final int memorySize;
    private final float[][] normalized; // [capacity][obs]
    private final float[][] memories; // [capacity], those of the batch

    /**
     * Makes a policy.
     *
     * @param model what was trained
     * @param capacity rows of one pass, at least 1; a larger batch takes several passes. For many agents give 512: passes of that size take
     *     half as long for each row
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public NetworkPolicy(PolicyModel model, int capacity) {
        behavior = model.behavior();
        normalizer = model.normalizer();
        Network network = model.network();
        forwardPass = new ForwardPass(network, capacity);
        memorySize = network.stateSize();
        distribution = new ActionDistribution(behavior.action(), model.logStandardDeviation());
        sample = new ActionSample(behavior.action());
        normalized = new float[capacity][behavior.observation().size()];
        memories = new float[capacity][];
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public int memorySize() {
        return memorySize;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if an observation is not finite, or a mask leaves a branch without a choice
     * @throws IllegalArgumentException if the batch has no room for what the policy remembers
     */
    @Override
    public void decide(DecisionBatch batch, DecisionMode mode) {
        for (int first = 0; first < batch.count(); first += normalized.length) {
            int rows = Math.min(normalized.length, batch.count() - first);
            for (int i = 0; i < rows; i++) {
                requireFinite(batch.observation(first + i));
                normalizer.apply(batch.observation(first + i), normalized[i]);
                memories[i] = batch.memory(first + i);
                requireMemory(memories[i].length);
            }
            float[][] results = forwardPass.run(normalized, memories, rows);
            for (int i = 0; i < rows; i++) {
                decide(batch, first + i, results[i], mode);
            }
        }
    }

    private void decide(DecisionBatch batch, int row, float[] result, DecisionMode mode) {
        float[] outputs = batch.outputs(row);
        System.arraycopy(result, 0, outputs, 0, outputs.length);
        if (mode == DecisionMode.STOCHASTIC) {
            distribution.sample(outputs, batch.mask(row), batch.random(row), sample);
        } else {
            distribution.mode(outputs, batch.mask(row), sample);
        }
        sample.writeTo(batch.actions(row));
    }

    private void requireMemory(int size) {
        if (size != memorySize) {
            throw new IllegalArgumentException("behavior '" + behavior.name() + "': the policy remembers " + memorySize
                    + " values of each agent, but the batch has room for " + size
                    + "; make it with new DecisionBatch(policy, capacity)");
        }
    }

    // Without this a NaN would pass unseen: tanh and a comparison of logits both swallow it.
    private void requireFinite(float[] observation) {
        for (int i = 0; i < observation.length; i++) {
            if (Float.isNaN(observation[i]) || Float.isInfinite(observation[i])) {
                throw new IllegalStateException("behavior '" + behavior.name() + "': the observed value '"
                        + behavior.observation().names().get(i) + "' must be finite, but is " + observation[i]
                        + "; look for a division by 0 in the agent's observe()");
            }
        }
    }

    /**
     * The probability of each choice, for an overlay.
     *
     * @param outputs {@code [out]}, from {@link DecisionBatch#outputs}
     * @param mask what was allowed, or null
     * @param target {@code [choices]}, overwritten
     */
    public void probabilities(float[] outputs, ActionMask mask, float[] target) {
        distribution.probabilities(outputs, mask, target);
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.initial.PolicyFingerprint;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.Arrays;
import java.util.List;

/**
 * A fixed policy that the trained one is to stay close to.
 *
 * <p>It sees the raw observations, through the normalizer of its own file. If it has memory, it remembers each slot's episode as if it had
 * played it.
 */
final class ReferencePolicy {
    private final PolicyModel model;
    private final long fingerprint;
    private final ObservationNormalizer normalizer;
    private final ForwardPass forwardPass;
    private final float[][] memories;
    private final float[][] input = new float[1][];
    private final float[][] memory = new float[1][];
    private final float[] raw;

    /** Prepares a policy for rollouts of the same behavior with so many slots, N. */
    ReferencePolicy(PolicyModel model, int slots) {
        this.model = model;
        fingerprint = PolicyFingerprint.of(List.of(model));
        normalizer = model.normalizer();
        Network network = model.network();
        forwardPass = new ForwardPass(network, 1);
        memories = new float[slots][network.stateSize()];
        raw = new float[network.inputSize()];
        input[0] = new float[network.inputSize()];
    }

    /** Its log standard deviations, {@code [continuous]}. */
    float[] deviations() {
        return model.logStandardDeviation();
    }

    /** What it would have given for each decision, {@code [T, N, out]}. */
    float[] outputs(Rollout rollout) {
        float[] outputs = new float[rollout.outputs.length];
        for (int n = 0; n < rollout.slots; n++) {
            memory[0] = memories[n];
            for (int t = 0; t < rollout.lengths[n]; t++) {
                int row = rollout.row(t, n);
                if (rollout.begins[row]) {
                    Arrays.fill(memories[n], 0);
                }
                float[] result = run(rollout.observations, row);
                System.arraycopy(result, 0, outputs, row * result.length, result.length);
            }
        }
        return outputs;
    }

    private float[] run(float[] observations, int row) {
        System.arraycopy(observations, row * raw.length, raw, 0, raw.length);
        normalizer.apply(raw, input[0]);
        return forwardPass.run(input, memory, 1)[0];
    }

    /**
     * Lets each decision pay for how much likelier it was than here: {@code r_t ← r_t − β (log π_old(a_t | o_t) − log π_ref(a_t | o_t))}.
     *
     * <p>Source: Ziegler et al. 2019, arXiv:1909.08593, equation 2.
     *
     * @param rollout has the rewards, and the log-probabilities of the policy that learns from it
     * @param outputs as {@link #outputs} gives them for it
     * @param coefficient β
     */
    void penalize(Rollout rollout, float[] outputs, double coefficient) {
        ActionSpec action = model.behavior().action();
        ActionDistribution distribution = new ActionDistribution(action, model.logStandardDeviation());
        ActionMask mask = new ActionMask(action);
        ActionSample sample = new ActionSample(action);
        float[] output = new float[action.outputSize()];
        for (int row : rollout.rows()) {
            rollout.readActions(row, mask, sample);
            System.arraycopy(outputs, row * output.length, output, 0, output.length);
            double divergence = rollout.logProbabilities[row] - distribution.logProbability(output, mask, sample);
            rollout.rewards[row] -= (float) (coefficient * divergence);
        }
    }

    /** What tells whether a run goes on with the same policy: 0 or more, and different for most others. */
    long fingerprint() {
        return fingerprint;
    }

    /** What it remembers of each slot's running episode, {@code [N, state size]}. */
    float[] save() {
        int size = model.network().stateSize();
        float[] state = new float[memories.length * size];
        for (int n = 0; n < memories.length; n++) {
            System.arraycopy(memories[n], 0, state, n * size, size);
        }
        return state;
    }

    /** Goes on from what was saved, unless it is of another policy or number of slots: an IllegalArgumentException. */
    void restore(float[] state) {
        int size = model.network().stateSize();
        if (state.length != memories.length * size) {
            throw new IllegalArgumentException("reference policy: it remembers " + memories.length * size
                    + " numbers, but " + state.length + " were saved; resume with the reference policy that the run"
                    + " began with");
        }
        for (int n = 0; n < memories.length; n++) {
            System.arraycopy(state, n * size, memories[n], 0, size);
        }
    }
}

package io.github.gdxagents.training.ppo;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The steps of a minibatch, all of them constants: no gradient flows through what was collected. With memory the steps of a sequence
 * follow each other, and a sequence that ends early is filled up with steps of weight 0.
 *
 * @param observations {@code [B, obs]}, normalized
 * @param continuous {@code [B, continuous]} as sampled, or null
 * @param choices {@code [B, branches]} index of each choice, or null
 * @param allowed {@code [B, choices]}: 1 or 0, or null
 * @param oldOutputs {@code [B, out]} of the old policy: the one before the update
 * @param oldDeviations {@code [B, continuous]}, its log standard deviations, or null
 * @param referenceOutputs {@code [B, out]} of the reference policy, or null
 * @param begins {@code [B, 1]}: 1 where an episode begins, or null without memory
 * @param memories {@code [M, memory]} before the first step of each sequence, or null without memory
 * @param logProbability {@code [B]} of the actions under the old policy
 * @param value {@code [B]} as estimated before the update
 * @param advantage {@code [B]}
 * @param target {@code [B]} of the value function: the return
 * @param objectiveWeights {@code [B]}, sum 1 over all shards of a minibatch, times the ratio of each step if an older policy took them: what each step counts in the
 *     objective
 * @param stepWeights {@code [B]}, sum 1 over all shards of a minibatch: the same for each step that is none of the filling
 */
record Batch(
        Operand<TFloat32> observations,
        Operand<TFloat32> continuous,
        Operand<TFloat32> choices,
        Operand<TFloat32> allowed,
        Operand<TFloat32> oldOutputs,
        Operand<TFloat32> oldDeviations,
        Operand<TFloat32> referenceOutputs,
        Operand<TFloat32> begins,
        Operand<TFloat32> memories,
        Operand<TFloat32> logProbability,
        Operand<TFloat32> value,
        Operand<TFloat32> advantage,
        Operand<TFloat32> target,
        Operand<TFloat32> objectiveWeights,
        Operand<TFloat32> stepWeights) {
    /** Observations to run networks without memory on, and nothing to learn from. */
    static Batch of(Operand<TFloat32> observations) {
        return new Batch(
                observations, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}

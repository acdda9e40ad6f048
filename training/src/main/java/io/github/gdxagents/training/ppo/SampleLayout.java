package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.Sequences;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Which columns a decision has in the matrix of {@link Samples}: normalized observation, continuous actions, choices (as numbers), allowed
 * choices (1 or 0), the outputs and log standard deviations of the policy that decided, the outputs of the reference policy if there is
 * one, whether an episode begins (only with memory), then log-probability, value, advantage and return.
 *
 * <p>Thread safety: immutable.
 *
 * @param behavior what is observed and done
 * @param hasReference whether there is a reference policy
 * @param sequences how decisions are cut
 */
record SampleLayout(BehaviorSpec behavior, boolean hasReference, Sequences sequences) {
    /** What every JVM allows. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    static SampleLayout of(ActorCritic networks, boolean hasReference) {
        return new SampleLayout(networks.behavior(), hasReference, networks.sequences());
    }

    private int[] widths() {
        ActionSpec action = behavior.action();
        return new int[] {
            behavior.observation().size(),
            action.continuousSize(),
            action.branchCount(),
            action.choiceCount(),
            action.outputSize(),
            action.continuousSize(),
            hasReference ? action.outputSize() : 0,
            sequences.memorySize() > 0 ? 1 : 0,
            1,
            1,
            1,
            1
        };
    }

    /** Columns of a decision. */
    int width() {
        return Arrays.stream(widths()).sum();
    }

    /** Where in a decision's columns its advantage is. */
    int advantageColumn() {
        return width() - 2;
    }

    /**
     * Checks that the samples of an iteration fit into an array, before hours are spent on collecting the first.
     *
     * @param horizon most decisions of a slot, T
     * @param slots number of slots, N
     * @throws IllegalArgumentException if they don't
     */
    void requireFit(int horizon, int slots) {
        long steps = (long) sequences.count(horizon) * sequences.length() * slots;
        if (steps * width() > LARGEST_ARRAY) {
            throw new IllegalArgumentException("samples of behavior '" + behavior.name() + "': " + horizon
                    + " decisions of " + slots + " slots with " + width() + " numbers each make an array of "
                    + steps * width() + ", but " + LARGEST_ARRAY
                    + " is the most; lower rollout.horizon or rollout.instances");
        }
    }

    /**
     * Cuts the rows of a minibatch.
     *
     * @param tf builds operations
     * @param rows {@code [M, L * width]}
     * @param memories {@code [M, memory]}, or null without memory
     * @param weights {@code [2, M * L]}: what a step counts in the objective, and in everything else
     */
    Batch split(Ops tf, Operand<TFloat32> rows, Operand<TFloat32> memories, Operand<TFloat32> weights) {
        Operand<TFloat32> steps =
                sequences.length() == 1 ? rows : tf.reshape(rows, tf.constant(new int[] {-1, width()}));
        List<Operand<TFloat32>> parts = Columns.split(tf, steps, widths());
        List<? extends Operand<TFloat32>> both = tf.unstack(weights, 2L).output();
        return new Batch(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                parts.get(6),
                parts.get(7),
                memories,
                Columns.single(tf, parts.get(8)),
                Columns.single(tf, parts.get(9)),
                Columns.single(tf, parts.get(10)),
                Columns.single(tf, parts.get(11)),
                both.get(0),
                both.get(1));
    }
}

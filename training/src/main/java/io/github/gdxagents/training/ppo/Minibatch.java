package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.ppo.MinibatchLayout.Column;
import io.github.gdxagents.training.tensor.ActorCriticGraph;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The steps of a minibatch in the graph, all of them constants. With memory the steps of a sequence follow each other, and a sequence that
 * ends early is filled up with steps of weight 0.
 *
 * @param columns what is known of each step
 * @param memories {@code [M, memory]} before the first step of each sequence, or null without memory
 * @param objectiveWeights {@code [B]}: what each step counts in the objective; sum 1 over all shards of a minibatch, times the ratio of
 *     each step if an older policy took them
 * @param stepWeights {@code [B]}, sum 1 over all shards of a minibatch: the same for each step that is none of the filling
 */
record Minibatch(
        Map<Column, Operand<TFloat32>> columns,
        Operand<TFloat32> memories,
        Operand<TFloat32> objectiveWeights,
        Operand<TFloat32> stepWeights) {
    /** {@code [B, width]} or {@code [B]}, or null if the behavior has nothing of the kind. */
    Operand<TFloat32> get(Column column) {
        return columns.get(column);
    }

    /** What the networks are run on. */
    ActorCriticGraph.Steps steps() {
        return new ActorCriticGraph.Steps(get(Column.OBSERVATION), memories, get(Column.BEGINS));
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Sequences;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.tensor.TensorMath;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Which {@link Column}s a decision has in the matrix of {@link Samples}, how many of each, and in what order.
 *
 * @param behavior what is observed and done
 * @param hasReference whether there is a reference policy
 * @param sequences how decisions are cut
 */
record MinibatchLayout(BehaviorSpec behavior, boolean hasReference, Sequences sequences) {
    /** What every JVM allows. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /**
     * What is known of a decision, all of it constant: no gradient flows through what was collected.
     *
     * <p>The one place that says how wide a column is and where it comes from: packing, splitting in the graph and made-up samples read it
     * here. A value and an advantage for each of several reward streams would be columns here, as wide as there are streams.
     */
    enum Column {
        /** Normalized, {@code [B, obs]}. */
        OBSERVATION(layout -> layout.behavior.observation().size(), Source::normalize),
        /** As sampled, {@code [B, continuous]}. */
        CONTINUOUS(layout -> action(layout).continuousSize(), (from, row, to) -> to.copy(from.rollout.continuous, row)),
        /** Index of each choice, {@code [B, branches]}. */
        CHOICES(layout -> action(layout).branchCount(), (from, row, to) -> {
            for (int i = 0; i < to.width; i++) {
                to.set(i, from.rollout.choices[row * to.width + i]);
            }
        }),
        /** 1 or 0, {@code [B, choices]}. */
        ALLOWED(layout -> action(layout).choiceCount(), (from, row, to) -> {
            for (int i = 0; i < to.width; i++) {
                to.set(i, from.rollout.allowed[row * to.width + i] ? 1 : 0);
            }
        }),
        /** Of the old policy, the one before the update: {@code [B, out]}. */
        OLD_OUTPUTS(layout -> action(layout).outputSize(), (from, row, to) -> to.copy(from.rollout.outputs, row)),
        /** The old policy's log standard deviations, {@code [B, continuous]}. */
        OLD_DEVIATIONS(layout -> action(layout).continuousSize(), (from, row, to) -> to.copy(from.deviations, 0)),
        /** Of the reference policy, {@code [B, out]}. */
        REFERENCE_OUTPUTS(
                layout -> layout.hasReference ? action(layout).outputSize() : 0,
                (from, row, to) -> to.copy(from.referenceOutputs, row)),
        /** 1 where an episode begins, {@code [B, 1]}; only with memory. */
        BEGINS(
                layout -> layout.sequences.memorySize() > 0 ? 1 : 0,
                (from, row, to) -> to.set(0, from.rollout.begins[row] ? 1 : 0)),
        /** Of the actions under the old policy, {@code [B]}. */
        LOG_PROBABILITY((from, row, to) -> to.copy(from.rollout.logProbabilities, row)),
        /** As estimated before the update, {@code [B]}. */
        VALUE((from, row, to) -> to.copy(from.rollout.values, row)),
        /** {@code [B]}. */
        ADVANTAGE((from, row, to) -> to.set(0, from.advantages.apply(from.rollout.advantages[row]))),
        /** Target of the value function, {@code [B]}. */
        RETURN((from, row, to) -> to.copy(from.rollout.returns, row));

        private final ToIntFunction<MinibatchLayout> width;
        private final boolean isNumber;
        private final Filler filler;

        Column(ToIntFunction<MinibatchLayout> width, Filler filler) {
            this(width, false, filler);
        }

        /** A single number, which the graph has as a vector. */
        Column(Filler filler) {
            this(layout -> 1, true, filler);
        }

        Column(ToIntFunction<MinibatchLayout> width, boolean isNumber, Filler filler) {
            this.width = width;
            this.isNumber = isNumber;
            this.filler = filler;
        }

        private static ActionSpec action(MinibatchLayout layout) {
            return layout.behavior.action();
        }
    }

    /** Writes a decision's numbers. */
    private interface Filler {
        void fill(Source from, int row, Target to);
    }

    /** Where a decision's numbers go. */
    private static final class Target {
        private final float[] matrix;
        private int start;
        private int width;

        Target(float[] matrix) {
            this.matrix = matrix;
        }

        void set(int i, float number) {
            matrix[start + i] = number;
        }

        /** The numbers of a row of as many as the column is wide. */
        void copy(float[] numbers, int row) {
            System.arraycopy(numbers, row * width, matrix, start, width);
        }
    }

    /**
     * Where decisions come from.
     *
     * @param rollout with advantages
     * @param normalizer of the observations
     * @param deviations {@code [continuous]}: log standard deviations of the policy that the objective keeps close to
     * @param referenceOutputs {@code [T, N, out]}: what the reference policy would give, or null if there is none
     * @param advantages how to scale advantages before learning
     */
    record Source(
            Rollout rollout,
            ObservationNormalizer normalizer,
            float[] deviations,
            float[] referenceOutputs,
            Samples.AdvantageScale advantages) {
        private void normalize(int row, Target to) {
            float[] raw = Arrays.copyOfRange(rollout.observations, row * to.width, (row + 1) * to.width);
            float[] normalized = new float[to.width];
            normalizer.apply(raw, normalized);
            to.copy(normalized, 0);
        }
    }

    static MinibatchLayout of(ActorCritic networks, boolean hasReference) {
        return new MinibatchLayout(networks.behavior(), hasReference, networks.sequences());
    }

    int width(Column column) {
        return column.width.applyAsInt(this);
    }

    /** Columns of a decision. */
    int width() {
        return Arrays.stream(Column.values()).mapToInt(this::width).sum();
    }

    /** Where among a decision's columns the first of a group is. */
    int offset(Column column) {
        return Arrays.stream(Column.values())
                .limit(column.ordinal())
                .mapToInt(this::width)
                .sum();
    }

    /** Some rows of a rollout by their indices, zeros where an index is below 0: row-major {@code [rows, width]}. */
    float[] pack(Source source, int[] rows) {
        int width = width();
        Target target = new Target(new float[Math.multiplyExact(rows.length, width)]);
        for (Column column : Column.values()) {
            target.width = width(column);
            int offset = offset(column);
            for (int i = 0; i < rows.length && target.width > 0; i++) {
                if (rows[i] >= 0) {
                    target.start = i * width + offset;
                    column.filler.fill(source, rows[i], target);
                }
            }
        }
        return target.matrix;
    }

    /** Throws an IllegalArgumentException if an iteration's samples fit into no array: now, not hours later. */
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
     * Cuts the rows {@code [M, L * width]} of a minibatch into columns, {@code [B, width]} or {@code [B]}, by their
     * names; those without width are missing.
     */
    Map<Column, Operand<TFloat32>> split(Ops tf, Operand<TFloat32> rows) {
        Operand<TFloat32> steps =
                sequences.length() == 1 ? rows : tf.reshape(rows, tf.constant(new int[] {-1, width()}));
        int[] widths = Arrays.stream(Column.values()).mapToInt(this::width).toArray();
        List<Operand<TFloat32>> parts = TensorMath.splitColumns(tf, steps, widths);
        Map<Column, Operand<TFloat32>> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            Operand<TFloat32> part = parts.get(column.ordinal());
            if (part != null) {
                columns.put(column, column.isNumber ? TensorMath.onlyColumn(tf, part) : part);
            }
        }
        return columns;
    }
}

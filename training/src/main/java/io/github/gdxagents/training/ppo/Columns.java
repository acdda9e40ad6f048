package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** Cuts matrices into groups of columns. */
final class Columns {
    private Columns() {}

    /**
     * Splits a matrix.
     *
     * @param tf builds operations
     * @param matrix {@code [B, sum of widths]}, or null if that sum is 0
     * @param widths width of each group, 0 or more
     * @return {@code [B, width]} for each group, null where the width is 0
     */
    static List<Operand<TFloat32>> split(Ops tf, Operand<TFloat32> matrix, int... widths) {
        int[] present = Arrays.stream(widths).filter(width -> width > 0).toArray();
        Iterator<Output<TFloat32>> parts = present.length < 2
                ? null
                : tf.splitV(matrix, tf.constant(present), tf.constant(1), (long) present.length)
                        .output()
                        .iterator();
        List<Operand<TFloat32>> groups = new ArrayList<>();
        for (int width : widths) {
            groups.add(width == 0 ? null : parts == null ? matrix : parts.next());
        }
        return groups;
    }

    /**
     * The only column of a matrix. To reshape would do, but whoever optimizes the graph then no longer sees that there are as many numbers
     * as in other columns, and prepares for stretching them.
     *
     * @param tf builds operations
     * @param matrix {@code [B, 1]}
     * @return {@code [B]}
     */
    static Operand<TFloat32> single(Ops tf, Operand<TFloat32> matrix) {
        return tf.squeeze(matrix, Squeeze.axis(List.of(1L)));
    }
}

package io.github.gdxagents.training.ppo;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@link UpdateSettings} as scalars of the graph, fed as one vector.
 *
 * @param learningRate of Adam, with the correction of its bias
 * @param clipRangeLower how far the ratio may fall below 1
 * @param clipRangeUpper how far the ratio may rise above 1
 * @param entropyCoefficient weight of the entropy
 */
record ScheduledSettings(
        Operand<TFloat32> learningRate,
        Operand<TFloat32> clipRangeLower,
        Operand<TFloat32> clipRangeUpper,
        Operand<TFloat32> entropyCoefficient) {
    static final int COUNT = 4;

    static ScheduledSettings of(Ops tf, Operand<TFloat32> vector) {
        List<? extends Operand<TFloat32>> scalars =
                tf.unstack(vector, (long) COUNT).output();
        return new ScheduledSettings(scalars.get(0), scalars.get(1), scalars.get(2), scalars.get(3));
    }
}

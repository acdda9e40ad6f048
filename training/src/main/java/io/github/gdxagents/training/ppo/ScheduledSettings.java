package io.github.gdxagents.training.ppo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@link UpdateSettings} and the scale of a minibatch's advantages as scalars of the graph, fed as one vector.
 *
 * @param learningRate of Adam, with the correction of its bias
 * @param clipRangeLower how far the ratio may fall below 1
 * @param clipRangeUpper how far the ratio may rise above 1
 * @param entropyCoefficient weight of the entropy
 * @param referenceCoefficient weight of KL(new || reference)
 * @param coefficient that the objective adapts
 * @param advantageMean subtracted from the advantages
 * @param advantageFactor that they are multiplied by then
 * @param options of the objective, by name
 */
record ScheduledSettings(
        Operand<TFloat32> learningRate,
        Operand<TFloat32> clipRangeLower,
        Operand<TFloat32> clipRangeUpper,
        Operand<TFloat32> entropyCoefficient,
        Operand<TFloat32> referenceCoefficient,
        Operand<TFloat32> coefficient,
        Operand<TFloat32> advantageMean,
        Operand<TFloat32> advantageFactor,
        Map<String, Operand<TFloat32>> options) {
    private static final int OWN = 8;

    /** How many numbers there are for an objective with so many options. */
    static int count(int options) {
        return OWN + options;
    }

    /**
     * Cuts the vector.
     *
     * @param tf builds operations
     * @param vector {@code [count]}
     * @param optionNames of the objective, in declared order
     */
    static ScheduledSettings of(Ops tf, Operand<TFloat32> vector, Collection<String> optionNames) {
        List<? extends Operand<TFloat32>> scalars =
                tf.unstack(vector, (long) count(optionNames.size())).output();
        Map<String, Operand<TFloat32>> options = new LinkedHashMap<>();
        int next = OWN;
        for (String name : optionNames) {
            options.put(name, scalars.get(next++));
        }
        return new ScheduledSettings(
                scalars.get(0),
                scalars.get(1),
                scalars.get(2),
                scalars.get(3),
                scalars.get(4),
                scalars.get(5),
                scalars.get(6),
                scalars.get(7),
                options);
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.tensor.TensorMath;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * The clipped surrogate: {@code min(ratio * A, clip(ratio, 1 - lower, 1 + upper) * A)}. There is nothing to gain from moving the ratio
 * out of the clip range in the direction that the advantage asks for, so that several epochs on the same data do no harm.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, equation 7; separate ranges: Yu et al. 2025, arXiv:2503.14476, equation 10.
 */
public final class ClipObjective implements Objective {
    @Override
    public String name() {
        return "clip";
    }

    @Override
    public List<ObjectiveOption> options() {
        return List.of(DualClip.OPTION);
    }

    @Override
    public List<ConfigFault> faults(TrainingConfig config) {
        return DualClip.faults(config);
    }

    @Override
    public Operand<TFloat32> perStep(Ops tf, PolicyStep step) {
        Operand<TFloat32> one = tf.constant(1f);
        Operand<TFloat32> clipped = tf.clipByValue(
                step.ratio(), tf.math.sub(one, step.clipRangeLower()), tf.math.add(one, step.clipRangeUpper()));
        // Constant, so that its gradient costs nothing: where the ratio is not clipped both products are the same
        // number,
        // bit for bit, and the first has the gradient; where it is, there is none.
        Operand<TFloat32> limit = tf.math.mul(tf.stopGradient(clipped), step.advantage());
        Operand<TFloat32> surrogate = TensorMath.min(tf, tf.math.mul(step.ratio(), step.advantage()), limit);
        return DualClip.apply(tf, surrogate, step);
    }

    /** Not where a good action's ratio is above the range, nor where a bad one's is below. */
    @Override
    public Operand<TFloat32> hasGradient(Ops tf, PolicyStep step) {
        Operand<TFloat32> zero = tf.constant(0f);
        Operand<TBool> isClipped = tf.math.logicalOr(
                tf.math.logicalAnd(tf.math.greater(step.advantage(), zero), step.isAbove()),
                tf.math.logicalAnd(tf.math.less(step.advantage(), zero), step.isBelow()));
        return tf.math.mul(
                tf.dtypes.cast(tf.math.logicalNot(isClipped), TFloat32.class), DualClip.hasGradient(tf, step));
    }
}

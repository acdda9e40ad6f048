package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ObjectiveOption;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Bounds a surrogate from below by {@code c * A} where the advantage is negative: an action that was bad, and that the new policy takes
 * far more often than the old one, then no longer outweighs everything else.
 *
 * <p>Thread safety: stateless.
 *
 * <p>Source: Ye et al. 2020, "Mastering Complex Control in MOBA Games with Deep Reinforcement Learning", arXiv:1912.09729, equation 5.
 */
final class DualClip {
    static final ObjectiveOption OPTION = new ObjectiveOption(
            "dualClip",
            "for bad actions the objective is bounded below by this times the advantage, such as 3; 0 = unbounded",
            0,
            0,
            1e6);

    private DualClip() {}

    /**
     * Bounds a surrogate, if the option is on.
     *
     * @param tf builds operations
     * @param surrogate {@code [B]}, at least 0 wherever the advantage is
     * @param step gives advantage and bound
     * @return {@code [B]}
     */
    static Operand<TFloat32> apply(Ops tf, Operand<TFloat32> surrogate, PolicyStep step) {
        if (!step.isOn(OPTION.name())) {
            return surrogate;
        }
        // where the advantage is not negative the bound is 0 and never above the surrogate
        Operand<TFloat32> bad = tf.math.minimum(step.advantage(), tf.constant(0f));
        return tf.math.maximum(surrogate, tf.math.mul(step.option(OPTION.name()), bad));
    }
}

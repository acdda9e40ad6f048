package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The clipped surrogate: {@code min(ratio * A, clip(ratio, 1 - lower, 1 + upper) * A)}. There is nothing to gain from moving the ratio
 * out of the clip range in the direction that the advantage asks for, so that several epochs on the same data do no harm.
 *
 * <p>Thread safety: stateless.
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
        // What the objective never exceeds: (1 + upper) * A where the advantage is positive, (1 - lower) * A where it
        // isn't.
        Operand<TFloat32> gain = tf.math.maximum(
                tf.math.mul(step.advantage(), step.clipRangeUpper()),
                tf.math.mul(step.advantage(), tf.math.neg(step.clipRangeLower())));
        Operand<TFloat32> limit = Elementwise.add(tf, step.advantage(), gain);
        Operand<TFloat32> surrogate = Elementwise.atMost(tf, tf.math.mul(step.ratio(), step.advantage()), limit);
        return DualClip.apply(tf, surrogate, step);
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ObjectiveOption;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A fifth objective, as somebody else would add one: this class and a line in {@code META-INF/services}. It bounds the ratio softly,
 * {@code tanh(sharpness * (ratio - 1)) / sharpness * A}.
 */
public final class TestObjective implements Objective {
    @Override
    public String name() {
        return "test-objective";
    }

    @Override
    public List<ObjectiveOption> options() {
        return List.of(new ObjectiveOption("sharpness", "of the bound", 4, 0.1, 100));
    }

    @Override
    public Operand<TFloat32> perStep(Ops tf, PolicyStep step) {
        Operand<TFloat32> sharpness = step.option("sharpness");
        Operand<TFloat32> change = tf.math.sub(step.ratio(), tf.constant(1f));
        Operand<TFloat32> bounded = tf.math.div(tf.math.tanh(tf.math.mul(sharpness, change)), sharpness);
        return tf.math.mul(bounded, step.advantage());
    }
}

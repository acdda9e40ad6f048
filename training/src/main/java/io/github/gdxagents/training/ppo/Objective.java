package io.github.gdxagents.training.ppo;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What the policy maximizes, as TensorFlow operations. */
interface Objective {
    /**
     * Builds the objective of each step.
     *
     * @param tf builds operations
     * @param step what is known of each step, {@code [B]} each
     * @return {@code [B]}, to be maximized
     */
    Operand<TFloat32> perStep(Ops tf, PolicyStep step);
}

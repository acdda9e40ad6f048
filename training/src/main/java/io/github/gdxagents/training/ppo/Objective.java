package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ObjectiveCatalog;
import io.github.gdxagents.training.config.ObjectiveDeclaration;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What the policy maximizes, as TensorFlow operations.
 *
 * <p>To add an objective, write a public class with a public constructor without parameters and name it in {@code
 * META-INF/services/io.github.gdxagents.training.config.ObjectiveDeclaration}, here or in a jar of your own: the configuration then knows
 * it by {@link #name} and checks its {@link #options}.
 *
 * <p>Thread safety: implementations are stateless.
 */
public interface Objective extends ObjectiveDeclaration {
    /**
     * Builds the objective of each step.
     *
     * @param tf builds operations
     * @param step what is known of each step
     * @return {@code [B]}, to be maximized; the loss aggregates it
     */
    Operand<TFloat32> perStep(Ops tf, PolicyStep step);

    /**
     * Tells which steps still teach the policy something.
     *
     * @param tf builds operations
     * @param step what is known of each step
     * @return {@code [B]}: 1 where the objective has a gradient, 0 where it is flat, as beyond a clip range
     */
    default Operand<TFloat32> hasGradient(Ops tf, PolicyStep step) {
        return tf.onesLike(step.ratio());
    }

    /** {@return how often each decision may be used, at least 1; {@code configured} is {@code ppo.epochs}} */
    default int epochs(int configured) {
        return configured;
    }

    /**
     * The coefficient that an objective adapts from one iteration to the next.
     *
     * @param options values of the options in this iteration
     * @param previous coefficient of the last iteration, NaN in the first
     * @param kl mean KL(old || new) that the last iteration ended with, NaN in the first
     * @return what {@link PolicyStep#coefficient} will be in this iteration; NaN if the objective has none
     */
    default double coefficient(Map<String, Double> options, double previous, double kl) {
        return Double.NaN;
    }

    /**
     * {@return the objective that has this name in the configuration}
     *
     * @throws IllegalArgumentException if none of that name is on the class path
     */
    static Objective named(String name) {
        ObjectiveDeclaration declaration = ObjectiveCatalog.find(name)
                .orElseThrow(() -> new IllegalArgumentException("ppo.objective: there is none of name '" + name
                        + "' on the class path; is the jar that has it missing, or its file in META-INF/services?"));
        if (declaration instanceof Objective objective) {
            return objective;
        }
        throw new IllegalArgumentException(
                "ppo.objective: " + declaration.getClass().getName() + " declares '" + name
                        + "', but does not implement " + Objective.class.getName() + "; let it");
    }
}

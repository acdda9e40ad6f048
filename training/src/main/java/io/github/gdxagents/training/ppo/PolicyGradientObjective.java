package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ObjectiveOption;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The plain policy gradient of an actor-critic, {@code log π(a|o) * A}: the baseline that shows what the other objectives buy.
 *
 * <p>It is the gradient for the policy that collected alone, so that each decision is used once, whatever {@code ppo.epochs} says. Of an
 * iteration's minibatches that is true of the first; the others are learned from by a policy that has moved a little, which nothing corrects.
 * With {@code ppo.minibatchSize} as large as the rollout there is no other. It stays configurable because the value function learns from
 * the same minibatches, and one update an iteration is too few for it.
 *
 * <p>Source: Mnih et al. 2016, arXiv:1602.01783, section 4, without its threads.
 */
public final class PolicyGradientObjective implements Objective {
    @Override
    public String name() {
        return "policy-gradient";
    }

    @Override
    public List<ObjectiveOption> options() {
        return List.of();
    }

    @Override
    public Operand<TFloat32> perStep(Ops tf, PolicyStep step) {
        return tf.math.mul(step.logProbability(), step.advantage());
    }

    @Override
    public int epochs(int configured) {
        return 1;
    }
}

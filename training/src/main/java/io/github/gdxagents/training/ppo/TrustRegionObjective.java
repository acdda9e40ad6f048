package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.optimizer.TrustRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The surrogate {@code ratio * A} under a constraint: the mean KL(old || new) may not exceed {@code maxKl}. {@link TrustRegion} takes one
 * step of the natural gradient over the whole rollout; the value function learns in epochs of minibatches as with other objectives.
 *
 * <p>Source: Schulman et al. 2015, arXiv:1502.05477, equation 14.
 */
public final class TrustRegionObjective implements Objective {
    private static final String MAX_KL = "maxKl";
    private static final String DAMPING = "damping";
    private static final String ITERATIONS = "conjugateGradientIterations";
    private static final String BACKTRACKS = "backtracks";
    private static final String BACKTRACK_FACTOR = "backtrackFactor";

    @Override
    public String name() {
        return "trust-region";
    }

    @Override
    public List<ObjectiveOption> options() {
        return List.of(
                new ObjectiveOption(MAX_KL, "largest mean KL of an iteration, delta", 0.01, 1e-6, 10),
                new ObjectiveOption(DAMPING, "added to the diagonal of the Fisher information", 0.1, 0, 100),
                new ObjectiveOption(ITERATIONS, "of the conjugate gradient method", 10, 1, 100),
                new ObjectiveOption(BACKTRACKS, "most times that the step is shortened", 10, 0, 100),
                new ObjectiveOption(BACKTRACK_FACTOR, "to which it is shortened each time", 0.8, 0.01, 0.99));
    }

    @Override
    public List<ConfigFault> faults(TrainingConfig config) {
        List<ConfigFault> faults = new ArrayList<>();
        if (config.network().trunk() == Trunk.SHARED) {
            faults.add(new ConfigFault(
                    "network.trunk",
                    "must be separate with ppo.objective trust-region, but is shared: what the value function learns"
                            + " would move the policy out of the trust region"));
        }
        if (config.ppo().targetKl() > 0) {
            faults.add(new ConfigFault(
                    "ppo.targetKl",
                    "must be 0 with ppo.objective trust-region, but is "
                            + config.ppo().targetKl()
                            + ": the policy moves before the minibatches, which are the value function's and would be"
                            + " refused; set ppo.objective.maxKl"));
        }
        if (config.ppo().learningRateTargetKl() > 0) {
            faults.add(new ConfigFault(
                    "ppo.learningRateTargetKl",
                    "must be 0 with ppo.objective trust-region, but is "
                            + config.ppo().learningRateTargetKl()
                            + ": the learning rate is the value function's and does not move the policy, so that it"
                            + " would rise or fall without end; set ppo.objective.maxKl"));
        }
        return faults;
    }

    @Override
    public Operand<TFloat32> perStep(Ops tf, PolicyStep step) {
        return tf.math.mul(step.ratio(), step.advantage());
    }

    /** What takes the step, as these options say. */
    static TrustRegion trustRegion(Map<String, Double> options) {
        return new TrustRegion(
                options.get(MAX_KL),
                options.get(DAMPING),
                (int) Math.round(options.get(ITERATIONS)),
                (int) Math.round(options.get(BACKTRACKS)),
                options.get(BACKTRACK_FACTOR));
    }
}

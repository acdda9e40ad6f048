package io.github.gdxagents.training.ppo;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What an {@link Objective} is made of. Ratio, log-probability and KL depend on the parameters, nothing else does.
 *
 * <p>Thread safety: used while the graph is built, by one thread.
 */
public final class PolicyStep {
    private final Distributions now;
    private final Distributions old;
    private final Operand<TFloat32> logProbability;
    private final Operand<TFloat32> ratio;
    private final Operand<TFloat32> advantage;
    private final ScheduledSettings scheduled;
    private final Map<String, Double> largestOptions;
    private Operand<TFloat32> kl;

    PolicyStep(
            Ops tf,
            Distributions now,
            Distributions old,
            Operand<TFloat32> logProbability,
            Operand<TFloat32> logRatio,
            Operand<TFloat32> advantage,
            ScheduledSettings scheduled,
            Map<String, Double> largestOptions) {
        this.now = now;
        this.old = old;
        this.logProbability = logProbability;
        this.advantage = advantage;
        this.scheduled = scheduled;
        this.largestOptions = largestOptions;
        ratio = tf.math.exp(logRatio);
    }

    /**
     * Probability of the action under the new policy over that under the policy that took it.
     *
     * @return {@code [B]}, above 0
     */
    public Operand<TFloat32> ratio() {
        return ratio;
    }

    /**
     * Log-probability of the action under the new policy.
     *
     * @return {@code [B]}
     */
    public Operand<TFloat32> logProbability() {
        return logProbability;
    }

    /**
     * How much better than expected the action was, normalized as configured.
     *
     * @return {@code [B]}
     */
    public Operand<TFloat32> advantage() {
        return advantage;
    }

    /**
     * KL(old || new) in closed form.
     *
     * @return {@code [B]}, 0 or more
     */
    public Operand<TFloat32> kl() {
        if (kl == null) { // most objectives don't need it
            kl = old.kl(now);
        }
        return kl;
    }

    /**
     * How far the ratio may fall below 1.
     *
     * @return scalar
     */
    public Operand<TFloat32> clipRangeLower() {
        return scheduled.clipRangeLower();
    }

    /**
     * How far the ratio may rise above 1.
     *
     * @return scalar
     */
    public Operand<TFloat32> clipRangeUpper() {
        return scheduled.clipRangeUpper();
    }

    /**
     * The coefficient that the objective adapts, see {@link Objective#coefficient}.
     *
     * @return scalar
     */
    public Operand<TFloat32> coefficient() {
        return scheduled.coefficient();
    }

    /**
     * The value of an option in this iteration.
     *
     * @param name as declared
     * @return scalar
     */
    public Operand<TFloat32> option(String name) {
        return scheduled.options().get(name);
    }

    /**
     * Whether an option is ever above 0: one that is off needs no operations.
     *
     * @param name as declared
     * @return false if its whole schedule is 0 or below
     */
    public boolean isOn(String name) {
        return largestOptions.get(name) > 0;
    }
}

package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * Each iteration takes the policy further from the one that gathered the experience than that experience can tell about.
 *
 * <p>It goes by the closed form over the whole rollout; where the iteration has none, by the estimate of its minibatches.
 *
 * <p>Thread safety: none.
 */
final class KlOverLimit implements HealthRule {
    /** Adaptive penalties and learning rates keep the divergence within 1.5 times their target once they have settled; this is twice that. */
    static final double TARGETS = 3;
    /** Without a target: three times the upper end of what is usual, 0.03. The bundled games stay below 0.04 in every iteration. */
    static final double LIMIT_WITHOUT_TARGET = 0.1;
    /** An adaptive penalty doubles in each iteration: ten of them change it a thousandfold, which is enough to settle. */
    static final int PATIENCE = 10;

    private final double target;
    private double divergence;

    /** With the target of the run, or 0 if it has none. */
    KlOverLimit(double target) {
        this.target = target;
    }

    private double limit() {
        return target > 0 ? TARGETS * target : LIMIT_WITHOUT_TARGET;
    }

    @Override
    public String title() {
        return "KL divergence is far too large";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.KL, Metric.APPROX_KL);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        Metric source = readings.has(Metric.KL) ? Metric.KL : Metric.APPROX_KL;
        if (!readings.has(source)) {
            return Finding.UNKNOWN;
        }
        divergence = readings.get(source);
        return Finding.of(divergence > limit());
    }

    @Override
    public String words() {
        String compared = target > 0
                ? NumberText.of(divergence / target) + " times its target of " + NumberText.of(target)
                : "above " + NumberText.of(LIMIT_WITHOUT_TARGET) + "; 0.003 to 0.03 is usual";
        return "It is " + NumberText.of(divergence) + " nats, " + compared
                + ": an iteration changes the policy more than its rollout can tell about. Lower ppo.learningRate or"
                + " ppo.epochs, or enlarge ppo.minibatchSize.";
    }
}

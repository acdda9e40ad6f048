package io.github.gdxagents.training.ppo;

import java.util.Arrays;

/**
 * A trust region's view of the learner: all samples of an iteration at once.
 *
 * <p>Thread safety: none.
 */
final class WholeRollout implements TrustRegion.Problem {
    private final LearningSession session;
    private final LearningSession.Inputs all;

    WholeRollout(LearningSession session, LearningSession.Inputs all) {
        this.session = session;
        this.all = all;
    }

    @Override
    public float[] parameters() {
        return session.parameters();
    }

    @Override
    public void setParameters(float[] parameters) {
        session.writeParameters(parameters);
    }

    @Override
    public double[] gradient() {
        return doubles(session.policyGradient(all));
    }

    @Override
    public double[] fisherProduct(double[] vector) {
        float[] direction = new float[vector.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) vector[i];
        }
        return doubles(session.fisherProduct(all, direction));
    }

    @Override
    public double loss() {
        return session.surrogateLoss(all);
    }

    @Override
    public double kl() {
        return session.movement(all).kl();
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        Arrays.setAll(doubles, i -> numbers[i]);
        return doubles;
    }
}

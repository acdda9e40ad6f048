package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.optimizer.Adam;
import io.github.gdxagents.training.optimizer.TrustRegion;
import java.util.Arrays;

/** All samples of an iteration at once, as what a step in a {@link TrustRegion} is taken on. */
final class WholeRollout implements TrustRegion.Problem {
    private final LearningSession session;
    private final Adam adam;
    private final MinibatchInput all;

    /**
     * Looks at uploaded samples.
     *
     * @param session that computes
     * @param adam whose parameters move, without a step of its own
     * @param all samples
     */
    WholeRollout(LearningSession session, Adam adam, MinibatchInput all) {
        this.session = session;
        this.adam = adam;
        this.all = all;
    }

    @Override
    public float[] parameters() {
        return adam.parameters().clone();
    }

    @Override
    public void setParameters(float[] parameters) {
        adam.set(parameters);
        session.setParameters(parameters);
    }

    @Override
    public double[] gradient() {
        return doubles(session.fetch(all, session.graph().trustRegion.gradient)[0]);
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
        return session.fetch(all, session.graph().surrogateLoss)[0][0];
    }

    @Override
    public double kl() {
        return session.fetch(all, session.graph().kl)[0][0];
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        Arrays.setAll(doubles, i -> numbers[i]);
        return doubles;
    }
}

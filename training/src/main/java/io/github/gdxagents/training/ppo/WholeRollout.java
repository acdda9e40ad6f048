package io.github.gdxagents.training.ppo;

import java.util.Arrays;
import org.tensorflow.types.TFloat32;

/**
 * A trust region's view of the learner: all samples of an iteration at once.
 *
 * <p>Thread safety: none.
 */
final class WholeRollout implements TrustRegion.Problem {
    private final LearningSession session;
    private final LearningGraph graph;
    private final Optimizer optimizer;
    private final Inputs all;

    /**
     * Makes one of uploaded samples.
     *
     * @param session that computes; gradient and Fisher information need an objective with a trust region
     * @param optimizer whose parameters the session computes with
     * @param all samples
     */
    WholeRollout(LearningSession session, Optimizer optimizer, Inputs all) {
        this.session = session;
        graph = session.graph();
        this.optimizer = optimizer;
        this.all = all;
    }

    @Override
    public float[] parameters() {
        return optimizer.parameters();
    }

    @Override
    public void setParameters(float[] parameters) {
        optimizer.writeParameters(parameters);
    }

    @Override
    public double[] gradient() {
        return doubles(session.fetch(all, graph.trustRegion.gradient));
    }

    @Override
    public double[] fisherProduct(double[] vector) {
        float[] direction = new float[vector.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) vector[i];
        }
        try (TFloat32 along = TFloat32.vectorOf(direction)) {
            return doubles(session.run(
                            all,
                            runner -> runner.feed(graph.trustRegion.direction, along)
                                    .fetch(graph.trustRegion.fisherProduct))[0]);
        }
    }

    @Override
    public double loss() {
        return session.fetch(all, graph.surrogateLoss)[0];
    }

    @Override
    public double kl() {
        return session.fetch(all, graph.kl)[0];
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        Arrays.setAll(doubles, i -> numbers[i]);
        return doubles;
    }
}

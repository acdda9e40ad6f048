package io.github.gdxagents.training.ppo;

import java.util.List;
import org.tensorflow.Session;

/**
 * Parameters and moments in the host's memory, as arrays of {@link Adam}: threads compute the gradients of a minibatch's shards side by
 * side, their sum is applied in plain Java, and every run is fed the parameters.
 *
 * <p>Thread safety: none; one thread calls, those of the shards only read meanwhile.
 */
final class HostOptimizer implements Optimizer {
    private final LearningSession session;
    private final LearningGraph graph;
    private final Adam adam;
    private final double targetKl;
    private final SideBySide threads;
    private final int shards;

    /**
     * Starts with zeros, which the session has not been given.
     *
     * @param session whose runs compute with the parameters
     * @param count of the parameters
     * @param settings of the learner
     * @param threads compute the shards; kept, not closed
     * @param shards that each minibatch is cut into, at least 1
     */
    HostOptimizer(LearningSession session, int count, LearnerSettings settings, SideBySide threads, int shards) {
        this.session = session;
        graph = session.graph();
        adam = new Adam(count, settings);
        targetKl = settings.targetKl();
        this.threads = threads;
        this.shards = shards;
    }

    @Override
    public Figures update(Inputs minibatch) {
        ShardGradient sum = sum(minibatch);
        double norm = Adam.norm(sum.gradient());
        boolean isNear = targetKl == 0 || sum.kl() <= targetKl;
        if (isNear) {
            adam.step(sum.gradient(), adam.scale(norm), minibatch.scheduled()[ScheduledSettings.LEARNING_RATE]);
            session.give(adam.parameters());
        }
        return Figures.of(sum.figures(), norm, isNear);
    }

    @Override
    public float[] gradient(Inputs minibatch) {
        float[] gradient = sum(minibatch).gradient();
        float scale = adam.scale(Adam.norm(gradient));
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] *= scale;
        }
        return gradient;
    }

    /** In the order of the shards, whichever is ready first. */
    private ShardGradient sum(Inputs minibatch) {
        List<ShardGradient> parts = threads.map(minibatch.shards(shards), this::gradientOf);
        ShardGradient sum = parts.get(0);
        for (ShardGradient part : parts.subList(1, parts.size())) {
            sum = sum.plus(part);
        }
        return sum;
    }

    /** Several threads call at once. */
    private ShardGradient gradientOf(Inputs shard) {
        float[][] numbers = session.run(shard, this::fetchGradient);
        return new ShardGradient(numbers[0], numbers[1], targetKl > 0 ? numbers[2][0] : 0);
    }

    private void fetchGradient(Session.Runner runner) {
        runner.fetch(graph.wholeGradient).fetch(graph.figures);
        if (targetKl > 0) {
            runner.fetch(graph.kl);
        }
    }

    @Override
    public float[] parameters() {
        return adam.parameters().clone();
    }

    @Override
    public float[] firstMoments() {
        return adam.firstMoments().clone();
    }

    @Override
    public float[] secondMoments() {
        return adam.secondMoments().clone();
    }

    @Override
    public void writeParameters(float[] numbers) {
        System.arraycopy(numbers, 0, adam.parameters(), 0, numbers.length);
        session.give(adam.parameters());
    }

    @Override
    public void writeMoments(float[] first, float[] second) {
        System.arraycopy(first, 0, adam.firstMoments(), 0, first.length);
        System.arraycopy(second, 0, adam.secondMoments(), 0, second.length);
    }
}

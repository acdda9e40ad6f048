package io.github.gdxagents.training.ppo;

/**
 * Parameters and moments in the device's memory, as variables of the graph: an update is a single run, and only what it measured is copied
 * out.
 *
 * <p>Thread safety: none; one thread calls.
 */
final class DeviceOptimizer implements Optimizer {
    private final LearningSession session;
    private final LearningGraph graph;

    /**
     * Makes one of the variables of a session.
     *
     * @param session that nobody gives other parameters
     */
    DeviceOptimizer(LearningSession session) {
        this.session = session;
        graph = session.graph();
    }

    @Override
    public Figures update(Inputs minibatch) {
        float[][] numbers = session.run(
                minibatch,
                runner -> runner.fetch(graph.figures).fetch(graph.outcome).addTarget(graph.update));
        float[] outcome = numbers[1];
        return Figures.of(numbers[0], outcome[0], outcome[1] == 1);
    }

    @Override
    public float[] gradient(Inputs minibatch) {
        return session.fetch(minibatch, graph.gradient);
    }

    @Override
    public float[] parameters() {
        return session.read(graph.parameters);
    }

    @Override
    public float[] firstMoments() {
        return session.read(graph.firstMoments);
    }

    @Override
    public float[] secondMoments() {
        return session.read(graph.secondMoments);
    }

    @Override
    public void writeParameters(float[] numbers) {
        session.write(graph.parameters, numbers);
    }

    @Override
    public void writeMoments(float[] first, float[] second) {
        session.write(graph.firstMoments, first);
        session.write(graph.secondMoments, second);
    }
}

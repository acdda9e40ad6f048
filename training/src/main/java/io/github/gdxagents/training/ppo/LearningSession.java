package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.tensor.TensorFlowLibrary;
import java.util.List;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;

/**
 * A {@link LearningGraph} with its variables on the device, and the ways in and out.
 *
 * <p>Thread safety: none, but for methods that say so; on the CPU everything is computed on the calling thread.
 */
final class LearningSession implements AutoCloseable {
    private final Graph tensorFlowGraph;
    private final LearningGraph graph;
    private final Session session;
    /** What runs compute with instead of the variable; null if nothing was given. */
    private TFloat32 given;

    /**
     * Builds the graph. Leaves nothing open if that fails.
     *
     * @param networks give the shapes
     * @param layout of the samples
     * @param settings of the learner
     * @param config of the session, see {@link io.github.gdxagents.training.tensor.LearningDevice#session}
     * @throws io.github.gdxagents.training.tensor.DeviceException if TensorFlow can't be loaded
     */
    LearningSession(ActorCritic networks, SampleLayout layout, LearnerSettings settings, ConfigProto config) {
        TensorFlowLibrary.load();
        tensorFlowGraph = new Graph();
        try {
            graph = new LearningGraph(Ops.create(tensorFlowGraph), networks, layout, settings);
            session = new Session(tensorFlowGraph, config);
        } catch (RuntimeException | Error failure) {
            try (tensorFlowGraph) {
                throw failure;
            }
        }
    }

    /** What can be fetched. */
    LearningGraph graph() {
        return graph;
    }

    /** Copies samples to the device. */
    void upload(Samples samples) {
        SampleLayout layout = samples.layout();
        long columns = (long) layout.sequences().length() * layout.width();
        graph.samples.write(session, Shape.of(samples.count(), columns), samples.matrix());
        if (graph.memories != null) {
            Shape shape = Shape.of(samples.count(), layout.sequences().memorySize());
            graph.memories.write(session, shape, samples.memories());
        }
    }

    /** The value of a variable, a copy. */
    float[] read(FlatVariable variable) {
        return variable.read(session);
    }

    /** Overwrites a variable that is a vector. */
    void write(FlatVariable variable, float[] numbers) {
        variable.write(session, Shape.of(numbers.length), numbers);
    }

    /**
     * Lets all further runs compute with parameters that are not in the graph. Must not overlap any run.
     *
     * @param parameters {@code [parameters]}, copied
     */
    void give(float[] parameters) {
        if (given == null) {
            given = TFloat32.tensorOf(Shape.of(parameters.length));
        }
        given.asRawTensor().data().asFloats().write(parameters);
    }

    /**
     * Runs the graph. Several threads may call at once, if what they run changes nothing.
     *
     * @param inputs that it is fed
     * @param wanted says what is fetched, and what else is fed or run
     * @return the numbers of each tensor that is fetched, in order
     */
    float[][] run(Inputs inputs, Consumer<Session.Runner> wanted) {
        try (Feed feed = new Feed(inputs)) {
            Session.Runner runner = runner(feed);
            wanted.accept(runner);
            try (Result result = runner.run()) {
                float[][] numbers = new float[result.size()][];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = numbers((TFloat32) result.get(i));
                }
                return numbers;
            }
        }
    }

    private Session.Runner runner(Feed feed) {
        Session.Runner runner = session.runner();
        feed.to(runner, graph);
        if (given != null) {
            runner.feed(graph.parametersInUse, given);
        }
        return runner;
    }

    private static float[] numbers(TFloat32 tensor) {
        float[] numbers = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(numbers);
        return numbers;
    }

    /** The numbers of a single tensor, which no run changes. Several threads may call at once. */
    float[] fetch(Inputs inputs, Operand<TFloat32> operand) {
        return run(inputs, runner -> runner.fetch(operand))[0];
    }

    /** How far the policy has moved. Several threads may call at once. */
    Movement movement(Inputs inputs) {
        return Movement.of(fetch(inputs, graph.movement));
    }

    /** What each device computes of the clipped gradient. */
    List<GraphDef> placement(Inputs inputs) {
        RunOptions options =
                RunOptions.newBuilder().setOutputPartitionGraphs(true).build();
        try (Feed feed = new Feed(inputs);
                Result result =
                        runner(feed).setOptions(options).fetch(graph.gradient).runAndFetchMetadata()) {
            return result.getMetadata().orElseThrow().getPartitionGraphsList();
        }
    }

    /** Frees what TensorFlow holds. The session goes first: a graph with an open session blocks for ever. */
    @Override
    public void close() {
        TFloat32 fed = given;
        try (fed;
                tensorFlowGraph;
                session) {
            // from the last to the first, whichever fails
        }
    }
}

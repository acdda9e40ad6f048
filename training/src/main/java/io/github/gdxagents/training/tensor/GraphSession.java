package io.github.gdxagents.training.tensor;

import java.util.Locale;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * A TensorFlow graph with the session that runs it.
 *
 * <p>Thread safety: several threads may run at once what changes no variable; on the CPU everything is computed on the calling thread.
 *
 * @param <G> names what can be fed and fetched
 */
public final class GraphSession<G> implements AutoCloseable {
    private final Graph tensorFlowGraph;
    private final G graph;
    private final Session session;

    /**
     * Builds a graph. Leaves nothing open if that fails.
     *
     * @param config of the session, see {@link io.github.gdxagents.training.tensor.LearningDevice#session}
     * @param builder adds the operations to an empty graph
     * @throws io.github.gdxagents.training.tensor.DeviceException if TensorFlow can't be loaded
     */
    public GraphSession(ConfigProto config, Function<Ops, G> builder) {
        TensorFlowLibrary.load();
        tensorFlowGraph = new Graph();
        try {
            graph = build(builder);
            session = new Session(tensorFlowGraph, config);
        } catch (RuntimeException | Error failure) {
            try (tensorFlowGraph) {
                throw failure;
            }
        }
    }

    /** TensorFlow's Java API numbers operations in the default locale, and its library takes the digits 0 to 9 alone. */
    private G build(Function<Ops, G> builder) {
        Locale ours = Locale.getDefault(Locale.Category.FORMAT);
        boolean hasOtherDigits = !String.format("%d", 0).equals("0");
        if (hasOtherDigits) {
            Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        }
        try {
            return builder.apply(Ops.create(tensorFlowGraph));
        } finally {
            if (hasOtherDigits) {
                Locale.setDefault(Locale.Category.FORMAT, ours);
            }
        }
    }

    /** {@return what can be fed and fetched: what the builder gave} */
    public G graph() {
        return graph;
    }

    /** {@return a run that is to be told what to feed and to fetch} */
    public Session.Runner runner() {
        return session.runner();
    }

    /** {@return the numbers of each tensor that a runner fetches, in order} */
    public static float[][] run(Session.Runner runner) {
        try (Result result = runner.run()) {
            float[][] numbers = new float[result.size()][];
            for (int i = 0; i < numbers.length; i++) {
                TFloat32 tensor = (TFloat32) result.get(i);
                numbers[i] = new float[(int) tensor.size()];
                tensor.asRawTensor().data().asFloats().read(numbers[i]);
            }
            return numbers;
        }
    }

    /** Overwrites a variable by row-major numbers, which are copied. */
    public void write(FlatVariable variable, Shape shape, float[] numbers) {
        // The variable takes over the memory of the fed tensor: it must be new and never be written again.
        try (TFloat32 tensor = TFloat32.tensorOf(shape, DataBuffers.of(numbers, true, false))) {
            runner().feed(variable.fed, tensor).addTarget(variable.assign).run().close();
        }
    }

    /** Waits for runs, then frees what TensorFlow holds. The session goes first: a graph with an open session blocks for ever. */
    @Override
    public void close() {
        try (tensorFlowGraph;
                session) {
            // from the last to the first, whichever fails
        }
    }
}

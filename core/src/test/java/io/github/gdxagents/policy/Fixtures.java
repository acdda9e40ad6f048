package io.github.gdxagents.policy;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.network.ObservationNormalizer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Policies and measurements that several tests need. */
public final class Fixtures {
    public static final ActionSpec DISCRETE = ActionSpec.builder()
            .branch("engine", "off", "left", "main", "right")
            .build();
    public static final ActionSpec CONTINUOUS =
            ActionSpec.builder().continuous("main", "side").build();
    public static final ActionSpec HYBRID = ActionSpec.builder()
            .continuous("turn", "throttle")
            .branch("weapon", "none", "laser", "rocket")
            .branch("shield", "down", "up")
            .build();

    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Fixtures() {}

    static BehaviorSpec behavior(ActionSpec action) {
        return BehaviorSpec.builder("pilot")
                .observation(ObservationSpec.builder()
                        .add("x")
                        .add("y")
                        .add("ray", 3)
                        .build())
                .action(action)
                .decisionPeriod(3)
                .stepLimit(400)
                .build();
    }

    public static Network network(RandomStream random, Activation activation, int inputs, int[] hidden, int outputs) {
        Network network = Network.zeros(inputs, hidden, activation, outputs);
        float[] parameters = new float[network.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = 0.3f * random.nextGaussian();
        }
        network.setParameters(parameters, 0);
        return network;
    }

    /**
     * Draws parameters such that values neither grow nor vanish from layer to layer, as in networks that are trained: matrices with
     * variance 1 / rows. In a deep network of much larger ones, rounding errors alone would pass any useful tolerance.
     */
    public static void randomize(Network network, RandomStream random) {
        float[] parameters = new float[network.parameterCount()];
        int next = 0;
        for (Layer layer : network.layers()) {
            for (int[] shape : layer.parameterShapes()) {
                double deviation = shape.length == 2 ? 1 / Math.sqrt(shape[0]) : 0.3;
                int end = next + (shape.length == 2 ? shape[0] * shape[1] : shape[0]);
                for (; next < end; next++) {
                    parameters[next] = (float) (deviation * random.nextGaussian());
                }
            }
        }
        network.setParameters(parameters, 0);
    }

    /** A model that uses every part of the first format. Its bytes are kept as policy-v1.policy. */
    static PolicyModel model(ActionSpec action) {
        RandomStream random = RandomStream.of(2026, 11);
        return model(action, network(random, Activation.TANH, 5, new int[] {6, 17}, action.outputSize()), random);
    }

    /** Models of what came with the second format; their bytes are kept as policy-v2-*.policy. */
    static PolicyModel versionTwo(String kind) {
        Network.Builder builder = Network.builder(5).dense(6, Activation.SILU);
        switch (kind) {
            case "silu" -> builder.dense(17, Activation.SILU);
            case "gru" -> builder.gru(6);
            case "lstm" -> builder.lstm(4);
            case "all" -> builder.gru(5).lstm(3);
            default -> throw new AssertionError(kind);
        }
        Network network =
                builder.dense(HYBRID.outputSize(), Activation.IDENTITY).build();
        RandomStream random = RandomStream.of(2026, 12);
        randomize(network, random);
        return model(HYBRID, network, random);
    }

    /** A model of what came with the third format: groups of every kind, on the way through every layer. Kept as policy-v3.policy. */
    static PolicyModel versionThree() {
        BehaviorSpec behavior = BehaviorSpec.builder("forager")
                .observation(grouped())
                .action(HYBRID)
                .decisionPeriod(2)
                .stepLimit(90)
                .build();
        Network network = Network.builder(behavior.observation().size())
                .dense(6, Activation.SILU)
                .gru(5)
                .lstm(3)
                .dense(HYBRID.outputSize(), Activation.IDENTITY)
                .build();
        RandomStream random = RandomStream.of(2026, 13);
        randomize(network, random);
        double[] variance = new double[behavior.observation().size()];
        Arrays.fill(variance, 0.5);
        return PolicyModel.builder(behavior, network)
                .normalizer(ObservationNormalizer.of(new double[variance.length], variance))
                .logStandardDeviation(new float[] {-0.5f, 0.25f})
                .provenance(Provenance.builder().game("forage").seed(3).build())
                .goldenSamples(4, random)
                .build();
    }

    /** A model of what came with the fourth format: an encoder of grids and sets. Kept as policy-v4.policy. */
    static PolicyModel versionFour() {
        BehaviorSpec behavior = BehaviorSpec.builder("forager")
                .observation(grouped())
                .action(HYBRID)
                .decisionPeriod(2)
                .build();
        Network network = Network.builder(behavior.observation().size())
                .add(new ObservationEncoder(
                        behavior.observation(), new EncoderShape(new int[] {3, 4}, 6, 2, Activation.SILU)))
                .dense(7, Activation.TANH)
                .dense(HYBRID.outputSize(), Activation.IDENTITY)
                .build();
        RandomStream random = RandomStream.of(2026, 14);
        randomize(network, random);
        double[] variance = new double[behavior.observation().size()];
        Arrays.fill(variance, 0.5);
        return PolicyModel.builder(behavior, network)
                .normalizer(ObservationNormalizer.of(new double[variance.length], variance)
                        .leavingCounts(behavior.observation()))
                .logStandardDeviation(new float[] {-0.5f, 0.25f})
                .provenance(Provenance.builder().game("forage").seed(4).build())
                .goldenSamples(4, random)
                .build();
    }

    /** Plain values, a vector, a grid, a set, and plain values again: 25 in all. */
    static ObservationSpec grouped() {
        return ObservationSpec.builder()
                .add("time")
                .add("ray", 2)
                .vector("self", "x", "y")
                .grid("map", 2, 3, "wall", "food")
                .set("enemies", 3, "x", "y")
                .add("last")
                .build();
    }

    private static PolicyModel model(ActionSpec action, Network network, RandomStream random) {
        float[] logStandardDeviation = new float[action.continuousSize()];
        for (int i = 0; i < logStandardDeviation.length; i++) {
            logStandardDeviation[i] = -0.5f - 0.25f * i;
        }
        Map<String, Double> settings = new TreeMap<>(Map.of("velocityIterations", 180.0, "wind", -0.5));
        return PolicyModel.builder(behavior(action), network)
                .normalizer(ObservationNormalizer.of(
                        new double[] {0, 1, -2, 3.5, 0.1}, new double[] {1, 4, 0.25, 9, 1e-20}))
                .logStandardDeviation(logStandardDeviation)
                .provenance(Provenance.builder()
                        .game("dogfight")
                        .settings(settings)
                        .seed(-7)
                        .steps(1_000_000)
                        .evaluation(212.5, 100)
                        .configuration("game: dogfight\n# größer, 更大\n")
                        .libraryVersion("0.1.0")
                        .build())
                .goldenSamples(4, random)
                .build();
    }

    /** A seat that has observed, and is about to be added to a decider that accepts it. */
    public static Seat seat(BehaviorSpec behavior, float... observation) {
        Seat seat = new EpisodeLoop().add(new Sleepwalker(behavior, observation));
        System.arraycopy(observation, 0, seat.observation(), 0, observation.length);
        return seat;
    }

    /**
     * Bytes that this thread takes from the heap each time the work runs, after a warm-up: the least of some rounds. What the work itself
     * allocates is in every round; when the JIT compiler falls back once, the few objects that it makes then are in one.
     */
    public static long allocatedBytes(Runnable work) {
        for (int i = 0; i < 20; i++) {
            work.run();
            allocated(); // the first call itself allocates
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = allocated();
            work.run();
            least = Math.min(least, allocated() - before);
        }
        return least;
    }

    public static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}

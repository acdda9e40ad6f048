package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.Sleepwalker;
import io.github.gdxagents.policy.Workload;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Inference;
import io.github.gdxagents.training.network.Sequences;
import io.github.gdxagents.training.network.Weights;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How long a worker takes to decide once for each of its slots: normaliser, actor and critic of two layers of 64, sampling, and the row
 * of the rollout.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RolloutPolicyBenchmark {
    /** What is decided. */
    @Param({"discrete", "continuous"})
    public String actions;

    /** Slots of the worker. */
    @Param({"1", "32", "1024"})
    public int slots;

    private final EpisodeLoop loop = new EpisodeLoop();
    private final RolloutPolicy[] policies = new RolloutPolicy[1];
    private RolloutWriter writer;
    private Rollout[] rollouts;

    /** Makes networks, slots and a rollout with one row for each slot. */
    @Setup
    public void prepare() {
        BehaviorSpec behavior = Workload.behavior(actions);
        ActorCritic networks = TestNetworks.feedForward(behavior, new int[] {64, 64}, Activation.TANH);
        RandomStream random = RandomStream.of(16);
        RolloutPolicy policy =
                new RolloutPolicy(networks, Inference.inJava(networks).pass(slots), slots);
        rollouts = new Rollout[] {new Rollout(behavior, 1, slots, Sequences.NONE)};
        policy.begin(new Weights(parameters(networks.parameterCount(), random), normalizer()), rollouts[0]);
        policies[0] = policy;
        Slot[] all = new Slot[slots];
        float[][] observed = Workload.rows(slots, Workload.OBSERVED, random);
        for (int n = 0; n < slots; n++) {
            all[n] = new Slot(loop.add(new Sleepwalker(behavior, observed[n])), 0, n);
            all[n].seat.random().seed(RandomStream.hash(17, n));
        }
        loop.playAll(policy);
        writer = new RolloutWriter(all, () -> 0);
        loop.listen(writer);
        loop.begin(0);
    }

    // Small enough that tanh is not always at its ends.
    private static float[] parameters(int count, RandomStream random) {
        float[] parameters = new float[count];
        for (int i = 0; i < count; i++) {
            parameters[i] = 0.12f * random.nextGaussian();
        }
        return parameters;
    }

    private static ObservationNormalizer normalizer() {
        double[] variance = new double[Workload.OBSERVED];
        Arrays.fill(variance, 0.7);
        return ObservationNormalizer.of(new double[Workload.OBSERVED], variance);
    }

    /** One decision of each slot, from what it observed to its row. */
    @Benchmark
    public Rollout decide() {
        writer.begin(rollouts, policies);
        loop.observe();
        loop.decide();
        loop.begin(0);
        return rollouts[0];
    }
}

package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.Sleepwalker;
import io.github.gdxagents.policy.Workload;
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

    private Slot[] all;
    private RolloutPolicy policy;
    private Rollout rollout;

    /** Makes networks, slots and a rollout with one row for each slot. */
    @Setup
    public void prepare() {
        BehaviorSpec behavior = Workload.behavior(actions);
        ActorCritic networks = TestNetworks.feedForward(behavior, new int[] {64, 64}, Activation.TANH);
        RandomStream random = RandomStream.of(16);
        policy = new RolloutPolicy(networks, Inference.inJava(networks).pass(slots), slots);
        policy.load(new Weights(parameters(networks.parameterCount(), random), normalizer()));
        rollout = new Rollout(behavior, 1, slots, Sequences.NONE);
        all = new Slot[slots];
        float[][] observed = Workload.rows(slots, Workload.OBSERVED, random);
        for (int n = 0; n < slots; n++) {
            Sleepwalker agent = new Sleepwalker(behavior, observed[n]);
            all[n] = new Slot(agent, 0, n, RandomStream.of(17, n), new SlotMemory(networks));
        }
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
        for (Slot slot : all) {
            slot.rows = 0;
            slot.observe();
            slot.openRow();
            slot.readMask();
            policy.enqueue(slot);
        }
        policy.decide(rollout);
        return rollout;
    }
}

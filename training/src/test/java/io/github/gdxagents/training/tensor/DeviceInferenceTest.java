package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Inference;
import io.github.gdxagents.training.network.NetworkPass;
import io.github.gdxagents.training.network.Weights;
import io.github.gdxagents.training.ppo.RandomBehaviors;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceInferenceTest {
    private static final int SLOTS = 1000;
    private static final int BLOCK = DeviceInference.LARGEST_BLOCK;

    private static final BehaviorSpec BEHAVIOR = RandomBehaviors.behavior(20, 2, 2, RandomStream.of(3));

    private static ActorCritic networks(int width, Activation activation, Trunk trunk) {
        return TestNetworks.of(
                BEHAVIOR, new int[] {width, width}, activation, trunk, new MemoryConfig(MemoryKind.NONE, 1, 1));
    }

    private static Weights weights(ActorCritic networks, long seed) {
        ActorCritic random = networks.copy();
        RandomBehaviors.randomize(random, RandomStream.of(seed));
        return new Weights(
                random.parameters(),
                ObservationNormalizer.identity(networks.behavior().observation().size()));
    }

    private static float[][] inputs(ActorCritic networks, int count) {
        RandomStream random = RandomStream.of(7, count);
        float[][] inputs = new float[count][networks.behavior().observation().size()];
        for (float[] row : inputs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return inputs;
    }

    private static DeviceInference onCpu(ActorCritic networks) {
        return new DeviceInference(networks, SLOTS, LearningDevice.CPU, 2);
    }

    /** {@code [count][outputs + 1]}: outputs, then value, of a batch that is run in one. */
    private static float[][] run(Inference inference, Weights weights, float[][] inputs) {
        NetworkPass pass = inference.pass(inputs.length);
        pass.load(weights);
        return results(pass, inputs, inputs.length);
    }

    private static float[][] results(NetworkPass pass, float[][] inputs, int count) {
        float[][] given = pass.run(inputs, TestNetworks.noMemories(count), count);
        float[][] results = new float[count][];
        for (int i = 0; i < count; i++) {
            int outputs = given[i].length;
            results[i] = Arrays.copyOf(given[i], outputs + 1);
            results[i][outputs] = pass.values()[i][0];
        }
        return results;
    }

    @ParameterizedTest
    @EnumSource(Trunk.class)
    void javaComputesTheSame(Trunk trunk) {
        for (Activation activation : Activation.values()) {
            ActorCritic networks = networks(50, activation, trunk);
            Weights weights = weights(networks, activation.ordinal());
            float[][] inputs = inputs(networks, BLOCK + 44);
            try (Inference device = onCpu(networks);
                    Inference java = Inference.inJava(networks)) {
                float[][] expected = run(java, weights, inputs);
                float[][] actual = run(device, weights, inputs);
                for (int i = 0; i < inputs.length; i++) {
                    assertThat(actual[i]).as("row %d, %s", i, activation).containsExactly(expected[i], within(1e-5f));
                }
            }
        }
    }

    /** Else a slot's decision would depend on how many others its worker has, and with that on the number of threads. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 64, 100, 256, 1024})
    void whatARowGetsDependsOnThatRowAlone(int width) {
        ActorCritic networks = networks(width, Activation.TANH, Trunk.SEPARATE);
        Weights weights = weights(networks, 1);
        float[][] inputs = inputs(networks, 2 * BLOCK + 88);
        try (Inference device = onCpu(networks)) {
            float[][] together = run(device, weights, inputs);
            for (int[] part : new int[][] {{0, 1}, {1, 2}, {5, 22}, {BLOCK - 1, BLOCK + 2}, {130, 2 * BLOCK + 88}}) {
                float[][] apart = run(device, weights, Arrays.copyOfRange(inputs, part[0], part[1]));
                assertThat(apart).isDeepEqualTo(Arrays.copyOfRange(together, part[0], part[1]));
            }
        }
    }

    /** On a CPU with AVX2 the last two of 74 rows are added up in another order than those before them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 37, 74, 128, 200, 1000})
    void theRowsOfABlockAreComputedAlikeWhereverTheyStand(int slots) {
        for (int width : new int[] {7, 32, 300}) {
            ActorCritic networks = networks(width, Activation.TANH, Trunk.SEPARATE);
            try (DeviceInference device = new DeviceInference(networks, slots, LearningDevice.CPU, 1)) {
                float[][] same = new float[device.block()][];
                Arrays.fill(same, inputs(networks, 1)[0]);
                float[][] results = run(device, weights(networks, 1), same);
                for (float[] row : results) {
                    assertThat(row).containsExactly(results[0]);
                }
            }
        }
    }

    @Test
    void valuesAloneAreThoseOfAWholeRun() {
        ActorCritic networks = networks(64, Activation.TANH, Trunk.SEPARATE);
        float[][] inputs = inputs(networks, BLOCK + 3);
        try (Inference device = onCpu(networks)) {
            float[][] whole = run(device, weights(networks, 1), inputs);
            NetworkPass pass = device.pass(inputs.length);
            pass.load(weights(networks, 1));
            pass.runCritic(inputs, TestNetworks.noMemories(inputs.length), inputs.length);
            for (int i = 0; i < inputs.length; i++) {
                assertThat(pass.values()[i][0]).isEqualTo(whole[i][whole[i].length - 1]);
            }
        }
    }

    @Test
    void fewSlotsMakeASmallBlockAndOneOfThemMayBeMissing() {
        ActorCritic networks = networks(8, Activation.TANH, Trunk.SHARED);
        try (DeviceInference device = new DeviceInference(networks, 3, LearningDevice.CPU, 1)) {
            assertThat(device.block()).isEqualTo(DeviceInference.ROWS_AT_ONCE);
            float[][] inputs = inputs(networks, 2);
            float[][] results = run(device, weights(networks, 1), inputs);
            assertThat(results[1]).containsExactly(run(device, weights(networks, 1), new float[][] {inputs[1]})[0]);
        }
    }

    /** The unused rows of a block hold what earlier batches left in them. */
    @Test
    void whatIsNoNumberStaysInItsRow() {
        ActorCritic networks = networks(8, Activation.TANH, Trunk.SEPARATE);
        Weights weights = weights(networks, 1);
        float[][] inputs = inputs(networks, 3);
        float[][] broken = {inputs[0], inputs[1], inputs[2].clone()};
        broken[2][4] = Float.NaN;
        try (Inference device = onCpu(networks)) {
            NetworkPass pass = device.pass(3);
            pass.load(weights);
            float[][] expected = results(pass, inputs, 3);
            float[][] actual = results(pass, broken, 3);
            assertThat(actual[0]).containsExactly(expected[0]);
            assertThat(actual[1]).containsExactly(expected[1]);
            assertThat(actual[2]).containsOnly(Float.NaN);
            assertThat(results(pass, inputs, 2)).isDeepEqualTo(Arrays.copyOf(expected, 2));
        }
    }

    @Test
    void newWeightsAreTakenOverAndOldOnesForgotten() {
        ActorCritic networks = networks(8, Activation.TANH, Trunk.SEPARATE);
        float[][] inputs = inputs(networks, 3);
        try (Inference device = onCpu(networks)) {
            float[][] first = run(device, weights(networks, 1), inputs);
            float[][] second = run(device, weights(networks, 2), inputs);
            assertThat(second[0]).isNotEqualTo(first[0]);
            assertThat(run(device, weights(networks, 1), inputs)).isDeepEqualTo(first);
        }
    }

    @Test
    void manyWorkersRunAtTheSameTimeAndEachGetsItsOwn() throws Exception {
        ActorCritic networks = networks(32, Activation.TANH, Trunk.SEPARATE);
        Weights weights = weights(networks, 1);
        int workers = 4;
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try (Inference device = onCpu(networks)) {
            List<float[][]> inputs = new ArrayList<>();
            List<float[][]> expected = new ArrayList<>();
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int w = 0; w < workers; w++) {
                inputs.add(inputs(networks, 50 + 100 * w));
                expected.add(run(device, weights, inputs.get(w)));
            }
            for (int w = 0; w < workers; w++) {
                int worker = w;
                tasks.add(() -> {
                    for (int i = 0; i < 100; i++) {
                        assertThat(run(device, weights, inputs.get(worker))).isDeepEqualTo(expected.get(worker));
                    }
                    return null;
                });
            }
            for (Future<Void> task : executor.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void memoryIsRefusedWithTheWayOut() {
        ActorCritic networks = TestNetworks.of(
                BEHAVIOR, new int[] {8}, Activation.TANH, Trunk.SEPARATE, new MemoryConfig(MemoryKind.GRU, 4, 4));
        assertThatThrownBy(() -> onCpu(networks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(BEHAVIOR.name(), "learner.inference", "network.memory.kind", "set");
    }
}

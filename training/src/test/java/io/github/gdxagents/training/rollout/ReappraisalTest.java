package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TimeLimitSimulation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rollout seen with other weights than it was collected with. */
final class ReappraisalTest {
    private static final int INSTANCES = 3;
    private static final int HORIZON = 37;

    static Stream<Arguments> cases() {
        return Stream.of(new SkirmishFactory(), new RecallSimulation.Factory(), new TimeLimitSimulation.Factory())
                .flatMap(game -> Stream.of(
                        Arguments.of(game, Trunk.SEPARATE, new MemoryConfig(MemoryKind.NONE, 1, 1)),
                        Arguments.of(game, Trunk.SHARED, new MemoryConfig(MemoryKind.NONE, 1, 1)),
                        Arguments.of(game, Trunk.SEPARATE, new MemoryConfig(MemoryKind.GRU, 5, 8)),
                        Arguments.of(game, Trunk.SHARED, new MemoryConfig(MemoryKind.LSTM, 5, 7))));
    }

    private static ActorCritic networks(BehaviorSpec behavior, Trunk trunk, MemoryConfig memory) {
        return TestNetworks.of(behavior, new int[] {9}, Activation.TANH, trunk, memory);
    }

    private static Weights weights(ActorCritic shape, long seed) {
        RandomStream random = RandomStream.of(seed);
        float[] flat = new float[shape.parameterCount()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = 0.3f * random.nextGaussian();
        }
        int observations = shape.behavior().observation().size();
        double[] mean = new double[observations];
        double[] variance = new double[observations];
        Arrays.fill(mean, 0.1 * seed);
        Arrays.fill(variance, 1 + 0.1 * seed);
        return new Weights(flat, ObservationNormalizer.of(mean, variance));
    }

    /** Slots whose first decision is of an iteration before: older weights took it. */
    private static boolean[] beginOlder(SimulationPool pool, BehaviorSlots group) {
        List<InstanceState> instances = pool.save();
        boolean[] older = new boolean[INSTANCES * group.perInstance()];
        for (int n = 0; n < older.length; n++) {
            int agent = group.agents().get(n % group.perInstance());
            older[n] = instances.get(n / group.perInstance()).slots().get(agent).open() != null;
        }
        return older;
    }

    /** What policies say of a rollout, where it has a meaning, in order. */
    private static List<Float> said(Rollout rollout, boolean[] leftOut) {
        List<Float> said = new ArrayList<>();
        int outputs = rollout.behavior().action().outputSize();
        int memory = rollout.sequences().memorySize();
        for (int n = 0; n < rollout.slots; n++) {
            for (int t = 0; t < rollout.lengths[n] && !leftOut[n]; t++) {
                int row = rollout.row(t, n);
                add(said, rollout.outputs, row * outputs, outputs);
                add(said, rollout.logProbabilities, row, 1);
                add(said, rollout.values, row, 1);
                add(said, rollout.bootstrapValues, row, rollout.hasBootstrap(t, n) ? 1 : 0);
                boolean isFirst = t % rollout.sequences().length() == 0;
                int sequence = t / rollout.sequences().length();
                add(said, rollout.memories, rollout.memoryOffset(sequence, n), isFirst ? memory : 0);
            }
        }
        return said;
    }

    private static void add(List<Float> list, float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            list.add(values[i]);
        }
    }

    /** What is to be said anew, gone; where the rollout begins nothing else knows what was remembered. */
    private static void forget(Rollout rollout) {
        Arrays.fill(rollout.outputs, Float.NaN);
        Arrays.fill(rollout.values, Float.NaN);
        Arrays.fill(rollout.bootstrapValues, Float.NaN);
        int first = rollout.memoryOffset(1, 0);
        if (first < rollout.memories.length) {
            Arrays.fill(rollout.memories, first, rollout.memories.length, Float.NaN);
        }
    }

    private static boolean hasBootstrapBeforeItsEnd(Rollout rollout) {
        for (int n = 0; n < rollout.slots; n++) {
            for (int t = 0; t < rollout.lengths[n] - 1; t++) {
                if (rollout.hasBootstrap(t, n)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWeightsThatCollectedSayTheSameBitForBitAndOthersDoNot(
            SimulationFactory game, Trunk trunk, MemoryConfig memory) {
        RolloutConfig config = new RolloutConfig(INSTANCES, HORIZON, 2);
        boolean isTruncated = false;
        try (SimulationPool pool = new SimulationPool(
                () -> game.create(game.settings()),
                config,
                ScriptedPool.STOP,
                7,
                behavior -> networks(behavior, trunk, memory))) {
            List<ActorCritic> shapes = new ArrayList<>();
            List<Reappraisal> reappraisals = new ArrayList<>();
            for (BehaviorSlots group : pool.groups()) {
                shapes.add(networks(group.behavior(), trunk, memory));
                reappraisals.add(new Reappraisal(shapes.get(shapes.size() - 1), INSTANCES * group.perInstance()));
            }
            for (int i = 1; i <= 4; i++) { // the later ones begin in the midst of episodes
                long seed = i;
                List<boolean[]> older = pool.groups().stream()
                        .map(group -> beginOlder(pool, group))
                        .toList();
                List<Rollout> rollouts = pool.collect(
                        shapes.stream().map(shape -> weights(shape, seed)).toList());
                for (int g = 0; g < rollouts.size(); g++) {
                    Rollout rollout = rollouts.get(g);
                    isTruncated |= hasBootstrapBeforeItsEnd(rollout);
                    List<Float> collected = said(rollout, older.get(g));
                    float[] away = reappraisals.get(g).apply(rollout, weights(shapes.get(g), 100 + i));
                    assertThat(said(rollout, older.get(g))).isNotEqualTo(collected);
                    float[] back = reappraisals.get(g).apply(rollout, weights(shapes.get(g), seed));
                    assertThat(said(rollout, older.get(g))).isEqualTo(collected);
                    forget(rollout);
                    float[] same = reappraisals.get(g).apply(rollout, weights(shapes.get(g), seed));
                    assertThat(said(rollout, older.get(g))).isEqualTo(collected);
                    for (int row : rollout.rows()) {
                        if (older.get(g)[row % rollout.slots]) {
                            continue;
                        }
                        assertThat(same[row]).isEqualTo(1);
                        if (away[row] < Reappraisal.LARGEST_RATIO && back[row] < Reappraisal.LARGEST_RATIO) {
                            assertThat(away[row] * back[row]).isCloseTo(1, within(1e-5f));
                        }
                    }
                }
            }
        }
        assertThat(isTruncated || !(game instanceof TimeLimitSimulation.Factory))
                .as("else nothing was bootstrapped in the middle")
                .isTrue();
    }

    /** Three steps, of which the second is cut off and the third the last; of its choices one is forbidden at each. */
    private static Rollout scripted(SimulationPool pool) {
        Rollout rollout = ScriptedPool.collect(pool).get(0);
        assertThat(ScriptedPool.rows(rollout, 0)).containsExactly("0 2 RUNNING", "1 4 TRUNCATED >2", "0 2 RUNNING >1");
        return rollout;
    }

    private static SimulationPool scriptedPool() {
        return ScriptedPool.of(
                () -> new ScriptedSimulation().add(ScriptedSimulation.behavior("b", 1, 0), "..C"), 1, 3, 1);
    }

    /** Means 0.5 and logits ln 2, 0 and ln 4 at every observation, standard deviation 2; values of ten times the step. */
    private static Weights byHand() {
        ActorCritic networks = ScriptedPool.networks(ScriptedSimulation.behavior("b", 1, 0));
        float[] flat = networks.parameters();
        int biases = 2 * networks.actor().outputSize();
        flat[biases] = 0.5f;
        flat[biases + 1] = (float) Math.log(2);
        flat[biases + 3] = (float) Math.log(4);
        flat[networks.actor().parameterCount()] = 10;
        flat[flat.length - 1] = (float) Math.log(2);
        return new Weights(flat, ObservationNormalizer.identity(2));
    }

    @Test
    void whatIsSaidAndTheRatiosAreThoseWorkedOutByHand() {
        try (SimulationPool pool = scriptedPool()) {
            Rollout rollout = scripted(pool);
            float[] ratios = new Reappraisal(ScriptedPool.networks(rollout.behavior()), 1).apply(rollout, byHand());
            assertThat(ScriptedPool.rows(rollout, 0))
                    .containsExactly("0 2 RUNNING", "10 4 TRUNCATED >20", "0 2 RUNNING >10");
            double[] odds = {2, 1, 4};
            for (int row = 0; row < 3; row++) {
                double x = rollout.continuous[row];
                // densities without the common factor 1 / sqrt(2 pi)
                double density = 0.5 * Math.exp(-Math.pow(x - 0.5, 2) / 8);
                double before = Math.exp(-x * x / 2);
                int forbidden = new int[] {0, 1, 0}[row]; // choice step % 3
                double share = odds[rollout.choices[row]] / (7 - odds[forbidden]);
                assertThat((double) ratios[row]).isCloseTo(Math.min(10, density / before * share / 0.5), within(1e-5));
                assertThat(rollout.statuses[row] == StepStatus.TRUNCATED).isEqualTo(row == 1);
            }
        }
    }

    @Test
    void noDecisionCountsMoreThanTenTimes() {
        try (SimulationPool pool = scriptedPool()) {
            Rollout rollout = scripted(pool);
            Arrays.fill(rollout.continuous, 0.5f);
            Arrays.fill(rollout.logProbabilities, -20); // of what has happened nevertheless
            Reappraisal reappraisal = new Reappraisal(ScriptedPool.networks(rollout.behavior()), 1);
            assertThat(reappraisal.apply(rollout, byHand())).containsExactly(10, 10, 10);
        }
    }

    @Test
    void valuesThatAreNotFiniteAreAFaultOfThePolicy() {
        try (SimulationPool pool = scriptedPool()) {
            Rollout rollout = scripted(pool);
            float[] flat = byHand().parameters();
            flat[flat.length - 2] = Float.POSITIVE_INFINITY; // the critic's bias
            Reappraisal reappraisal = new Reappraisal(ScriptedPool.networks(rollout.behavior()), 1);
            assertThatThrownBy(() -> reappraisal.apply(rollout, new Weights(flat, ObservationNormalizer.identity(2))))
                    .isInstanceOf(PolicyFault.class)
                    .hasMessageContaining("behavior 'b': its networks give log-probability ")
                    .hasMessageContaining(" and value Infinity for what was decided before");
        }
    }
}

package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.initial.GivenPolicies;
import io.github.gdxagents.training.initial.WarmStart;
import io.github.gdxagents.training.initial.WarmStartReport;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.ObservationMoments;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random policies that go on in games whose observations are others. */
class WarmStartTest {
    private static final int SEEDS = 60;
    private static final int DECISIONS = 8;

    /** What training begins with. */
    private record Started(ActorCritic networks, ObservationMoments moments, WarmStartReport report) {
        PolicyModel policy(boolean isNormalized) {
            BehaviorSpec behavior = networks.behavior();
            return PolicyModel.builder(behavior, networks.actor())
                    .normalizer(
                            isNormalized
                                    ? moments.normalizer()
                                    : ObservationNormalizer.identity(
                                            behavior.observation().size()))
                    .logStandardDeviation(networks.logStandardDeviation())
                    .build();
        }
    }

    /** The memory, or without one the first hidden layer, or with neither the head reads the observations. */
    private static NetworkConfig config(MemoryKind kind, RandomStream random) {
        int[] hidden = IntStream.range(0, random.nextInt(3))
                .map(i -> 1 + random.nextInt(40))
                .toArray();
        return TestNetworks.config(
                hidden,
                Activation.values()[random.nextInt(Activation.values().length)],
                Trunk.values()[random.nextInt(2)],
                new MemoryConfig(kind, 1 + random.nextInt(20), 4));
    }

    private static PolicyModel policy(List<String> names, NetworkConfig config, RandomStream random) {
        BehaviorSpec behavior = RandomBehaviors.withObservation(RandomBehaviors.behavior(random), names);
        ActorCritic networks = RandomBehaviors.randomize(new ActorCritic(behavior, config), random);
        PolicyModel.Builder policy =
                PolicyModel.builder(behavior, networks.actor()).logStandardDeviation(networks.logStandardDeviation());
        if (random.nextInt(2) == 0) {
            double[] mean = IntStream.range(0, names.size())
                    .mapToDouble(i -> 3 * random.nextGaussian())
                    .toArray();
            double[] variance = IntStream.range(0, names.size())
                    .mapToDouble(i -> i % 5 == 4 ? 0 : Math.exp(2 * random.nextGaussian()))
                    .toArray();
            policy.normalizer(ObservationNormalizer.of(mean, variance));
        }
        return policy.build();
    }

    private static Started start(PolicyModel policy, List<String> names, NetworkConfig config, RandomStream random) {
        BehaviorSpec behavior = RandomBehaviors.withObservation(policy.behavior(), names);
        ActorCritic networks = RandomBehaviors.randomize(new ActorCritic(behavior, config), random);
        ObservationMoments moments = new ObservationMoments(networks);
        WarmStartReport report = WarmStart.apply(new GivenPolicies.Given("old.policy", policy), networks, moments);
        return new Started(networks, moments, report);
    }

    private static float[][] act(PolicyModel policy, float[][] observations) {
        Network network = policy.network();
        ForwardPass pass = new ForwardPass(network, 1);
        float[][] memory = new float[1][network.stateSize()];
        float[][] input = new float[1][network.inputSize()];
        float[][] outputs = new float[observations.length][];
        for (int t = 0; t < outputs.length; t++) {
            policy.normalizer().apply(observations[t], input[0]);
            outputs[t] = pass.run(input, memory, 1)[0].clone();
        }
        return outputs;
    }

    /** What the old policy would see: by name, and where the game no longer has a name, the mean that it knew. */
    private static float[] seenBefore(PolicyModel old, List<String> names, float[] observation) {
        float[] seen = old.normalizer().mean();
        for (int i = 0; i < seen.length; i++) {
            int index = names.indexOf(old.behavior().observation().names().get(i));
            seen[i] = index < 0 ? seen[i] : observation[index];
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource(MemoryKind.class)
    void thePolicyActsAtFirstAsItDidBefore(MemoryKind kind) {
        int different = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed);
            NetworkConfig config = config(kind, random);
            PolicyModel old = policy(RandomBehaviors.names(random, 1 + random.nextInt(9)), config, random);
            List<String> names = RandomBehaviors.names(random, 1 + random.nextInt(10));
            Started started = start(old, names, config, random);
            PolicyModel now = started.policy(!old.normalizer().isIdentity());
            float[][] observations = new float[DECISIONS][];
            float[][] before = new float[DECISIONS][];
            for (int t = 0; t < DECISIONS; t++) {
                observations[t] = RandomBehaviors.gaussians(names.size(), 5, random);
                before[t] = seenBefore(old, names, observations[t]);
            }
            float[][] expected = act(old, before);
            float[][] actual = act(now, observations);
            for (int t = 0; t < DECISIONS; t++) {
                for (int o = 0; o < expected[t].length; o++) {
                    assertThat(actual[t][o])
                            .as("seed %d, decision %d", seed, t)
                            .isCloseTo(expected[t][o], within(1e-5f * (1 + Math.abs(expected[t][o]))));
                }
            }
            assertThat(now.logStandardDeviation()).containsExactly(old.logStandardDeviation());
            different += started.report().isSame() ? 0 : 1;
        }
        assertThat(different).isGreaterThan(SEEDS / 2);
    }

    @ParameterizedTest
    @EnumSource(MemoryKind.class)
    void thereAndBackIsTheSamePolicyBitForBit(MemoryKind kind) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed);
            NetworkConfig config = config(kind, random);
            List<String> names = RandomBehaviors.names(random, 6);
            PolicyModel old = policy(names, config, random);
            boolean isNormalized = !old.normalizer().isIdentity();
            List<String> more = RandomBehaviors.names(random, 10); // of ten: another order and four more
            PolicyModel there = start(old, more, config, random).policy(isNormalized);
            PolicyModel back = start(there, names, config, random).policy(isNormalized);
            assertThat(parameters(back)).as("seed " + seed).containsExactly(parameters(old));
            assertThat(back.normalizer().mean())
                    .containsExactly(old.normalizer().mean());
            assertThat(back.normalizer().scale())
                    .containsExactly(old.normalizer().scale());
        }
    }

    private static float[] parameters(PolicyModel policy) {
        Network network = policy.network();
        float[] parameters = new float[network.parameterCount()];
        network.getParameters(parameters, 0);
        return parameters;
    }

    /**
     * A grid of 3 x 3 and a set of at most 2 foes; then there is a new value, a new channel, room for a third foe, of which there is one more
     * feature, and a set that is new.
     */
    @Test
    void encodersGoOnThoughMoreIsObserved() {
        NetworkConfig config = TestNetworks.config(
                new int[] {5}, Activation.TANH, Trunk.SEPARATE, new MemoryConfig(MemoryKind.NONE, 1, 1));
        BehaviorSpec less = RandomBehaviors.withObservation(
                RandomBehaviors.behavior(1, 1, 1, RandomStream.of(1)),
                ObservationSpec.builder()
                        .add("a")
                        .grid("map", 3, 3, "wall")
                        .set("foes", 2, "x", "y")
                        .build());
        BehaviorSpec more = RandomBehaviors.withObservation(
                less,
                ObservationSpec.builder()
                        .set("coins", 2, "x")
                        .set("foes", 3, "y", "rage", "x")
                        .add("new")
                        .add("a")
                        .grid("map", 3, 3, "food", "wall")
                        .build());
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed);
            ActorCritic before = RandomBehaviors.randomize(new ActorCritic(less, config), random);
            PolicyModel old = PolicyModel.builder(less, before.actor())
                    .logStandardDeviation(before.logStandardDeviation())
                    .build();
            ActorCritic after = RandomBehaviors.randomize(new ActorCritic(more, config), random);
            ObservationMoments moments = new ObservationMoments(after);
            WarmStart.apply(new GivenPolicies.Given("old.policy", old), after, moments);
            Started started = new Started(after, moments, null);
            float[] w = RandomBehaviors.gaussians(9, 1, random);
            float[] seen = {3, w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8], 2, 0.5f, -1, 2, 1};
            float[] now = {
                1, 9, 0, 2, -1, 7, 0.5f, 1, 8, 2, 0, 0, 0, 6, 3, //
                5, w[0], 6, w[1], 7, w[2], 8, w[3], 9, w[4], 5, w[5], 4, w[6], 3, w[7], 2, w[8]
            };
            assertThat(act(started.policy(false), new float[][] {now})[0])
                    .containsExactly(act(old, new float[][] {seen})[0], within(1e-5f));
        }
    }

    /** Two inputs, one output: weights 3 for a, 5 for b, bias 7. */
    @Test
    void aWeightGoesWithItsName() {
        NetworkConfig config = TestNetworks.config(
                new int[0], Activation.TANH, Trunk.SEPARATE, new MemoryConfig(MemoryKind.NONE, 1, 1));
        RandomStream random = RandomStream.of(1);
        BehaviorSpec behavior =
                RandomBehaviors.withObservation(RandomBehaviors.behavior(1, 1, 0, random), List.of("a", "b"));
        ActorCritic networks = new ActorCritic(behavior, config);
        networks.actor().setParameters(new float[] {3, 5, 7}, 0);
        PolicyModel old = PolicyModel.builder(behavior, networks.actor()).build();

        assertThat(parameters(
                        start(old, List.of("b", "new", "a"), config, random).policy(false)))
                .containsExactly(5, 0, 3, 7);
        assertThat(parameters(start(old, List.of("b"), config, random).policy(false)))
                .containsExactly(5, 7);
    }

    @Test
    void aNewObservationTakesTheFirstRolloutsMomentsAndAnOldOneHardlyMoves() {
        NetworkConfig config = TestNetworks.config(
                new int[] {4}, Activation.TANH, Trunk.SHARED, new MemoryConfig(MemoryKind.NONE, 1, 1));
        RandomStream random = RandomStream.of(1);
        BehaviorSpec behavior = RandomBehaviors.withObservation(RandomBehaviors.behavior(random), List.of("old"));
        PolicyModel old = PolicyModel.builder(behavior, new ActorCritic(behavior, config).actor())
                .normalizer(ObservationNormalizer.of(new double[] {2}, new double[] {9}))
                .build();
        ObservationMoments moments =
                start(old, List.of("new", "old"), config, random).moments();
        assertThat(moments.normalizer().mean()).containsExactly(0, 2);
        assertThat(moments.normalizer().scale()).containsExactly(new float[] {1, 1 / 3f}, within(1e-6f));

        moments.add(new float[] {50, 50, 70, 70}, new int[] {0, 1});

        assertThat(moments.normalizer().mean()).containsExactly(new float[] {60, 2}, within(0.01f));
        assertThat(moments.normalizer().scale()).containsExactly(new float[] {0.1f, 1 / 3f}, within(0.002f));
    }

    /** One that never varied keeps the scale 1 however long it does not, and one that hardly varied its own. */
    @Test
    void scalesStayAsTheyWere() {
        NetworkConfig config = TestNetworks.config(
                new int[] {4}, Activation.TANH, Trunk.SHARED, new MemoryConfig(MemoryKind.NONE, 1, 1));
        RandomStream random = RandomStream.of(1);
        List<String> names = List.of("never", "hardly", "much");
        BehaviorSpec behavior = RandomBehaviors.withObservation(RandomBehaviors.behavior(random), names);
        ObservationNormalizer normalizer =
                ObservationNormalizer.of(new double[] {7, 0.5, 2}, new double[] {0, 1e-18, 9});
        PolicyModel old = PolicyModel.builder(behavior, new ActorCritic(behavior, config).actor())
                .normalizer(normalizer)
                .build();
        ObservationMoments moments = start(old, names, config, random).moments();
        assertThat(moments.normalizer().scale()).containsExactly(normalizer.scale(), within(1e-6f));
        for (int i = 0; i < 200; i++) {
            moments.add(new float[] {7, 0.5f, 2}, new int[] {0});
        }
        assertThat(moments.normalizer().scale()[0]).isEqualTo(1);
    }

    @Test
    void deviationsThatTheFirstUpdateWouldLiftAreRefused() {
        BehaviorSpec behavior = BehaviorSpec.builder("b")
                .observation(ObservationSpec.of("x"))
                .action(ActionSpec.builder().continuous("push").build())
                .build();
        TrainingConfig config = TrainingConfig.builder("test")
                .normalization(normalization -> normalization.observations(true))
                .build();
        PolicyModel policy = PolicyModel.builder(behavior, new ActorCritic(behavior, config.network()).actor())
                .normalizer(ObservationNormalizer.of(new double[] {0}, new double[] {1}))
                .logStandardDeviation(new float[] {-3})
                .build();
        assertThat(WarmStart.misfits(policy, behavior, config)).isEmpty();
        TrainingConfig narrow = config.toBuilder()
                .network(network -> network.smallestLogStandardDeviation(-1))
                .build();
        assertThat(WarmStart.misfits(policy, behavior, narrow))
                .containsExactly("network.smallestLogStandardDeviation: policy has the log standard deviation -3.0, the"
                        + " configuration allows none below -1.0; lower it");
    }

    @Test
    void aPolicyWithoutNormalizerLeavesTheMomentsAsTheyAre() {
        RandomStream random = RandomStream.of(3);
        NetworkConfig config = config(MemoryKind.NONE, random);
        BehaviorSpec behavior = RandomBehaviors.behavior(random);
        PolicyModel old = PolicyModel.builder(behavior, new ActorCritic(behavior, config).actor())
                .build();
        assertThat(start(old, behavior.observation().names(), config, random)
                        .moments()
                        .isEmpty())
                .isTrue();
    }
}

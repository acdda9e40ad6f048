package io.github.gdxagents.training.tool.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.tool.tune.CollectionTuner.CollectionChoice;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What may be chosen, on machines with one core to 256, and what is chosen where so much is measured. */
class CollectionTunerTest {
    /** So fast that as much is measured as ever is. */
    private static final double FAST = 1e-6;

    private static final String TWO_THREADS = "rollout.threads=2";
    private static final RolloutConfig START = new RolloutConfig(32, 256, 2);

    private static CollectionTuner tuner(int cores, String... assignments) {
        return game(way -> FAST).tuner(cores, assignments);
    }

    private static ScriptedGame game(ToDoubleFunction<RolloutConfig> costs) {
        return new ScriptedGame(1000, 0.1, costs);
    }

    /** With 0.1 s for each measurement. */
    private static ScriptedGame gameOfTenSeconds(ToDoubleFunction<RolloutConfig> costs) {
        return new ScriptedGame(10, 0.1, costs);
    }

    private static RolloutConfig choose(ScriptedGame game, int cores, String... assignments) {
        CollectionChoice choice = game.tuner(cores, assignments).choose(game.budget());
        assertThat(game.openTrials).as("trials left open").isZero();
        assertThat(choice.agents()).hasSize(1);
        assertThat(choice.cost().seconds()).isPositive();
        return choice.rollout();
    }

    /** Chooses instances for two threads. */
    private static RolloutConfig instances(ScriptedGame game, String... more) {
        String[] assignments = new String[more.length + 1];
        assignments[0] = TWO_THREADS;
        System.arraycopy(more, 0, assignments, 1, more.length);
        RolloutConfig chosen = choose(game, 8, assignments);
        assertThat(chosen.threads()).isEqualTo(2);
        assertThat(chosen.instances() * chosen.horizon())
                .as("decisions of an iteration")
                .isEqualTo(32 * 256);
        return chosen;
    }

    private static ToDoubleFunction<RolloutConfig> leastAt(int instances) {
        return way -> FAST * (1 + Math.abs(Math.log((double) way.instances() / instances)));
    }

    @Test
    void threadsAreOneHalfTheCoresOrAll() {
        assertThat(tuner(1).threads).containsExactly(1);
        assertThat(tuner(2).threads).containsExactly(1, 2);
        assertThat(tuner(3).threads).containsExactly(1, 3);
        assertThat(tuner(16).threads).containsExactly(1, 8, 16);
    }

    @Test
    void withoutMeasurementEveryCoreCollects() {
        CollectionTuner tuner = tuner(16);

        assertThat(tuner.start).isEqualTo(new RolloutConfig(32, 256, 16));
        assertThat(tuner.hasChoice()).isTrue();
    }

    @Test
    void onManyCoresThereIsAnInstanceForEachAsFarAsTheHorizonAllows() {
        assertThat(tuner(96).start).isEqualTo(new RolloutConfig(128, 64, 96));
        assertThat(tuner(256).start).isEqualTo(new RolloutConfig(128, 64, 128));
        assertThat(tuner(16, "rollout.instances=4").threads).containsExactly(1, 2, 4);
    }

    @Test
    void instancesAndHorizonAreChosenTogetherOrNotAtAll() {
        CollectionTuner instances = tuner(2, "rollout.instances=8", TWO_THREADS);
        CollectionTuner horizon = tuner(2, "rollout.horizon=50", TWO_THREADS);

        assertThat(instances.hasChoice()).isFalse();
        assertThat(instances.start).isEqualTo(new RolloutConfig(8, 256, 2));
        assertThat(horizon.hasChoice()).isFalse();
        assertThat(horizon.start).isEqualTo(new RolloutConfig(32, 50, 2));
        assertThat(tuner(2, TWO_THREADS).hasChoice()).isTrue();
        assertThat(choose(game(leastAt(64)), 2, "rollout.instances=8").instances())
                .isEqualTo(8);
        assertThat(choose(game(leastAt(64)), 2, "rollout.horizon=128").horizon())
                .isEqualTo(128);
    }

    @Test
    void threadsThatAreGivenStay() {
        assertThat(tuner(16, "rollout.threads=3").threads).containsExactly(3);
        assertThat(tuner(16, "rollout.threads=0").threads).containsExactly(16);
    }

    @Test
    void aMemoryNeedsItsSequences() {
        String length = "network.memory.sequenceLength=100";

        assertThat(tuner(256, "network.memory.kind=gru", length).start).isEqualTo(new RolloutConfig(64, 128, 64));
        assertThat(tuner(256, length).start).as("there is none").isEqualTo(new RolloutConfig(128, 64, 128));
    }

    @Test
    void threadsThatHelpAreUsed() {
        ScriptedGame game = gameOfTenSeconds(way -> FAST / way.threads());
        game.simulationShare = 1;

        assertThat(choose(game, 8)).isEqualTo(new RolloutConfig(32, 256, 8));
        assertThat(game.opened).containsExactly("8 x 4", "32 x 256");
        assertThat(game.findings)
                .containsExactly(
                        "8 threads, 32 instances: 8,000,000 decisions per second (median of 9)",
                        "4 threads, 32 instances: 4,000,000 decisions per second (median of 9)",
                        "1 thread, 32 instances: 1,000,000 decisions per second (median of 9)");
    }

    @Test
    void threadsThatShareACoreAreNotWorthIt() {
        ScriptedGame game = gameOfTenSeconds(way -> FAST / Math.min(4.1, way.threads()));

        assertThat(choose(game, 8).threads()).isEqualTo(4);
    }

    @Test
    void aGameThatGetsSlowerByThreadsHasOne() {
        ScriptedGame game = gameOfTenSeconds(way -> FAST * way.threads());

        assertThat(choose(game, 8).threads()).isEqualTo(1);
    }

    @Test
    void withoutTimeToCompareItIsOneForEachCore() {
        ScriptedGame game = new ScriptedGame(1, 0.3, way -> FAST * way.threads());

        assertThat(choose(game, 8)).isEqualTo(new RolloutConfig(32, 256, 8));
    }

    /** What a decision of one instance takes with a thread of its own: all threads begin with one each. */
    private static ToDoubleFunction<RolloutConfig> instanceSeconds(double seconds, int starters) {
        return way -> seconds / starters;
    }

    /** Of 4 ms a step, two threads take 50 in 0.1 s: one of each of the 32 instances, or 3 of each of 16. */
    @Test
    void ofASlowerGameAsMuchIsMeasuredAsFitsIntoASlice() {
        ScriptedGame all = gameOfTenSeconds(instanceSeconds(4e-3, 2));
        ScriptedGame half = gameOfTenSeconds(instanceSeconds(4e-3, 2));

        choose(all, 2);
        choose(half, 2, "rollout.instances=16");

        assertThat(all.opened).startsWith("2 x 4", "32 x 1");
        assertThat(half.opened).containsExactly("2 x 4", "16 x 3");
    }

    @Test
    void ofASlowGameThereAreFewInstancesButOneForEachThread() {
        ScriptedGame slow = gameOfTenSeconds(instanceSeconds(10e-3, 2));
        ScriptedGame slower = gameOfTenSeconds(instanceSeconds(5, 2));
        ScriptedGame slowWithMoreThreads = gameOfTenSeconds(instanceSeconds(0.5, 8));
        ScriptedGame slowWithFewInstances = gameOfTenSeconds(instanceSeconds(5, 4));

        choose(slow, 2);
        choose(slower, 2);
        choose(slowWithMoreThreads, 8);
        choose(slowWithFewInstances, 16, "rollout.threads=16", "rollout.instances=4");

        assertThat(slow.opened).startsWith("2 x 4", "20 x 1");
        assertThat(slower.opened).startsWith("2 x 4", "2 x 1");
        assertThat(slowWithMoreThreads.opened).startsWith("8 x 4", "8 x 1");
        assertThat(slowWithFewInstances.opened).containsExactly("4 x 4", "4 x 1");
    }

    @Test
    void whereNetworksTakeHardlyAnyTimeMoreInstancesCannotHelp() {
        ScriptedGame simulating = game(leastAt(64));
        simulating.simulationShare = 0.96;
        ScriptedGame deciding = game(leastAt(64));
        deciding.simulationShare = 0.9;

        assertThat(instances(simulating)).isEqualTo(START);
        assertThat(simulating.opened).containsExactly("2 x 4", "32 x 256");
        assertThat(instances(deciding).instances()).isEqualTo(64);
    }

    @Test
    void instancesAreDoubledAsLongAsThatHelps() {
        assertThat(instances(game(leastAt(64)))).isEqualTo(new RolloutConfig(64, 128, 2));
        assertThat(instances(game(leastAt(32)))).isEqualTo(START);
    }

    @Test
    void theHorizonStaysLongEnough() {
        assertThat(instances(game(leastAt(4096)))).isEqualTo(new RolloutConfig(128, 64, 2));
        assertThat(instances(game(leastAt(4096)), "network.memory.kind=gru", "network.memory.sequenceLength=100"))
                .isEqualTo(new RolloutConfig(64, 128, 2));
    }

    @Test
    void ifMoreAreNoBetterHalfAsManyMayBe() {
        ScriptedGame game = game(leastAt(8));

        assertThat(instances(game)).isEqualTo(new RolloutConfig(16, 512, 2));
        assertThat(game.opened).containsExactly("2 x 4", "32 x 256", "32 x 256", "64 x 256", "16 x 256");
    }

    @Test
    void eachThreadKeepsAnInstance() {
        ScriptedGame game = game(leastAt(8));

        assertThat(choose(game, 32, "rollout.threads=32")).isEqualTo(new RolloutConfig(32, 256, 32));
        assertThat(game.opened).endsWith("32 x 256", "64 x 256");
    }

    @Test
    void aLittleBetterIsNoReason() {
        assertThat(instances(game(way -> FAST * (1 - 1e-4 * way.instances())))).isEqualTo(START);
    }

    @Test
    void withoutTimeItStaysWhereItIs() {
        assertThat(instances(new ScriptedGame(1, 0.3, leastAt(128)))).isEqualTo(START);
    }

    @Test
    void aGameThatBreaksLeavesNothingOpen() {
        for (int breaking : new int[] {2, 32, 64, 16}) {
            ScriptedGame game = game(way -> {
                if (way.instances() == breaking) {
                    throw new ArithmeticException("the floor gave way");
                }
                return FAST;
            });

            assertThatThrownBy(() -> instances(game)).hasMessage("the floor gave way");
            assertThat(game.openTrials).isZero();
        }
    }

    @Test
    void instancesForWhichThereIsNoMemoryAreNoCandidates() {
        ScriptedGame game = game(leastAt(128));
        game.roomForInstances = 64;

        assertThat(instances(game)).isEqualTo(new RolloutConfig(64, 128, 2));
    }
}

package io.github.gdxagents.training.tool.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.ConfigWriter;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.tensor.DeviceException;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tool.tune.CollectionTuner.CollectionCost;
import io.github.gdxagents.training.tool.tune.Tuner.TuningResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is chosen depends on the machine; that it is sound does not. */
class TunerTest {
    private static final String BRIEFLY = "tuning.seconds=0.2";
    private static final SimulationFactory CORRIDOR = new CorridorSimulation.Factory();

    private static TuningResult tune(CountedGame game, int cores, String... assignments) {
        List<String> said = new ArrayList<>();
        TuningResult tuning = new Tuner(Drafts.of(game, assignments), game, cores).tune(said::add, () -> false);
        assertThat(said).hasSize(tuning.findings().isEmpty() ? 0 : 1);
        assertThat(said).allMatch(line -> line.equals("Measuring what is fastest on this machine, for about 0.2 s"));
        assertThat(game.disposed).as("instances disposed").hasValue(game.made.get());
        return tuning;
    }

    private static void assertSound(TuningResult tuning, int cores) {
        RolloutConfig rollout = tuning.config().rollout();
        LearnerConfig learner = tuning.config().learner();
        assertThat(rollout.threads()).isIn(1, cores / 2, cores);
        assertThat(rollout.instances() * rollout.horizon()).isEqualTo(32 * 256);
        assertThat(learner.shards()).isBetween(1, Math.max(2, Math.min(4, rollout.threads())));
        assertThat(learner.device()).isNotEqualTo(Device.AUTO);
        assertThat(tuning.message())
                .startsWith("Tuned in ")
                .contains(rollout.instances() + " instances x " + rollout.horizon() + " decisions")
                .contains(" limits this run (", "would help most")
                .doesNotContain("\n");
        assertThat(tuning.findings()).anyMatch(line -> line.contains("instances: ") && line.contains("per second"));
        assertThat(tuning.findings()).anyMatch(line -> line.startsWith("learning in ") && line.contains("per second"));
    }

    @Test
    void everythingOpenIsChosenAndNothingElseChanges() {
        CountedGame game = new CountedGame(CORRIDOR);
        TrainingConfig before = Drafts.of(game, BRIEFLY).config();

        TuningResult tuning = tune(game, 2, BRIEFLY);

        assertSound(tuning, 2);
        assertThat(tuning.config().with(before.rollout(), before.learner())).isEqualTo(before);
        assertThat(ConfigWriter.toYaml(tuning.config())).doesNotContainPattern("(?m)^ +\\w+: auto");
    }

    @Test
    void gamesWithSeveralBehaviorsMasksAndMemoryAreTunedToo() {
        assertSound(tune(new CountedGame(new SkirmishFactory()), 4, BRIEFLY), 4);
        assertSound(
                tune(
                        new CountedGame(new RecallSimulation.Factory()),
                        4,
                        BRIEFLY,
                        "network.memory.kind=gru",
                        "network.memory.size=8"),
                4);
    }

    @Test
    void whatIsGivenStays() {
        TrainingConfig config = tune(
                        new CountedGame(CORRIDOR),
                        2,
                        BRIEFLY,
                        "rollout.instances=8",
                        "rollout.horizon=64",
                        "rollout.threads=0",
                        "learner.device=cpu")
                .config();

        assertThat(config.rollout()).isEqualTo(new RolloutConfig(8, 64, 0));
        assertThat(config.learner().device()).isEqualTo(Device.CPU);
    }

    @Test
    void withNothingToChooseNoGameIsPlayed() {
        CountedGame game = new CountedGame(CORRIDOR);

        TuningResult tuning =
                tune(game, 2, "rollout.instances=8", "rollout.threads=1", "learner.shards=3", "learner.device=cpu");

        assertThat(game.made).hasValue(0);
        assertThat(tuning.message()).isEmpty();
        assertThat(tuning.config().learner())
                .isEqualTo(new LearnerConfig(Device.CPU, 3, false, false, InferenceDevice.CPU));
        assertThat(tuning.config().rollout()).isEqualTo(new RolloutConfig(8, 256, 1));
    }

    @Test
    void networksOnTheLearningDeviceAreNotMeasured() {
        CountedGame game = new CountedGame(CORRIDOR);

        TrainingConfig config =
                tune(game, 2, "learner.inference=device", "learner.device=cpu").config();

        assertThat(game.made).hasValue(0);
        assertThat(config.rollout()).isEqualTo(new RolloutConfig(32, 256, 2));
        assertThat(config.learner()).isEqualTo(new LearnerConfig(Device.CPU, 2, false, false, InferenceDevice.DEVICE));
    }

    @Test
    void withoutTimeEverythingStaysAsItIs() {
        CountedGame game = new CountedGame(CORRIDOR);
        ConfigDraft draft = Drafts.of(game, "tuning.seconds=0");

        TuningResult tuning = new Tuner(draft, game, 2).tune(line -> {}, () -> false);

        assertThat(tuning.config()).isEqualTo(draft.config());
        assertThat(tuning.message())
                .startsWith("Nothing was measured, since tuning.seconds is 0: ")
                .endsWith(
                        ", 32 instances x 256 decisions, minibatches in 2 shards, on the CPU, or the GPU if there is one.");
        assertThat(game.made).hasValue(0);
    }

    @Test
    void whoeverWantsToStopNeedNotWait() {
        CountedGame game = new CountedGame(CORRIDOR);

        TuningResult tuning = new Tuner(Drafts.of(game, "tuning.seconds=10"), game, 2).tune(line -> {}, () -> true);

        assertThat(game.disposed).hasValue(game.made.get());
        assertThat(tuning.findings())
                .anyMatch(line -> line.startsWith("learning in "))
                .allMatch(line -> line.endsWith("(median of 1)") || line.endsWith(": not measured"));
    }

    @Test
    void aGpuThatIsMissingIsSaidBeforeAnythingIsPlayed() {
        assumeThat(LearningDevice.choose(Device.AUTO).device().isGpu()).isFalse();
        CountedGame game = new CountedGame(CORRIDOR);

        assertThatThrownBy(() -> tune(game, 2, BRIEFLY, "learner.device=gpu"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("learner.device is gpu");
        assertThat(game.made).hasValue(0);
    }

    @Test
    void aGameThatBreaksIsNamedAsInTrainingAndAllInstancesAreDisposed() {
        for (long steps : new long[] {0, 10, 17}) { // that many are taken on any machine
            CountedGame game = new CountedGame(CORRIDOR, steps);

            assertThatThrownBy(() -> tune(game, 2, BRIEFLY))
                    .isInstanceOfSatisfying(
                            SimulationFault.class,
                            fault -> assertThat(fault.episode()).isPresent())
                    .hasMessageMatching("instance \\d+, episode seed -?\\d+, physics step \\d+: step\\(\\) threw"
                            + " java.lang.ArithmeticException: the floor gave way at .*");
            assertThat(game.disposed).hasValue(game.made.get());
        }
    }

    @Test
    void aLearnerThatCannotLearnLeavesTheMessageToTraining() {
        TuningResult tuning = tune(
                new CountedGame(CORRIDOR),
                2,
                BRIEFLY,
                "ppo.learningRate=1e38",
                "normalization.advantages=none",
                "rollout.threads=2",
                "rollout.instances=8");

        assertThat(tuning.config().learner())
                .isEqualTo(new LearnerConfig(Device.CPU, 2, false, false, InferenceDevice.CPU));
        assertThat(tuning.message()).startsWith("Tuned in ").doesNotContain("limits");
    }

    private static String limit(double collection, double simulationShare, double learning, Device device) {
        return Tuner.limit(new CollectionCost(collection, simulationShare), learning, device);
    }

    /** For example 8 µs for a decision, three quarters of them the game's, and 2 µs to learn from it: 6, 2 and 2. */
    @Test
    void theLargestShareOfTheWholeIsTheLimit() {
        assertThat(limit(8e-6, 0.75, 2e-6, Device.GPU))
                .isEqualTo(" Simulation limits this run (60 % of the time): more cores, or a cheaper physics step"
                        + " (fewer solver iterations, for example) would help most.");
        assertThat(limit(8, 0.25, 2, Device.GPU))
                .isEqualTo(" Deciding limits this run (60 % of the time): more cores, or smaller networks"
                        + " (network.hidden) would help most.");
        assertThat(limit(8, 0.5, 12, Device.CPU))
                .isEqualTo(" Learning limits this run (60 % of the time): larger minibatches (ppo.minibatchSize),"
                        + " fewer epochs (ppo.epochs), smaller networks or a GPU would help most.");
        assertThat(limit(8, 0.5, 5, Device.GPU))
                .isEqualTo(" Learning limits this run (38 % of the time): larger minibatches (ppo.minibatchSize)"
                        + " or fewer epochs (ppo.epochs) would help most.");
    }

    @Test
    void whatWasNotMeasuredLimitsNothing() {
        assertThat(limit(8, 0.5, Double.NaN, Device.CPU)).isEmpty();
        assertThat(limit(8, Double.NaN, 1, Device.CPU)).isEmpty();
        assertThat(limit(Double.NaN, 0.5, 1, Device.CPU)).isEmpty();
    }
}

package io.github.gdxagents.training.tune;

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
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.device.DeviceException;
import io.github.gdxagents.training.ppo.device.LearningDevice;
import io.github.gdxagents.training.rollout.SimulationFault;
import org.junit.jupiter.api.Test;

/** What is chosen depends on the machine; that it is sound does not. */
class TunerTest {
    private static final String BRIEFLY = "tuning.seconds=0.2";
    private static final SimulationFactory CORRIDOR = new CorridorSimulation.Factory();

    private static final TuningWatch WATCH = watch(false);

    private static TuningWatch watch(boolean isStopWanted) {
        return new TuningWatch() {
            @Override
            public void begins(double seconds) {
                assertThat(seconds).isPositive();
            }

            @Override
            public boolean isStopWanted() {
                return isStopWanted;
            }
        };
    }

    private static Tuning tune(CountedGame game, int cores, String... assignments) {
        Tuning tuning = new Tuner(Drafts.of(game, assignments), game, cores).tune(WATCH);
        assertThat(game.disposed).as("instances disposed").hasValue(game.made.get());
        return tuning;
    }

    private static void assertSound(Tuning tuning, int cores) {
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

        Tuning tuning = tune(game, 2, BRIEFLY);

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

        Tuning tuning =
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

        Tuning tuning = new Tuner(draft, game, 2).tune(WATCH);

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

        Tuning tuning = new Tuner(Drafts.of(game, "tuning.seconds=10"), game, 2).tune(watch(true));

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
        Tuning tuning = tune(
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
}

package io.github.gdxagents.training.tool.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What may be chosen, with one thread to 64, with and without a GPU, and what is chosen where so much is measured. */
class LearnerTunerTest {
    private static ConfigDraft draft(String... assignments) {
        return Drafts.of(new CorridorSimulation.Factory(), assignments);
    }

    private static LearnerTuner tuner(int threads, boolean hasGpu, String... assignments) {
        return new LearnerTuner(draft(assignments), threads, () -> hasGpu);
    }

    private static LearnerConfig cpu(int shards) {
        return new LearnerConfig(Device.CPU, shards, false, false, InferenceDevice.CPU);
    }

    private static LearnerConfig gpu(int shards) {
        return new LearnerConfig(Device.GPU, shards, false, false, InferenceDevice.CPU);
    }

    /** After so many turns. */
    private static LearnerConfig preferred(LearnerTuner tuner, int turns, ToDoubleFunction<LearnerConfig> cost) {
        ManualClock clock = new ManualClock();
        TuningBudget budget = new TuningBudget(clock, turns - 0.5, () -> false);
        return tuner.preferred(new SpeedComparison<>(tuner.sensibleFirst(), budget, candidate -> {
            clock.pass(1);
            return cost.applyAsDouble(candidate);
        }));
    }

    @Test
    void shardsBeyondTwoNeedThreads() {
        assertThat(tuner(1, false).candidates).containsExactly(cpu(1), cpu(2));
        assertThat(tuner(2, false).candidates).containsExactly(cpu(1), cpu(2));
        assertThat(tuner(3, false).candidates).containsExactly(cpu(1), cpu(2));
        assertThat(tuner(64, false).candidates).containsExactly(cpu(1), cpu(2), cpu(4));
        assertThat(tuner(64, false).unmeasured).isEqualTo(cpu(2));
        assertThat(tuner(1, false).unmeasured)
                .as("the same at any number of threads")
                .isEqualTo(cpu(2));
    }

    @Test
    void aGpuThatCouldNotBeComparedIsNotChosen() {
        LearnerTuner tuner = tuner(2, true);
        ToDoubleFunction<LearnerConfig> cost = candidate -> candidate.device() == Device.GPU ? 1 : 9;

        assertThat(tuner.sensibleFirst()).containsExactly(cpu(2), cpu(1), gpu(1));
        assertThat(preferred(tuner, 5, cost)).isEqualTo(cpu(2));
        assertThat(preferred(tuner, 6, cost)).isEqualTo(gpu(1));
        assertThat(preferred(tuner(2, true, "learner.device=gpu"), 1, cost)).isEqualTo(gpu(1));
    }

    @Test
    void theSurvivorsAreComparedWithoutWhatFailed() {
        LearnerTuner tuner = tuner(2, true);

        assertThat(preferred(tuner, 9, candidate -> {
                    boolean isGpu = candidate.device() == Device.GPU;
                    return isGpu ? SpeedComparison.FAILED : candidate.shards() == 1 ? 9 : 1;
                }))
                .as("the GPU failed")
                .isEqualTo(cpu(2));
        assertThat(preferred(tuner, 2, candidate -> candidate.shards() == 2 ? SpeedComparison.FAILED : 9))
                .as("two shards failed")
                .isEqualTo(cpu(1));
        assertThat(preferred(tuner, 9, candidate -> SpeedComparison.FAILED))
                .as("everything failed")
                .isEqualTo(cpu(2));
    }

    @Test
    void aGpuIsMeasuredToo() {
        assertThat(tuner(2, true).candidates).containsExactly(cpu(1), cpu(2), gpu(1));
        assertThat(tuner(2, true).unmeasured).isEqualTo(gpu(1));
        assertThat(tuner(2, true, "learner.shards=3").candidates).containsExactly(cpu(3), gpu(3));
    }

    @Test
    void aDeviceThatIsGivenStays() {
        assertThat(tuner(2, true, "learner.device=cpu").candidates).containsExactly(cpu(1), cpu(2));
        LearnerTuner given = tuner(2, false, "learner.device=gpu");
        assertThat(given.candidates)
                .as("whether there is one, the trainer finds out")
                .containsExactly(gpu(1));
        assertThat(given.unmeasured).isEqualTo(gpu(1));
        assertThat(given.undecided).isEqualTo(gpu(1));
    }

    @Test
    void nobodyLooksForAGpuThatMustNotBeUsed() {
        LearnerTuner tuner = new LearnerTuner(draft("learner.device=cpu", "learner.shards=3"), 4, () -> {
            throw new AssertionError("was looked for");
        });

        assertThat(tuner.hasChoice()).isFalse();
        assertThat(tuner.unmeasured).isEqualTo(cpu(3));
    }
}

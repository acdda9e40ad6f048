package io.github.gdxagents.training.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.LearnerConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be chosen, on machines with one core to 256, with and without a GPU. */
class ChoicesTest {
    private static ConfigDraft draft(String... assignments) {
        return Drafts.of(new CorridorSimulation.Factory(), assignments);
    }

    private static LearningChoices learning(int threads, boolean hasGpu, String... assignments) {
        return LearningChoices.of(draft(assignments), threads, () -> hasGpu);
    }

    private static LearnerConfig cpu(int shards) {
        return new LearnerConfig(Device.CPU, shards, false, false, InferenceDevice.CPU);
    }

    private static LearnerConfig gpu(int shards) {
        return new LearnerConfig(Device.GPU, shards, false, false, InferenceDevice.CPU);
    }

    @Test
    void threadsAreOneHalfTheCoresOrAll() {
        assertThat(CollectionChoices.of(draft(), 1).threads()).containsExactly(1);
        assertThat(CollectionChoices.of(draft(), 2).threads()).containsExactly(1, 2);
        assertThat(CollectionChoices.of(draft(), 3).threads()).containsExactly(1, 3);
        assertThat(CollectionChoices.of(draft(), 16).threads()).containsExactly(1, 8, 16);
    }

    @Test
    void withoutMeasurementEveryCoreCollects() {
        CollectionChoices choices = CollectionChoices.of(draft(), 16);

        assertThat(choices.start()).isEqualTo(new Collecting(16, new Crowd(32, 256)));
        assertThat(choices.isCrowdOpen()).isTrue();
        assertThat(choices.isAny()).isTrue();
    }

    @Test
    void onManyCoresThereIsAnInstanceForEachAsFarAsTheHorizonAllows() {
        assertThat(CollectionChoices.of(draft(), 96).start()).isEqualTo(new Collecting(96, new Crowd(128, 64)));
        assertThat(CollectionChoices.of(draft(), 256).start()).isEqualTo(new Collecting(128, new Crowd(128, 64)));
        assertThat(CollectionChoices.of(draft("rollout.instances=4"), 16).threads())
                .containsExactly(1, 2, 4);
    }

    @Test
    void instancesAndHorizonAreChosenTogetherOrNotAtAll() {
        CollectionChoices instances = CollectionChoices.of(draft("rollout.instances=8"), 2);
        CollectionChoices horizon = CollectionChoices.of(draft("rollout.horizon=50"), 2);

        assertThat(instances.isCrowdOpen()).isFalse();
        assertThat(instances.start().crowd()).isEqualTo(new Crowd(8, 256));
        assertThat(horizon.isCrowdOpen()).isFalse();
        assertThat(horizon.start().crowd()).isEqualTo(new Crowd(32, 50));
    }

    @Test
    void threadsThatAreGivenStay() {
        assertThat(CollectionChoices.of(draft("rollout.threads=3"), 16).threads())
                .containsExactly(3);
        assertThat(CollectionChoices.of(draft("rollout.threads=0"), 16).threads())
                .containsExactly(16);
    }

    @Test
    void aMemoryNeedsItsSequences() {
        CollectionChoices choices =
                CollectionChoices.of(draft("network.memory.kind=gru", "network.memory.sequenceLength=100"), 256);

        assertThat(choices.start().crowd()).isEqualTo(new Crowd(64, 128));
        assertThat(choices.shortestHorizon()).isEqualTo(100);
        assertThat(CollectionChoices.of(draft("network.memory.sequenceLength=100"), 2)
                        .shortestHorizon())
                .as("there is none")
                .isEqualTo(1);
    }

    @Test
    void shardsBeyondTwoNeedThreads() {
        assertThat(learning(1, false).candidates()).containsExactly(cpu(1), cpu(2));
        assertThat(learning(2, false).candidates()).containsExactly(cpu(1), cpu(2));
        assertThat(learning(3, false).candidates()).containsExactly(cpu(1), cpu(2));
        assertThat(learning(64, false).candidates()).containsExactly(cpu(1), cpu(2), cpu(4));
        assertThat(learning(64, false).otherwise()).isEqualTo(cpu(2));
        assertThat(learning(1, false).otherwise())
                .as("the same at any number of threads")
                .isEqualTo(cpu(2));
    }

    private static Timing<LearnerConfig> timing(LearnerConfig candidate, Double... costs) {
        return new Timing<>(candidate, List.of(costs));
    }

    @Test
    void aGpuThatCouldNotBeComparedIsNotChosen() {
        LearningChoices choices = learning(2, true);

        assertThat(choices.sensibleFirst()).containsExactly(cpu(2), cpu(1), gpu(1));
        assertThat(choices.preferred(List.of(timing(cpu(1), 9.0, 9.0), timing(cpu(2), 9.0, 9.0), timing(gpu(1), 1.0))))
                .isEqualTo(cpu(2));
        assertThat(choices.preferred(
                        List.of(timing(cpu(1), 9.0, 9.0), timing(cpu(2), 9.0, 9.0), timing(gpu(1), 1.0, 1.0))))
                .isEqualTo(gpu(1));
        assertThat(learning(2, true, "learner.device=gpu").preferred(List.of(timing(gpu(1)))))
                .isEqualTo(gpu(1));
    }

    @Test
    void theSurvivorsAreComparedWithoutWhatFailed() {
        LearningChoices choices = learning(2, true);

        assertThat(choices.preferred(List.of(timing(cpu(1), 9.0, 9.0), timing(cpu(2), 1.0, 1.0))))
                .as("the GPU failed")
                .isEqualTo(cpu(2));
        assertThat(choices.preferred(List.of(timing(cpu(1), 9.0), timing(gpu(1)))))
                .as("two shards failed")
                .isEqualTo(cpu(1));
        assertThat(choices.preferred(List.of())).as("everything failed").isEqualTo(cpu(2));
    }

    @Test
    void aGpuIsMeasuredToo() {
        assertThat(learning(2, true).candidates()).containsExactly(cpu(1), cpu(2), gpu(1));
        assertThat(learning(2, true).otherwise()).isEqualTo(gpu(1));
        assertThat(learning(2, true, "learner.shards=3").candidates()).containsExactly(cpu(3), gpu(3));
    }

    @Test
    void aDeviceThatIsGivenStays() {
        assertThat(learning(2, true, "learner.device=cpu").candidates()).containsExactly(cpu(1), cpu(2));
        assertThat(learning(2, false, "learner.device=gpu"))
                .as("whether there is one, the trainer finds out")
                .isEqualTo(new LearningChoices(List.of(gpu(1)), gpu(1), gpu(1)));
    }

    @Test
    void nobodyLooksForAGpuThatMustNotBeUsed() {
        LearningChoices choices = LearningChoices.of(draft("learner.device=cpu", "learner.shards=3"), 4, () -> {
            throw new AssertionError("was looked for");
        });

        assertThat(choices.isAny()).isFalse();
        assertThat(choices.otherwise()).isEqualTo(cpu(3));
    }
}

package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.exact.Exactly;
import io.github.gdxagents.training.metrics.IterationReport;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Skirmish has hybrid actions, masks, two behaviors and agents that return: if it is repeatable, all is. */
@Tag("slow")
class TrainerStateTest {
    private static final SimulationFactory GAME = new SkirmishFactory();

    private static TrainingConfig config(long seed, int instances, int threads, boolean overlap) {
        return config(seed, instances, threads).toBuilder()
                .learner(learner -> learner.overlap(overlap))
                .build();
    }

    private static TrainingConfig config(long seed, int instances, int threads) {
        return TrainingConfig.builder("test")
                .seed(seed)
                .rollout(new RolloutConfig(instances, 24, threads))
                .normalization(normalization -> normalization.observations(true).rewards(true))
                .build();
    }

    private static IterationReport iterate(Trainer trainer, int iterations) {
        IterationReport report = null;
        for (int i = 0; i < iterations; i++) {
            report = trainer.iterate();
        }
        return report;
    }

    private static void assertSame(TrainerState actual, TrainerState expected) {
        Exactly.assertSame(actual, expected);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "4, false", "2, true", "4, true"})
    void theResultIsTheSameBitForBitAtAnyNumberOfThreads(int threads, boolean overlap) {
        try (Trainer one = new Trainer(config(1, 6, 1, overlap), GAME);
                Trainer many = new Trainer(config(1, 6, threads, overlap), GAME)) {
            IterationReport expected = iterate(one, 5);
            IterationReport actual = iterate(many, 5);
            assertThat(actual.metrics()).isEqualTo(expected.metrics());
            assertSame(many.state(), one.state());
        }
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        try (Trainer one = new Trainer(config(1, 2, 1), GAME);
                Trainer other = new Trainer(config(2, 2, 1), GAME)) {
            assertThat(other.state().learners().get(0).parameters())
                    .isNotEqualTo(one.state().learners().get(0).parameters());
            // actor and critic, scout and guard begin with numbers of their own too
            assertThat(one.iterate().metrics()).isNotEqualTo(other.iterate().metrics());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "3, false", "0, true", "1, true", "3, true"})
    void aRestoredTrainerGoesOnLikeOneThatNeverStopped(int iterations, boolean overlap) {
        try (Trainer first = new Trainer(config(1, 4, 2, overlap), GAME);
                Trainer second = new Trainer(config(1, 4, 1, overlap), GAME)) {
            iterate(first, iterations);
            TrainerState saved = first.state();
            second.iterate(); // to be forgotten
            second.restore(saved);
            assertSame(second.state(), saved);
            for (int i = 0; i < 3; i++) {
                assertThat(second.iterate().metrics()).isEqualTo(first.iterate().metrics());
                assertSame(second.state(), first.state());
            }
            assertThat(second.state().iteration()).isEqualTo(iterations + 3);
        }
    }

    @Test
    void withoutItsEpisodesARestoredTrainerKeepsWhatItLearned() {
        try (Trainer first = new Trainer(config(1, 4, 2), GAME);
                Trainer second = new Trainer(config(1, 4, 1), GAME)) {
            iterate(first, 3);
            TrainerState saved = first.state();
            second.restoreWithoutEpisodes(saved);
            Exactly.assertSame(second.state().learners(), saved.learners());
            assertThat(second.state().instances())
                    .allSatisfy(instance -> assertThat(instance.episode()).isNull());
            assertThat(second.iterate().iteration()).isEqualTo(4);
        }
    }

    @Test
    void aSavedStateDoesNotChangeWithTheTrainer() {
        try (Trainer trainer = new Trainer(config(1, 2, 1), GAME)) {
            TrainerState saved = trainer.state();
            float[] parameters = saved.learners().get(0).parameters().clone();
            float[] moments = saved.learners().get(0).firstMoments().clone();
            iterate(trainer, 2);
            assertThat(saved.learners().get(0).parameters()).containsExactly(parameters);
            assertThat(saved.learners().get(0).firstMoments()).containsExactly(moments);
            assertThat(trainer.state().learners().get(0).parameters()).isNotEqualTo(parameters);
        }
    }

    @Test
    void aStateThatDoesNotFitIsRefused() {
        TrainingConfig base = config(1, 2, 1);
        TrainingConfig narrow =
                base.toBuilder().network(network -> network.hidden(List.of(16))).build();
        try (Trainer trainer = new Trainer(base, GAME);
                Trainer corridor = new Trainer(base, new CorridorSimulation.Factory());
                Trainer more = new Trainer(config(1, 3, 1), GAME);
                Trainer narrower = new Trainer(narrow, GAME)) {
            assertThatThrownBy(() -> trainer.restore(corridor.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has the behaviors [scout, guard], but the checkpoint has [walker]");
            assertThatThrownBy(() -> trainer.restore(more.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("resume with the number of instances that the run began with");
            assertThatThrownBy(() -> trainer.restore(narrower.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the settings of the network must be those it was trained with");
        }
    }
}

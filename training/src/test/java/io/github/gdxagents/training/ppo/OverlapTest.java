package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.exact.Exactly;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Training in which each rollout is collected while the one before is learned from. */
@Tag("slow")
final class OverlapTest {
    private static final SimulationFactory GAME = new SkirmishFactory();

    private static TrainingConfig config() {
        return TrainingConfig.builder("test")
                .rollout(new RolloutConfig(4, 24, 2))
                .normalization(normalization -> normalization.observations(true).rewards(true))
                .build();
    }

    private static TrainingConfig overlapping() {
        return overlapping(config().toBuilder());
    }

    private static TrainingConfig overlapping(TrainingConfig.Builder config) {
        return config.learner(learner -> learner.overlap(true)).build();
    }

    private static List<float[]> parameters(Trainer trainer) {
        return trainer.state().learners().stream().map(LearnerState::parameters).toList();
    }

    /** The first two rollouts are those of the policies that training begins with; the first is learned from as ever. */
    @Test
    void theFirstIterationIsThatWithoutOverlapBitForBitAndTheSecondIsNot() {
        try (Trainer plain = new Trainer(config(), GAME);
                Trainer overlapping = new Trainer(overlapping(), GAME)) {
            assertThat(overlapping.iterate().metrics())
                    .isEqualTo(plain.iterate().metrics());
            Exactly.assertSame(parameters(overlapping), parameters(plain));
            Exactly.assertSame(
                    overlapping.state().learners().get(0).rewardMoments(),
                    plain.state().learners().get(0).rewardMoments());
            plain.iterate();
            overlapping.iterate();
            assertThat(parameters(overlapping).get(0))
                    .isNotEqualTo(parameters(plain).get(0));
        }
    }

    @Test
    void eachRolloutIsCollectedByThePoliciesOfOneIterationBefore() {
        try (Trainer trainer = new Trainer(overlapping(), GAME)) {
            assertThat(trainer.state().learners().get(0).actingParameters()).isEmpty();
            TrainerState before = trainer.state();
            for (int i = 0; i < 4; i++) {
                trainer.iterate();
                TrainerState now = trainer.state();
                for (int g = 0; g < 2; g++) {
                    LearnerState learner = now.learners().get(g);
                    Exactly.assertSame(
                            learner.actingParameters(), before.learners().get(g).parameters());
                    Exactly.assertSame(
                            learner.actingMoments(), before.learners().get(g).observationMoments());
                    assertThat(learner.actingParameters()).isNotEqualTo(learner.parameters());
                }
                before = now;
            }
        }
    }

    /** The instances stand where the rollout begins that the acting policies collect, whether that has been done or not. */
    @Test
    void whatWasCollectedAheadIsForgottenByARestore() {
        try (Trainer first = new Trainer(overlapping(), GAME);
                Trainer second = new Trainer(overlapping(), GAME)) {
            first.iterate();
            second.iterate();
            TrainerState saved = second.state();
            second.iterate();
            second.restore(saved);
            Exactly.assertSame(second.state(), saved);
            assertThat(second.iterate().metrics()).isEqualTo(first.iterate().metrics());
            Exactly.assertSame(second.state(), first.state());
        }
    }

    /** A run of 3 iterations collects 3 rollouts: as many episodes begin as without overlap. */
    @Test
    void nothingIsCollectedThatNothingIsLearnedFrom() {
        TrainingConfig short3 = TrainingConfig.builder("test")
                .rollout(new RolloutConfig(2, 32, 1))
                .ppo(ppo -> ppo.totalSteps(3 * 64))
                .build();
        FaultyCorridor plain = new FaultyCorridor(Long.MAX_VALUE);
        FaultyCorridor overlapping = new FaultyCorridor(Long.MAX_VALUE);
        try (Trainer first = new Trainer(short3, plain);
                Trainer second = new Trainer(overlapping(short3.toBuilder()), overlapping)) {
            while (!first.isFinished()) {
                first.iterate();
                second.iterate();
            }
            assertThat(second.isFinished()).isTrue();
            assertThat(overlapping.steps()).isEqualTo(plain.steps());
        }
    }

    @Test
    void overlapCanBeSwitchedOnAndOffBetweenIterations() {
        try (Trainer plain = new Trainer(config(), GAME);
                Trainer overlapping = new Trainer(overlapping(), GAME)) {
            plain.iterate();
            overlapping.restore(plain.state());
            overlapping.iterate();
            plain.iterate();
            Exactly.assertSame(parameters(overlapping), parameters(plain)); // the first with overlap is as ever
            overlapping.iterate();
            plain.restore(overlapping.state());
            assertThat(plain.state().learners().get(0).actingParameters()).isNotEmpty(); // a state is kept as it is
            plain.iterate();
            assertThat(plain.state().learners().get(0).actingParameters()).isEmpty();
        }
    }

    private static TrainingConfig corridor() {
        return overlapping(TrainingConfig.builder("test").rollout(rollout -> rollout.instances(2)));
    }

    /** 32 steps of 2 instances make a rollout: the 100th is one of the second, collected while the first is learned from. */
    @Test
    void aGameThatBreaksAheadBreaksTheIterationThatWouldHaveLearnedFromIt() {
        FaultyCorridor game = new FaultyCorridor(100);
        try (Trainer trainer = new Trainer(corridor(), game);
                Trainer sound = new Trainer(corridor(), new CorridorSimulation.Factory())) {
            assertThat(trainer.iterate().iteration()).isEqualTo(1);
            sound.iterate();
            TrainerState after = trainer.state();
            Exactly.assertSame(after, sound.state());
            assertThatThrownBy(trainer::iterate)
                    .isInstanceOf(SimulationFault.class)
                    .hasMessageContaining("the floor gave way");
            Exactly.assertSame(trainer.state(), after);
            trainer.restore(after); // the game is mended: it breaks but once
            trainer.iterate();
            sound.iterate();
            Exactly.assertSame(trainer.state(), sound.state());
        }
    }

    /** Learning breaks at once, while the next rollout is being collected. */
    @Test
    void learningThatBreaksLeavesNothingAtWorkAndEverythingAsItWas() {
        TrainingConfig broken =
                corridor().toBuilder().ppo(ppo -> ppo.learningRate(1e38)).build();
        FaultyCorridor game = new FaultyCorridor(Long.MAX_VALUE);
        try (Trainer trainer = new Trainer(broken, game)) {
            TrainerState before = trainer.state();
            TrainingFault fault = catchThrowableOfType(TrainingFault.class, trainer::iterate);
            assertThat(fault).hasMessageStartingWith("iteration 1, behavior 'walker'");
            assertThat(game.steps()).as("two rollouts, the second whole").isEqualTo(2 * 64);
            Exactly.assertSame(trainer.state(), before);
            trainer.restore(before);
            Exactly.assertSame(trainer.state(), before);
            assertThatThrownBy(trainer::iterate).isInstanceOf(TrainingFault.class);
            assertThat(game.steps()).isEqualTo(4 * 64);
        }
    }

    static Stream<Arguments> learning() {
        Map<SimulationFactory, Double> passing = Map.of(
                new CorridorSimulation.Factory(), 0.95 * CorridorSimulation.OPTIMUM,
                new TargetSimulation.Factory(), -1.5,
                new MaskedChoiceSimulation.Factory(), 0.95 * MaskedChoiceSimulation.OPTIMUM);
        return Stream.of("clip", "kl-penalty", "policy-gradient", "trust-region")
                .flatMap(objective -> passing.entrySet().stream()
                        .map(entry -> Arguments.of(objective, entry.getKey(), entry.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("learning")
    void everyObjectiveLearnsEveryKindOfAction(String objective, SimulationFactory game, double passing) {
        boolean isOnce = objective.equals("policy-gradient"); // each decision is used once
        TrainingConfig config = overlapping(TrainingConfig.builder("test")
                .ppo(ppo -> ppo.objective(objective)
                        .totalSteps(isOnce ? 180_000 : 60_000)
                        .minibatchSize(isOnce ? 64 : 128)
                        .learningRate(isOnce ? 1e-3 : 2e-3)));
        try (Trainer trainer = new Trainer(config, game)) {
            while (!trainer.isFinished()) {
                trainer.iterate();
            }
            assertThat(Training.play(game, trainer.policies().get(0))).isGreaterThan(passing);
        }
    }
}

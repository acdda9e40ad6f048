package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.exact.Exactly;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of number that learning must not go on with: the message names it, and what to look at first. */
class TrainerFaultTest {
    private static final ScaledSimulation SOUND = new ScaledSimulation(1, 1, true);
    private static final ScaledSimulation WITHOUT_A_CHOICE = new ScaledSimulation(1, 1, false);
    /** Two slots, eight decisions each, and a single update: what is not finite after it was finite in it. */
    private static final List<String> SETTINGS = List.of(
            "rollout.instances=2",
            "rollout.horizon=8",
            "rollout.threads=1",
            "ppo.epochs=1",
            "ppo.minibatchSize=16",
            "network.hidden=[8]",
            "normalization.observations=false",
            "normalization.rewards=false");

    /** The message of the first iteration, of which nothing may stay. */
    private static String fault(ScaledSimulation game, String... assignments) {
        ConfigLoader loader = ConfigLoader.forGame("climb", game.settings());
        SETTINGS.forEach(assignment -> loader.set(assignment, "test"));
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        try (Trainer trainer = new Trainer(loader.load(), game)) {
            TrainerState before = trainer.state();
            TrainingFault fault = catchThrowableOfType(TrainingFault.class, trainer::iterate);
            assertThat(fault).as("else there is nothing to name").isNotNull();
            Exactly.assertSame(trainer.state(), before);
            return fault.getMessage();
        }
    }

    @Test
    void aLossIsNamedAndAnExtremeRewardBlamed() {
        // squares of 1e20 are no floats; the only loss of the policy is that of advantages brought to a common scale
        assertThat(fault(new ScaledSimulation(1e20f, 1, true)))
                .startsWith("iteration 1, behavior 'climber', update 1: ")
                .contains("the value function's loss is Infinity")
                .contains("; expected finite numbers. The rollout's largest numbers are reward ")
                .containsPattern("reward -?1\\.0E20, return -?[1-5]\\.[0-9]+E20 and observation 'height' 1\\.0\\. ")
                .endsWith("Rewards that large are the likely cause: scale them in the game, or set"
                        + " normalization.rewards=true");
    }

    @Test
    void normalizedRewardsAreNeitherAFaultNorBlamed() {
        ScaledSimulation lavish = new ScaledSimulation(1e20f, 1, true);
        assertThat(fault(lavish, "normalization.rewards=true", "ppo.valueCoefficient=1e30"))
                .contains("update 1: the gradient's length is Infinity; expected finite numbers. ")
                .containsPattern(
                        "reward -?[0-9.]+ \\(normalized\\), return -?[0-9.]+ and observation 'height' 1\\.0\\. ")
                .endsWith("The game's numbers are not the likely cause: lower ppo.learningRate");
    }

    @Test
    void anExtremeObservationIsBlamed() {
        assertThat(fault(new ScaledSimulation(1, -1e25f, true), "network.activation=relu"))
                .contains("the value function's loss is Infinity")
                .containsPattern("reward -?1\\.0, return -?[0-9.]+E2[0-9] and observation 'height' -1\\.0E25\\. ")
                .endsWith("Observations that large are the likely cause: scale them in the game, or set"
                        + " normalization.observations=true");
    }

    @Test
    void normalizedObservationsAreNotBlamed() {
        ScaledSimulation high = new ScaledSimulation(1, 1e25f, true);
        assertThat(fault(high, "normalization.observations=true", "ppo.valueCoefficient=1e30"))
                .contains("update 1: the gradient's length is Infinity; expected finite numbers. ")
                .contains(" and observation 'height' 1.0E25. ")
                .endsWith("The game's numbers are not the likely cause: lower ppo.learningRate");
    }

    /** A single number is not finite, so that no other check can have noticed. */
    @Test
    void theGradientIsNamed() {
        assertThat(fault(SOUND, "ppo.valueCoefficient=1e30"))
                .startsWith(
                        "iteration 1, behavior 'climber', update 1: the gradient's length is Infinity; expected finite"
                                + " numbers. The rollout's largest numbers are ")
                .endsWith("The game's numbers are not the likely cause: lower ppo.learningRate");
    }

    /** The only update is sound; it leads to weights near 1e38, and layers of such weights give no numbers. */
    @Test
    void theKlIsNamed() {
        assertThat(fault(SOUND, "ppo.learningRate=1e38"))
                .startsWith(
                        "iteration 1, behavior 'climber': after 1 updates the KL from the policy before the iteration"
                                + " is NaN, the entropy is NaN, expected finite numbers. The rollout's largest numbers are ")
                .endsWith("The game's numbers are not the likely cause: lower ppo.learningRate");
    }

    /** Without a choice the policy has no gradient and stays what it was: only the value function's weights leave the floats. */
    @Test
    void aWeightIsNamed() {
        assertThat(fault(
                        WITHOUT_A_CHOICE,
                        "ppo.learningRate=3e38",
                        "ppo.valueCoefficient=1e6",
                        "ppo.maxGradientNorm=1e9"))
                .matches("(?s)iteration 1, behavior 'climber': after 1 updates weight \\d+ of \\d+ is -?Infinity,"
                        + " expected a finite number\\. The rollout's largest numbers are .*");
    }
}

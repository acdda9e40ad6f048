package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.WrappedSimulation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;

class TrainerClosingTest {
    private static final TrainingConfig CONFIG = TrainingConfig.builder("test")
            .rollout(new RolloutConfig(1, 32, 1))
            .build();

    /** The kind of failure that disposing a game may end with: all others are just written to the log. */
    private static final class FullMemory extends OutOfMemoryError {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void learnersAreClosedEvenIfInstancesCanNotBe() {
        FullMemory failure = new FullMemory();
        SimulationFactory corridors = new CorridorSimulation.Factory();
        Trainer trainer = new Trainer(CONFIG, settings -> new WrappedSimulation(corridors.create(settings)) {
            @Override
            public void dispose() {
                throw failure;
            }
        });
        // reads the parameters back from TensorFlow, which shows whether it is still there
        assertThatCode(trainer::backOff).doesNotThrowAnyException();
        assertThatThrownBy(trainer::close).isSameAs(failure).hasNoSuppressedExceptions();
        assertThatThrownBy(trainer::backOff)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("close() has been called");
    }
}

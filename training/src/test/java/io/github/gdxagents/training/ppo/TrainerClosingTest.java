package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.WrappedSimulation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TrainerClosingTest {
    /** With a thread of its own for the second shard, which shows whether the learner is still there. */
    private static final TrainingConfig CONFIG = TrainingConfig.builder("test")
            .rollout(new RolloutConfig(1, 32, 2))
            .learner(learner -> learner.shards(2))
            .build();

    /** The kind of failure that disposing a game may end with: all others are just written to the log. */
    private static final class FullMemory extends OutOfMemoryError {
        private static final long serialVersionUID = 1L;
    }

    private static Set<Thread> learners() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("learner"))
                .collect(Collectors.toSet());
    }

    @Test
    @Timeout(60) // a thread that is not ended would be waited for for ever
    void learnersAreClosedEvenIfInstancesCanNotBe() throws InterruptedException {
        FullMemory failure = new FullMemory();
        SimulationFactory corridors = new CorridorSimulation.Factory();
        Set<Thread> before = learners();
        Trainer trainer = new Trainer(CONFIG, settings -> new WrappedSimulation(corridors.create(settings)) {
            @Override
            public void dispose() {
                throw failure;
            }
        });
        Set<Thread> learners = learners();
        learners.removeAll(before);
        assertThat(learners).hasSize(1);
        assertThatThrownBy(trainer::close).isSameAs(failure).hasNoSuppressedExceptions();
        for (Thread thread : learners) {
            thread.join();
        }
    }
}

package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.exact.Exactly;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.ppo.TrainerState;
import io.github.gdxagents.training.ppo.TrainingFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning rates so large that losses and weights leave the range of floats. */
final class LearningFaultTest {
    private static final SimulationFactory GAME = new CorridorSimulation.Factory();
    private static final String FAR_TOO_LARGE = "ppo.learningRate=1e38";
    /** Breaks, but does not after some halvings. */
    private static final String TOO_LARGE = "ppo.learningRate=4e20";

    private final StringWriter text = new StringWriter();
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(text));

    @TempDir
    private Path folder;

    private TrainingConfig config(String... assignments) {
        var loader = RunFixtures.small(folder, GAME, "corridor")
                .set("rollout.threads=1", "test")
                .set("normalization.rewards=false", "test");
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    @Test
    void nothingOfTheIterationIsKept() {
        try (Trainer trainer = new Trainer(config("ppo.learningRate={0: 1e-3, 128: 1e38}"), GAME)) {
            trainer.iterate();
            TrainerState before = trainer.state();
            assertThatThrownBy(trainer::iterate)
                    .isInstanceOf(TrainingFault.class)
                    .hasMessageStartingWith("iteration 2, behavior 'walker'")
                    .hasMessageContaining(
                            "the value function's loss is Infinity, ") // TrainerFaultTest has the other kinds
                    .hasMessageEndingWith("The game's numbers are not the likely cause: lower ppo.learningRate");
            Exactly.assertSame(trainer.state(), before);
            assertThat(trainer.steps()).isEqualTo(128);
            trainer.policies(); // golden samples of weights that are no numbers would be refused
        }
    }

    @Test
    void trainingStopsWithTheIterationBeforeSavedAndSaysWhatToDo() {
        TrainingConfig config = config("ppo.learningRate={0: 1e-3, 128: 1e38}");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, GAME, directory, display)) {
            assertThatThrownBy(run::run)
                    .isInstanceOf(RunException.class)
                    .hasMessageStartingWith("Learning broke: iteration 2, behavior 'walker'")
                    .hasMessageContaining("Nothing of that iteration is kept. The run is saved as of iteration 1.")
                    .hasMessageContaining("train --resume " + directory + " --set ppo.learningRate=5.0E37")
                    .hasMessageContaining("--set faults.onLearningFault=back-off");
        }
        TrainingConfig lower = config("ppo.learningRate=1e-3");
        try (TrainingRun run = TrainingRun.resume(lower, GAME, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().finished()).isTrue();
        }
    }

    @Test
    void backingOffHalvesTheLearningRateUntilItHolds() throws IOException {
        TrainingConfig config = config(TOO_LARGE, "faults.onLearningFault=back-off");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        RunSummary summary;
        try (TrainingRun run = TrainingRun.start(config, GAME, directory, display)) {
            summary = run.run();
        }
        assertThat(summary.finished()).isTrue();
        assertThat(summary.progress().backOffs()).isBetween(1, 9);
        assertThat(text.toString()).contains("Going back to iteration 0 with half the learning rate.");
        MetricsTable table = MetricsTable.read(directory.metrics());
        double[] rates = table.mean(io.github.gdxagents.training.metrics.Metric.LEARNING_RATE);
        assertThat(rates).hasSize(4);
        assertThat(rates[3] / 4e20)
                .isEqualTo(Math.pow(0.5, summary.progress().backOffs()), org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void backingOffEndsAfterTenTimes() {
        TrainingConfig config = config(FAR_TOO_LARGE, "faults.onLearningFault=back-off");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, GAME, directory, display)) {
            assertThatThrownBy(run::run)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("Learning broke: iteration 1");
        }
        assertThat(text.toString().split("with half the learning rate", -1)).hasSize(11);
    }
}

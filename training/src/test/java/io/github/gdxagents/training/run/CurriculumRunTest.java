package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.replay.ReplayPlayer;
import io.github.gdxagents.testgame.ClimbSimulation;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.curriculum.MarchSimulation;
import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.MetricsTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose settings vary from episode to episode, and from lesson to lesson. */
@Tag("slow")
final class CurriculumRunTest {
    private static final String CLIMBS = "curriculum.lessons=["
            + "{name: low, settings: {rungs: {choice: [1, 2]}}, until: {statistic: falls, atLeast: 0, episodes: 30}},"
            + "{name: higher, settings: {rungs: {choice: [2, 3]}}, until: {return: -1, episodes: 9}},"
            + "{name: high, settings: {rungs: {choice: [3, 4, 5]}}}]";

    private final StringWriter text = new StringWriter();
    private final ProgressDisplay display = new ProgressDisplay(new PrintWriter(text), false);

    @TempDir
    private Path folder;

    private TrainingConfig config(SimulationFactory game, String run, String... assignments) {
        ConfigLoader loader = RunFixtures.small(folder, game, "game").set("run.name=" + run, "test");
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    private RunDirectory run(SimulationFactory game, TrainingConfig config) {
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            run.run();
        }
        return directory;
    }

    /**
     * Two instances with 8 decisions an iteration finish 4 episodes in each. 6 are wanted, which the second iteration brings. The next
     * episodes began before it ended, in the first lesson, so that the third brings 2 of the second lesson and the fourth 4 more.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLessonBeginsInTheIterationAfterItsCondition(boolean overlap) throws IOException {
        MarchSimulation.Factory game = new MarchSimulation.Factory();
        RunDirectory directory = run(
                game,
                config(
                        game,
                        "exact",
                        "rollout.instances=2",
                        "rollout.horizon=8",
                        "rollout.threads=1",
                        "ppo.totalSteps=96",
                        "learner.overlap=" + overlap,
                        "curriculum.lessons=[{name: slow, until: {return: 4, episodes: 6}},"
                                + "{name: brisk, settings: {pace: 2}, until: {statistic: pace, atLeast: 2, episodes: 6}},"
                                + "{name: quick, settings: {pace: 3}}]"));

        MetricsTable table = MetricsTable.read(directory.metrics());
        // with overlap the next iteration begins before one is looked at no more than without
        assertThat(table.column(IterationColumn.LESSON)).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(table.column(MetricsTable.ONLY_BEHAVIOR, "episode_return_mean"))
                .containsExactly(new double[] {4, 4, 56 / 12.0, 88 / 16.0, 128 / 20.0, 176 / 24.0}, within(1e-5));
        assertThat(Arrays.stream(table.column(MetricsTable.ONLY_BEHAVIOR, EvaluationColumn.RETURN_MEAN.column()))
                        .filter(Double::isFinite)
                        .toArray())
                .as("on the last lesson from the beginning")
                .containsOnly(12);
        assertThat(text.toString())
                .contains(
                        "Lesson slow (1 of 3) is passed after 32 steps (return of 4 or more over 6 episodes): brisk (2 of 3)"
                                + " begins.")
                .contains("  lesson slow (1 of 3)  return 4");
        assertThat(Files.readString(directory.report())).contains("quick", "3 of 3, since 64 steps");
        PolicyModel best = PolicyReader.read(directory.path().resolve("best.policy"));
        assertThat(best.provenance().settings()).isEqualTo(Map.of("pace", 3.0));
    }

    @Test
    void everyEpisodeHasASettingOfItsOwnAndEvaluationsHaveTheSame() throws IOException {
        MarchSimulation.Factory game = new MarchSimulation.Factory();
        run(game, config(game, "own", "settings.pace={uniform: [1, 2]}", "evaluation.settings.pace={uniform: [5, 6]}"));

        List<String> evaluated =
                game.episodes().stream().filter(episode -> pace(episode) >= 5).toList();
        List<String> trained =
                game.episodes().stream().filter(episode -> pace(episode) < 5).toList();
        assertThat(trained).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(trained.stream().map(CurriculumRunTest::pace)).doesNotHaveDuplicates();
        // two of 4 episodes to choose the best by, one of 6 at the end
        assertThat(evaluated).hasSize(4 + 4 + 6);
        assertThat(evaluated.stream().distinct()).hasSize(4 + 6);
    }

    private static float pace(String episode) {
        return Float.parseFloat(episode.split(" ")[1]);
    }

    /** From the stream of seed, instance and episode; what an instance plays first it was made with. */
    @Test
    void settingsAreThoseOfTheEpisodesStream() {
        MarchSimulation.Factory game = new MarchSimulation.Factory();
        run(game, config(game, "stream", "settings.pace={uniform: [1, 2]}", "seed=9", "rollout.instances=1"));
        for (int episode = 0; episode < 5; episode++) {
            assertThat(game.episodes())
                    .contains(RandomStream.hash(9, 0, -1, episode) + " "
                            + (float) (1 + RandomStream.of(9, 0, -2, episode).nextDouble()));
        }
    }

    @Test
    void ofAnyNumberOfThreadsTheFilesAreTheSame() throws IOException {
        SimulationFactory game = new ClimbSimulation.Factory();
        for (String overlap : List.of("false", "true")) {
            RunDirectory expected = null;
            for (int threads : List.of(1, 2, 4)) {
                RunDirectory directory = run(
                        game,
                        config(
                                game,
                                overlap + threads,
                                CLIMBS,
                                "settings.slip={uniform: [0, 0.3]}",
                                "rollout.threads=" + threads,
                                "learner.overlap=" + overlap,
                                "ppo.totalSteps=768"));
                expected = expected == null ? directory : expected;
                RunFiles.assertSame(directory, expected);
            }
            assertThat(MetricsTable.read(expected.metrics()).column(IterationColumn.LESSON))
                    .contains(1, 2, 3);
        }
    }

    /** Stopped after every iteration: in the midst of lessons, and where one begins. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stoppedAndGoingOnTheFilesAreTheSame(boolean overlap) throws IOException {
        SimulationFactory game = new ClimbSimulation.Factory();
        String[] assignments = {
            CLIMBS, "settings.slip={uniform: [0, 0.3]}", "ppo.totalSteps=768", "learner.overlap=" + overlap
        };
        RunDirectory expected = run(game, config(game, "whole", assignments));

        TrainingConfig parts = config(game, "parts", assignments);
        RunDirectory directory = RunDirectory.create(parts, LocalDateTime.now());
        StoppingFactory stopping = new StoppingFactory(game);
        try (TrainingRun run = TrainingRun.start(parts, stopping, directory, display)) {
            stopping.stopAfter(1, run);
            assertThat(run.run().finished()).isFalse();
        }
        boolean isFinished = false;
        int resumes = 0;
        for (; !isFinished; resumes++) {
            stopping = new StoppingFactory(game);
            try (TrainingRun run = TrainingRun.resume(parts, stopping, directory, display, RunningEpisodes.CONTINUE)) {
                stopping.stopAfter(1, run);
                isFinished = run.run().finished();
            }
        }
        assertThat(resumes).isGreaterThan(3);
        RunFiles.assertSame(directory, expected);
        assertThat(MetricsTable.read(directory.metrics()).column(IterationColumn.LESSON))
                .contains(1, 2, 3);
    }

    @Test
    void aReplayOfAFaultHasTheSettingsOfItsEpisode() throws IOException {
        MarchSimulation.Factory game = new MarchSimulation.Factory();
        RunDirectory directory = run(
                game,
                config(
                        game,
                        "fault",
                        "rollout.instances=16",
                        "rollout.horizon=8",
                        "settings.pace={choice: [1, 1, 2, 2, 3, 3, 3, 101]}",
                        "evaluation.settings.pace={choice: [1, 2, 3, 102]}",
                        "evaluation.episodes=20",
                        "faults.onGameFault=restart"));

        int training = 0;
        int evaluation = 0;
        try (Stream<Path> files = Files.list(directory.faults())) {
            for (Path file : files.toList()) {
                Replay replay = ReplayFile.read(new FileHandle(file.toFile()));
                double pace = replay.settings().get("pace");
                training += pace == 101 ? 1 : 0;
                evaluation += pace == 102 ? 1 : 0;
                SimulationSettings settings = game.settings().withKnown(replay.settings());
                assertThatThrownBy(() -> ReplayPlayer.play(game.create(settings), replay.episode()))
                        .isInstanceOf(GameFault.class)
                        .hasMessageContaining("stumbled");
            }
        }
        assertThat(training).isPositive();
        assertThat(evaluation).isPositive();
    }
}

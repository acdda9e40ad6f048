package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.backends.headless.HeadlessApplication;
import com.badlogic.gdx.backends.headless.HeadlessApplicationConfiguration;
import com.badlogic.gdx.backends.headless.HeadlessPreferences;
import com.badlogic.gdx.backends.headless.mock.graphics.MockGraphics;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.math.MathUtils;
import com.example.hop.HopGame;
import com.example.hopagents.HopFactory;
import com.example.hopagents.NaiveHopFactory;
import com.example.hopagents.Silence;
import com.example.hopagents.WatchedHop;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.check.CheckReport;
import io.github.gdxagents.check.Finding;
import io.github.gdxagents.check.FindingKind;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.host.HeadlessGdx;
import io.github.gdxagents.training.host.IsolatedGame;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A game with statics, logic in its screen, keys and textures, of which not a line was changed. */
@Tag("slow")
@ExtendWith(Silence.class)
final class ExistingGameTest {
    @TempDir
    private Path folder;

    private RunSummary train(SimulationFactory game, String name, String... assignments) {
        var loader = RunFixtures.small(folder, game, "com.example.Hop").set("run.name=" + name, "test");
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        TrainingConfig config = loader.load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(new StringWriter()));
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            return run.run();
        }
    }

    @Test
    void instancesThatExchangeTheStaticsAreCleanAndLearnOnOneThread() {
        HeadlessGdx.install();
        SimulationCheck.of(new HopFactory()).run().requireClean();
        RunSummary summary = train(
                new HopFactory(),
                "learns",
                "rollout.horizon=128",
                "ppo.totalSteps=30000",
                "ppo.epochs=5",
                "ppo.minibatchSize=128",
                "ppo.learningRate=2e-3",
                "network.hidden=[32]",
                "evaluation.everyIterations=10",
                "evaluation.finalEpisodes=20");
        // of the 15 or 16 coins that fall; one that stands still catches 1 and has lost after 4
        assertThat(summary.evaluation().score()).isGreaterThan(12);
        assertThat(scoreInTheRunningGame(summary.bestPolicies().get(0), 1f / 48))
                .isGreaterThan(12);
        assertThat(scoreInTheRunningGame(summary.bestPolicies().get(0), 1f / 144))
                .isGreaterThan(12);
    }

    @Test
    void instancesThatLeaveTheStaticsAloneDisturbEachOther() {
        HeadlessGdx.install();
        CheckReport report = SimulationCheck.of(new NaiveHopFactory()).run();
        assertThat(report.findings()).extracting(Finding::kind).contains(FindingKind.INSTANCES_INTERFERE);
        SimulationCheck.of(new IsolatedGame(new NaiveHopFactory())).run().requireClean();
    }

    @Test
    void instancesWithClassesOfTheirOwnComeToTheSameOnAnyNumberOfThreads() throws IOException {
        Path expected = train(new HopFactory(), "exchanging").directory().path();
        for (int threads : List.of(1, 2, 4)) {
            Path run = train(
                            new IsolatedGame(new NaiveHopFactory()), threads + "-threads", "rollout.threads=" + threads)
                    .directory()
                    .path();
            RunComparison.assertSame(run, expected);
        }
    }

    /** Of twenty seconds in the game's own loop, at another frame rate than it was trained at. */
    private int scoreInTheRunningGame(Path policy, float frameSeconds) {
        Application app = Gdx.app;
        Graphics graphics = Gdx.graphics;
        Input input = Gdx.input;
        HeadlessApplicationConfiguration once = new HeadlessApplicationConfiguration();
        once.updatesPerSecond = -1;
        HeadlessApplication window = new HeadlessApplication(new ApplicationAdapter() {}, once) {
            @Override
            public Preferences getPreferences(String name) {
                return new HeadlessPreferences(
                        new FileHandle(folder.resolve(name).toFile()));
            }
        };
        Gdx.graphics = new MockGraphics() {
            @Override
            public float getDeltaTime() {
                return frameSeconds;
            }

            @Override
            public int getWidth() {
                return 640;
            }

            @Override
            public int getHeight() {
                return 480;
            }
        };
        MathUtils.random.setSeed(1);
        WatchedHop game = new WatchedHop(new FileHandle(policy.toFile()));
        try {
            game.create();
            for (int i = 0; i < 20 / frameSeconds; i++) {
                window.executeRunnables();
                game.render();
            }
            return HopGame.score;
        } finally {
            game.dispose();
            Gdx.app = app;
            Gdx.graphics = graphics;
            Gdx.input = input;
        }
    }
}

package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.testgame.HarvestSimulation;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.testgame.SiegeSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed and settings give the same files, byte for byte, whatever the number of threads. */
@Tag("slow")
final class DeterminismTest {
    @TempDir
    private Path folder;

    private RunDirectory run(SimulationFactory game, String name, int threads, String... assignments) {
        ConfigLoader loader = RunFixtures.small(folder, game, name)
                .set("rollout.instances=8", "test")
                .set("ppo.totalSteps=1024", "test")
                .set("rollout.threads=" + threads, "test")
                .set("run.name=" + threads + "-threads", "test");
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        TrainingConfig config = loader.load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(new StringWriter()));
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            run.run();
        }
        return directory;
    }

    private void assertSameAtAnyNumberOfThreads(SimulationFactory game, String name, String... assignments)
            throws IOException {
        RunDirectory expected = run(game, name, 1, assignments);
        for (int threads : List.of(2, 4, 8)) {
            RunFiles.assertSame(run(game, name, threads, assignments), expected);
        }
    }

    @Test
    void ofAGameWithTwoBehaviorsHybridActionsMasksAndReturns() throws IOException {
        assertSameAtAnyNumberOfThreads(new SkirmishFactory(), "skirmish", "learner.shards=5");
    }

    @Test
    void ofATeamAndOfRewardsInParts() throws IOException {
        assertSameAtAnyNumberOfThreads(new SiegeSimulation.Factory(), "siege", "rollout.horizon=5");
        assertSameAtAnyNumberOfThreads(new HarvestSimulation.Factory(), "harvest", "rollout.horizon=5");
    }

    @Test
    void ofTheLander() throws IOException {
        assertSameAtAnyNumberOfThreads(GameCatalog.get("lander").factory(), "lander");
    }

    @Test
    void ofNetworksWithMemoryAndASharedTrunk() throws IOException {
        assertSameAtAnyNumberOfThreads(
                new RecallSimulation.Factory(),
                "recall",
                "network.memory.kind=gru",
                "network.memory.size=8",
                "network.memory.sequenceLength=8",
                "network.trunk=shared");
    }

    @Test
    void ofRolloutsThatAreCollectedWhileOthersAreLearnedFrom() throws IOException {
        assertSameAtAnyNumberOfThreads(new SkirmishFactory(), "skirmish", "learner.overlap=true");
    }

    @Test
    void ofATrustRegion() throws IOException {
        assertSameAtAnyNumberOfThreads(new SkirmishFactory(), "skirmish", "ppo.objective=trust-region");
    }
}

package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.HarvestSimulation;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.testgame.SiegeSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.WrappedSimulation;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was stopped and goes on leaves the same files, byte for byte, as one that never stopped. */
@Tag("slow")
final class ResumeTest {
    private final StringWriter text = new StringWriter();
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(text));

    @TempDir
    private Path folder;

    private TrainingConfig config(SimulationFactory game, String name, String run, String... assignments) {
        ConfigLoader loader = RunFixtures.small(folder, game, name).set("run.name=" + run, "test");
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    /** Stops a run again and again, each time in another iteration, and changes the number of threads on the way. */
    private void assertSameAfterStops(SimulationFactory game, String name, String... assignments) throws IOException {
        TrainingConfig whole = config(game, name, "whole", assignments);
        RunDirectory expected = RunDirectory.create(whole, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(whole, game, expected, display)) {
            run.run();
        }
        TrainingConfig parts = config(game, name, "parts", assignments);
        RunDirectory directory = RunDirectory.create(parts, LocalDateTime.now());
        StoppingFactory stopping = new StoppingFactory(game);
        try (TrainingRun run = TrainingRun.start(parts, stopping, directory, display)) {
            stopping.stopAfter(1, run);
            assertThat(run.run().finished()).isFalse();
        }
        boolean isFinished = false;
        int resumes = 0;
        while (!isFinished) {
            resumes++;
            stopping = new StoppingFactory(game);
            try (TrainingRun run = TrainingRun.resume(parts, stopping, directory, display, RunningEpisodes.CONTINUE)) {
                stopping.stopAfter(1, run);
                isFinished = run.run().finished();
            }
        }
        assertThat(resumes).as("else there was nothing to resume").isGreaterThan(1);
        RunFiles.assertSame(directory, expected);
    }

    @Test
    void ofTheLander() throws IOException {
        assertSameAfterStops(GameCatalog.get("lander").factory(), "lander", "ppo.totalSteps=768");
    }

    @Test
    void ofTheThrottledLander() throws IOException {
        assertSameAfterStops(GameCatalog.get("lander-continuous").factory(), "lander-continuous");
    }

    @Test
    void ofAGameWithTwoBehaviorsPeriodsHybridActionsMasksAndReturns() throws IOException {
        assertSameAfterStops(new SkirmishFactory(), "skirmish", "rollout.horizon=7", "ppo.totalSteps=900");
    }

    /** The horizon cuts episodes in which a member of the team is dead, and what a game reports of its own. */
    @Test
    void ofATeamAndOfRewardsInParts() throws IOException {
        assertSameAfterStops(
                new SiegeSimulation.Factory(), "siege", "rollout.horizon=5", "ppo.totalSteps=300", "settings.delay=3");
        assertSameAfterStops(new HarvestSimulation.Factory(), "harvest", "rollout.horizon=5", "ppo.totalSteps=100");
    }

    /** The dead of a team have a decision open for several iterations, each of which must know what was remembered before it. */
    @Test
    void ofDecisionsThatStayOpenWithMemory() throws IOException {
        for (String kind : List.of("gru", "lstm")) {
            assertSameAfterStops(
                    new SiegeSimulation.Factory(),
                    "siege-" + kind,
                    "run.directory=" + folder.resolve(kind),
                    "rollout.horizon=3",
                    "ppo.totalSteps=150",
                    "settings.delay=3",
                    "network.memory.kind=" + kind,
                    "network.memory.size=8",
                    "network.memory.sequenceLength=3");
        }
    }

    @Test
    void ofNetworksWithMemory() throws IOException {
        assertSameAfterStops(
                new RecallSimulation.Factory(),
                "recall",
                "network.memory.kind=lstm",
                "network.memory.size=8",
                "network.memory.sequenceLength=8");
    }

    /** What was collected ahead is collected again, with the weights and the normalizer of an iteration before. */
    @Test
    void ofRolloutsThatAreCollectedWhileOthersAreLearnedFrom() throws IOException {
        assertSameAfterStops(
                new SkirmishFactory(),
                "skirmish",
                "learner.overlap=true",
                "normalization.rewards=true",
                "normalization.observations=true",
                "rollout.horizon=7",
                "ppo.totalSteps=900");
        assertSameAfterStops(
                new RecallSimulation.Factory(),
                "recall",
                "learner.overlap=true",
                "network.memory.kind=gru",
                "network.memory.size=8",
                "network.memory.sequenceLength=8");
    }

    @Test
    void ofAnAdaptivePenaltyAndAnAdaptedLearningRate() throws IOException {
        assertSameAfterStops(
                new CorridorSimulation.Factory(),
                "corridor",
                "ppo.objective=kl-penalty",
                "ppo.objective.klTarget=0.01",
                "ppo.learningRateTargetKl=0.01",
                "ppo.learningRate={start: 1e-3, end: 0}");
    }

    @Test
    void ofNormalizedRewardsAndObservationsInATrustRegion() throws IOException {
        assertSameAfterStops(
                new CorridorSimulation.Factory(),
                "corridor",
                "ppo.objective=trust-region",
                "normalization.rewards=true",
                "normalization.observations=true");
    }

    @Test
    void withAReferencePolicyThatHasMemory() throws IOException {
        SimulationFactory game = new RecallSimulation.Factory();
        String[] memory = {
            "network.memory.kind=gru", "network.memory.size=8", "network.memory.sequenceLength=8", "ppo.totalSteps=256"
        };
        TrainingConfig before = config(game, "recall", "before", memory);
        RunDirectory directory = RunDirectory.create(before, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(before, game, directory, display)) {
            run.run();
        }
        Path reference = Files.copy(directory.path().resolve("best.policy"), folder.resolve("reference.policy"));
        assertSameAfterStops(
                game,
                "recall",
                "network.memory.kind=gru",
                "network.memory.size=8",
                "network.memory.sequenceLength=8",
                "ppo.reference.policies=['" + reference + "']",
                "ppo.reference.coefficient=0.1",
                "ppo.totalSteps=384");
    }

    @Test
    void withAWeightThatFollowsTheDistanceToAReferencePolicyInTheRewards() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig before = config(game, "corridor", "before", "ppo.totalSteps=256");
        RunDirectory directory = RunDirectory.create(before, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(before, game, directory, display)) {
            run.run();
        }
        Path reference = Files.copy(directory.path().resolve("best.policy"), folder.resolve("reference.policy"));
        assertSameAfterStops(
                game,
                "corridor",
                "ppo.reference.policies=['" + reference + "']",
                "ppo.reference.place=reward",
                "ppo.reference.coefficient=0.1",
                "ppo.reference.targetKl=0.001",
                "ppo.totalSteps=512");
    }

    private RunDirectory stopped(TrainingConfig config, SimulationFactory game) {
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        StoppingFactory stopping = new StoppingFactory(game);
        try (TrainingRun run = TrainingRun.start(config, stopping, directory, display)) {
            stopping.stopAfter(300, run);
            assertThat(run.run().finished()).isFalse();
        }
        assertThat(directory.path().resolve("best.policy")).exists();
        return directory;
    }

    /** A run that ends without its best policy would never come to its end, however often it goes on. */
    @Test
    void theBestPolicyIsMadeAnewIfItIsGoneOrDamaged() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig whole = config(game, "corridor", "untouched", "rollout.threads=1");
        RunDirectory expected = RunDirectory.create(whole, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(whole, game, expected, display)) {
            run.run();
        }
        for (boolean isGone : new boolean[] {true, false}) {
            TrainingConfig config = config(game, "corridor", "gone-" + isGone, "rollout.threads=1");
            RunDirectory directory = stopped(config, game);
            Path best = directory.path().resolve("best.policy");
            if (isGone) {
                Files.delete(best);
            } else {
                Files.write(best, Arrays.copyOf(Files.readAllBytes(best), 100));
            }
            try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
                assertThat(run.run().finished()).isTrue();
            }
            assertThat(text.toString())
                    .contains(best.toString())
                    .contains("It is written anew from the checkpoint of iteration ");
            RunFiles.assertSame(directory, expected);
        }
    }

    /** Files that are good, but belong to another run, another game, or a moment that the run doesn't know of any more. */
    @Test
    void aBestPolicyThatIsNotTheRunsOwnIsMadeAnewToo() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig whole = config(game, "corridor", "whole", "rollout.threads=1");
        RunDirectory expected = RunDirectory.create(whole, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(whole, game, expected, display)) {
            run.run();
        }
        SimulationFactory recall = new RecallSimulation.Factory();
        RunDirectory ofAnotherGame = stopped(config(recall, "recall", "recall"), recall);
        RunDirectory ofAnotherSeed = stopped(config(game, "corridor", "seed", "seed=2"), game);
        RunDirectory ofAnotherStory = stopped(config(game, "corridor", "rate", "ppo.learningRate=0.1"), game);
        List<Path> foreign = List.of(
                ofAnotherGame.path().resolve("latest.policy"),
                ofAnotherSeed.path().resolve("best.policy"),
                ofAnotherStory.path().resolve("best.policy"),
                expected.path().resolve("latest.policy"));
        for (int i = 0; i < foreign.size(); i++) {
            TrainingConfig config = config(game, "corridor", "foreign-" + i, "rollout.threads=1");
            RunDirectory directory = stopped(config, game);
            Path best = directory.path().resolve("best.policy");
            Files.copy(foreign.get(i), best, StandardCopyOption.REPLACE_EXISTING);
            text.getBuffer().setLength(0);

            try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
                assertThat(run.run().finished()).isTrue();
            }

            assertThat(text.toString())
                    .contains("The best policy is not that of iteration 2, as it was when the run was saved: [" + best)
                    .contains("It is written anew from the checkpoint of iteration 2.");
            RunFiles.assertSame(directory, expected);
        }
    }

    /** What another process does to the files meanwhile is no reason to lose the end of a run. */
    @Test
    void aRunEndsWithoutTheFileOfItsBestPolicyToo() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig config = config(game, "corridor", "removed", "evaluation.everyIterations=1");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        Path best = directory.path().resolve("best.policy");
        SimulationFactory removing = settings -> new WrappedSimulation(game.create(settings)) {
            @Override
            public void step() {
                best.toFile().delete();
                super.step();
            }
        };
        try (TrainingRun run = TrainingRun.start(config, removing, directory, display)) {
            assertThat(run.run().finished()).isTrue();
        }
        assertThat(best).exists();
    }

    @Test
    void withoutItsCheckpointTheBestPolicyIsChosenAnew() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig config = config(game, "corridor", "chosen", "rollout.threads=1", "run.keepCheckpoints=1");
        RunDirectory directory = stopped(config, game);
        Files.delete(directory.path().resolve("best.policy"));
        try (Stream<Path> files = Files.list(directory.checkpoints())) {
            List<Path> sorted = files.sorted().toList();
            for (Path file : sorted.subList(0, sorted.size() - 1)) {
                Files.delete(file);
            }
        }
        try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().finished()).isTrue();
        }
        assertThat(directory.path().resolve("best.policy")).exists();
    }

    /** With this learning rate nothing changes, so that the first policies stay the best, and nothing later takes their place by itself. */
    @Test
    void afterTheLastIterationTheBestPolicyIsChosenAnewToo() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig config = config(
                game,
                "corridor",
                "over",
                "rollout.threads=1",
                "ppo.learningRate=1e-30",
                "normalization.observations=false");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            run.run();
        }
        Checkpoint last = new CheckpointStore(directory.checkpoints(), 3, "").newest(news -> {});
        int bestIteration = last.progress().bestIteration();
        assertThat(bestIteration).isBetween(1, last.trainer().iteration() - 1);
        Files.delete(directory.path().resolve("best.policy"));
        Files.delete(CheckpointStore.file(directory.checkpoints(), bestIteration));
        try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
            RunSummary summary = run.run();
            assertThat(summary.finished()).isTrue();
            assertThat(summary.progress().bestSteps()).isEqualTo(last.trainer().steps());
        }
        assertThat(text.toString()).contains("There is no checkpoint of it: the best policy is chosen anew.");
        assertThat(directory.path().resolve("best.policy")).exists();
    }

    @Test
    void metricsThatACrashSpoiledDoNotKeepARunFromGoingOn() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig config = config(game, "corridor", "spoiled", "rollout.threads=1");
        RunDirectory directory = stopped(config, game);
        byte[] spoiled = {'1', ',', (byte) 0xff, (byte) 0xfe, 0, '\n'};
        Files.write(directory.metrics(), spoiled, StandardOpenOption.APPEND);
        try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().finished()).isTrue();
        }
        TrainingConfig whole = config(game, "corridor", "whole", "rollout.threads=1");
        RunDirectory expected = RunDirectory.create(whole, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(whole, game, expected, display)) {
            run.run();
        }
        RunFiles.assertSame(directory, expected);
    }

    @Test
    void whatAKillLeftInTheFoldersIsRemovedAndNothingElse() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig config = config(game, "corridor", "left", "rollout.threads=1");
        RunDirectory directory = stopped(config, game);
        Path checkpoint = Files.write(directory.checkpoints().resolve("000000009.checkpoint.tmp"), new byte[9]);
        Path policy = Files.write(directory.path().resolve("latest.policy.tmp"), new byte[9]);
        Path foreign = Files.write(directory.path().resolve("notes.tmp"), new byte[9]);
        TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)
                .close();
        assertThat(checkpoint).doesNotExist();
        assertThat(policy).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void aChangedGameIsRefusedUnlessEpisodesMayBeginAnew() throws IOException {
        SimulationFactory game = new CorridorSimulation.Factory();
        TrainingConfig config = config(game, "corridor", "changed");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        StoppingFactory stopping = new StoppingFactory(game);
        try (TrainingRun run = TrainingRun.start(config, stopping, directory, display)) {
            stopping.stopAfter(1, run);
            run.run();
        }
        SimulationFactory changed = new MovedCorridor();
        assertThatThrownBy(() -> TrainingRun.resume(config, changed, directory, display, RunningEpisodes.CONTINUE))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("can't go on as if it had not stopped")
                .hasMessageContaining("running episodes can't be played again as they were saved")
                .hasMessageContaining("instance 0: replay of seed ")
                .hasMessageContaining("train --resume " + directory + " --restart-episodes")
                .hasMessageContaining("SimulationCheck");
        try (TrainingRun run = TrainingRun.resume(config, changed, directory, display, RunningEpisodes.RESTART)) {
            assertThat(run.run().finished()).isTrue();
        }
    }
}

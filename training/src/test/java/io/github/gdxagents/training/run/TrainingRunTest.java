package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.WrappedAgent;
import io.github.gdxagents.testgame.WrappedSimulation;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.ConfigWriter;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.health.HealthCheck;
import io.github.gdxagents.training.health.HealthSettings;
import io.github.gdxagents.training.health.HealthWarning;
import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.SavedConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingRunTest {
    private static final SimulationFactory CORRIDOR = new CorridorSimulation.Factory();

    private final StringWriter text = new StringWriter();
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(text));

    @TempDir
    private Path folder;

    private static PolicyModel read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return PolicyFile.read(stream);
        }
    }

    private RunSummary run(TrainingConfig config, SimulationFactory game) {
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            return run.run();
        }
    }

    private static List<Integer> iterations(RunDirectory directory) throws IOException {
        return Files.readAllLines(directory.metrics()).stream()
                .skip(1)
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(','))))
                .toList();
    }

    @Test
    void aFinishedRunLeavesEverythingOnDisk() throws IOException {
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor").load();

        RunSummary summary = run(config, CORRIDOR);

        assertThat(summary.finished()).isTrue();
        assertThat(summary.steps()).isGreaterThanOrEqualTo(512);
        RunDirectory directory = summary.directory();
        assertThat(CheckpointStore.file(directory.checkpoints(), 4)).isNotEmptyFile();
        assertThat(directory.path().resolve("latest.policy")).isNotEmptyFile();
        assertThat(directory.report()).content().contains("over 6 episodes", "4 iterations", "Learning curve");
        TrainingConfig kept = ConfigLoader.forGame("corridor", CORRIDOR.settings())
                .file(directory.config())
                .load();
        assertThat(kept.run().id()).as("no other run has it").hasSize(36);
        assertThat(kept.toBuilder().run(config.run()).build()).isEqualTo(config);
        assertThat(directory.config()).content().isEqualTo(ConfigWriter.toYaml(kept));
        assertThat(iterations(directory)).containsExactly(1, 2, 3, 4);
        assertThat(directory.path()).isDirectoryContaining("glob:**events.out.tfevents*");
        assertThat(directory.path()).isDirectoryNotContaining("glob:**.tmp");

        PolicyModel best = read(summary.bestPolicies().get(0));
        assertThat(best.provenance().game()).isEqualTo("corridor");
        assertThat(best.provenance().steps()).isEqualTo(summary.progress().bestSteps());
        assertThat(best.provenance().evaluationEpisodes()).isEqualTo(6);
        assertThat(best.provenance().meanReturn())
                .isEqualTo(summary.evaluation().score());
        assertThat(best.provenance().configuration()).isEqualTo(ConfigWriter.toYaml(config.reproducible()));
        assertThat(best.goldenSamples()).isNotEmpty();
    }

    @Test
    void everyBehaviorGetsAPolicyOfItsOwn() throws IOException {
        SimulationFactory game = new SkirmishFactory();

        RunSummary summary = run(RunFixtures.small(folder, game, "skirmish").load(), game);

        assertThat(summary.bestPolicies()).hasSize(2);
        for (Path file : summary.bestPolicies()) {
            String behavior = read(file).behavior().name();
            assertThat(file).hasFileName("best-" + behavior + ".policy");
        }
        assertThat(Files.readAllLines(summary.directory().metrics()).get(0)).contains(".episode_return_mean");
    }

    /** Their files would have one name, at least on a disk that doesn't tell capitals from small letters. */
    @ParameterizedTest
    @CsvSource({"guard/red, guard:red", "Red, red"})
    void behaviorsWhoseNamesAreMuchAlikeGetFilesOfTheirOwnToo(String first, String second) throws IOException {
        SimulationFactory skirmish = new SkirmishFactory();
        SimulationFactory game = settings -> new WrappedSimulation(
                skirmish.create(skirmish.settings()),
                agent -> new Renamed(agent, agent.behavior().name().equals("guard") ? first : second));

        RunSummary summary = run(RunFixtures.small(folder, game, "alike").load(), game);

        assertThat(summary.bestPolicies().stream().map(file -> file.toString().toLowerCase(Locale.ROOT)))
                .hasSize(2)
                .doesNotHaveDuplicates();
        List<String> names = new ArrayList<>();
        for (Path file : summary.bestPolicies()) {
            names.add(read(file).behavior().name());
        }
        assertThat(names).containsExactlyInAnyOrder(first, second);
    }

    private static final class Renamed extends WrappedAgent {
        private final BehaviorSpec behavior;

        Renamed(Agent agent, String name) {
            super(agent);
            behavior = BehaviorSpec.builder(name)
                    .observation(agent.behavior().observation())
                    .action(agent.behavior().action())
                    .decisionPeriod(agent.behavior().decisionPeriod())
                    .build();
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }
    }

    /** The picture and the page can be made anew; what was trained is measured all the same. */
    @Test
    void whatCannotBeDrawnIsToldAndCostsNothingElse() throws IOException {
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor").load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        Files.createDirectories(directory.learningCurve().resolve("in the way"));
        Files.createDirectories(directory.report().resolve("in the way"));

        RunSummary summary;
        try (TrainingRun run = TrainingRun.start(config, CORRIDOR, directory, display)) {
            summary = run.run();
        }

        assertThat(summary.finished()).isTrue();
        assertThat(read(summary.bestPolicies().get(0)).provenance().evaluationEpisodes())
                .isEqualTo(6);
        assertThat(text.toString())
                .contains("Can't write '" + directory.learningCurve(), "Can't write '" + directory.report())
                .contains("Mend that, then draw the report:  report " + directory);
    }

    /** A file of that length is more than any array holds: to read it fails as on a full heap. */
    @Test
    void memoryThatIsUsedUpByPicturesOrByClosingCostsAFinishedRunNothing() throws IOException {
        boolean[] isFull = {false};
        SimulationFactory game = settings -> new WrappedSimulation(CORRIDOR.create(settings)) {
            @Override
            public void dispose() {
                super.dispose();
                if (isFull[0]) {
                    throw new OutOfMemoryError("planted");
                }
            }
        };
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor").load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        RunSummary summary;
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            try (RandomAccessFile file = new RandomAccessFile(directory.config().toFile(), "rw")) {
                file.setLength(1L << 32);
            }
            summary = run.run();
            isFull[0] = true;
        }

        assertThat(summary.finished()).isTrue();
        assertThat(directory.learningCurve()).exists();
        assertThat(text.toString())
                .contains("The pictures are not drawn. Out of memory (", "JDK_JAVA_OPTIONS=-Xmx8g")
                .contains("Mend that, then draw the report:  report " + directory)
                .contains("What the run has saved is whole, but not all was freed. Out of memory (planted; the heap");
    }

    @Test
    void aConfigurationThatIsRemovedMeanwhileIsWrittenAnew() throws IOException {
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor").load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        String written;
        try (TrainingRun run = TrainingRun.start(config, CORRIDOR, directory, display)) {
            written = Files.readString(directory.config());
            Files.delete(directory.config());
            run.requestStop();
            assertThat(run.run().finished()).isFalse();
        }
        assertThat(directory.config()).hasContent(written);
        assertThat(directory.report()).exists();
        assertThat(RunDirectory.open(directory.path())).isEqualTo(directory);
    }

    @Test
    void aRunDoesNotGoOnWithAnotherSeed() {
        RunSummary summary = run(RunFixtures.small(folder, CORRIDOR, "corridor").load(), CORRIDOR);
        TrainingConfig other = RunFixtures.small(folder, CORRIDOR, "corridor")
                .set("seed=77", "test")
                .load();
        assertThatThrownBy(() ->
                        TrainingRun.resume(other, CORRIDOR, summary.directory(), display, RunningEpisodes.CONTINUE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("seed: is 77, but latest.policy says that the run was begun with ")
                .hasMessageContaining("begin another run with --seed 77 ("
                        + summary.directory().config() + ")");
    }

    /** What never acts ends no episode, and has no return that could be too low. */
    @Test
    void aBehaviorThatNeverActsHasNoSayInWhichPolicyIsBest() {
        SimulationFactory skirmish = new SkirmishFactory();
        SimulationFactory game = settings -> new WrappedSimulation(
                skirmish.create(skirmish.settings()),
                agent -> agent.behavior().name().equals("guard") ? new Statue(agent) : agent);
        TrainingConfig config = RunFixtures.small(folder, game, "statues")
                .set("evaluation.everyIterations=1", "test")
                .set("evaluation.targetReturn=-1000", "test")
                .load();

        RunSummary summary = run(config, game);

        MetricsTable table = MetricsTable.read(summary.directory().metrics());
        double[] evaluations = table.mean(EvaluationColumn.RETURN_MEAN);
        assertThat(summary.evaluation().of("guard").returns().episodes()).isZero();
        assertThat(summary.progress().bestScore())
                .isCloseTo(Arrays.stream(evaluations).max().orElseThrow(), within(1e-5));
        assertThat(summary.progress().targetSteps()).as("reached at once").isEqualTo((long)
                table.column(IterationColumn.STEPS)[0]);
    }

    /** Nothing can be learned, and every evaluation would have a million steps. */
    @Test
    void aRunInWhichNobodyEverActsEndsAndSaysWhy() {
        SimulationFactory game = settings -> new WrappedSimulation(CORRIDOR.create(CORRIDOR.settings()), Statue::new) {
            @Override
            public boolean isEpisodeOver() {
                return false;
            }
        };
        TrainingConfig config = RunFixtures.small(folder, game, "statues").load();

        assertThatThrownBy(() -> run(config, game))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("In 1000 iterations no agent of game 'statues' decided anything")
                .hasMessageContaining("The run is saved as of iteration 1000.");
    }

    private static final class Statue extends WrappedAgent {
        Statue(Agent agent) {
            super(agent);
        }

        @Override
        public StepStatus status() {
            return StepStatus.INACTIVE;
        }
    }

    /** With 1000 physics steps a decision: told after 100 decisions, once, and cut off after 1000. */
    @Test
    void anEpisodeWithoutEndIsToldOfAndCutOff() {
        SimulationFactory game = settings -> new EndlessSimulation();
        RunSummary summary = run(
                RunFixtures.small(folder, game, "endless")
                        .set("rollout.instances=1", "test")
                        .set("rollout.horizon=50", "test")
                        .set("ppo.totalSteps=1050", "test")
                        .set("evaluation.everyIterations=0", "test")
                        .set("evaluation.finalEpisodes=1", "test")
                        .load(),
                game);

        assertThat(text.toString())
                .containsOnlyOnce("An episode of game 'endless' has not ended within 100,000 physics steps")
                .contains("Training cuts an episode off at 1,000,000 steps or 4 MB");
        MetricsTable table = MetricsTable.read(summary.directory().metrics());
        double[] episodes = table.column(Metric.EPISODES);
        double[] lengths = table.column(Metric.EPISODE_LENGTH_MEAN);
        assertThat(episodes[18]).isZero();
        assertThat(episodes[20]).isEqualTo(1);
        assertThat(lengths[20]).isEqualTo(1000);
    }

    @Test
    void aStopEndsTheIterationAndTheRunGoesOnFromThere() throws IOException {
        ConfigLoader loader = RunFixtures.small(folder, CORRIDOR, "corridor");
        TrainingConfig config = loader.load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        RunSummary stopped;
        try (TrainingRun run = TrainingRun.start(config, CORRIDOR, directory, display)) {
            run.requestStop();
            stopped = run.run();
        }
        assertThat(stopped.finished()).isFalse();
        assertThat(stopped.steps()).isZero();
        assertThat(directory.report())
                .content()
                .contains("No iteration is finished yet.", "train --resume " + directory);

        RunSummary finished;
        try (TrainingRun run = TrainingRun.resume(
                config, CORRIDOR, RunDirectory.open(directory.path()), display, RunningEpisodes.CONTINUE)) {
            finished = run.run();
        }

        assertThat(finished.finished()).isTrue();
        assertThat(finished.steps()).isGreaterThanOrEqualTo(512);
        assertThat(iterations(directory)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aKilledRunGoesOnFromItsCheckpointAndRepeatsWhatCameAfter() throws IOException {
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor").load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        byte[] early;
        RunSummary first;
        try (TrainingRun run = TrainingRun.start(config, CORRIDOR, directory, display)) {
            early = Files.readAllBytes(CheckpointStore.file(directory.checkpoints(), 0));
            first = run.run();
        }
        try (Stream<Path> later = Files.list(directory.checkpoints())) {
            for (Path file : later.toList()) {
                Files.delete(file);
            }
        }
        Files.write(CheckpointStore.file(directory.checkpoints(), 0), early); // killed before it saved again

        try (TrainingRun run = TrainingRun.resume(config, CORRIDOR, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().evaluation().score())
                    .isEqualTo(first.evaluation().score());
        }

        assertThat(iterations(directory)).containsExactly(1, 2, 3, 4);
    }

    private RunSummary goOn(RunDirectory directory, SimulationFactory game, int steps) {
        TrainingConfig config = RunFixtures.small(folder, game, "corridor")
                .set("ppo.totalSteps=" + steps, "test")
                .load();
        try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
            return run.run();
        }
    }

    /** As a spreadsheet of some countries writes it. */
    @Test
    void figuresThatCantBeReadAreToldOfAndPutAside() throws IOException {
        RunDirectory directory = run(
                        RunFixtures.small(folder, CORRIDOR, "corridor").load(), CORRIDOR)
                .directory();
        String foreign = Files.readString(directory.metrics()).replace(',', ';');
        Files.writeString(directory.metrics(), foreign);

        goOn(directory, CORRIDOR, 640);

        assertThat(text.toString())
                .contains("metrics.csv' has no column 'iteration' in its first line. It was put aside as"
                        + " 'metrics.csv.unreadable': curves and report begin with the next iteration.");
        assertThat(directory.path().resolve("metrics.csv.unreadable")).hasContent(foreign);
        assertThat(iterations(directory)).containsExactly(5);
    }

    @Test
    void figuresThatAreMissingAreToldOf() throws IOException {
        RunDirectory directory = run(
                        RunFixtures.small(folder, CORRIDOR, "corridor").load(), CORRIDOR)
                .directory();
        List<String> lines = Files.readAllLines(directory.metrics());
        lines.set(0, '\uFEFF' + lines.get(0)); // an editor's mark harms nothing
        Files.write(directory.metrics(), lines.subList(0, 3));

        goOn(directory, CORRIDOR, 640);

        assertThat(text.toString())
                .contains("metrics.csv' has 2 of the 4 iterations until now: curves and report have a gap.");
        assertThat(iterations(directory)).containsExactly(1, 2, 5);
    }

    private static SimulationFactory renamed(String... observations) {
        return settings -> new WrappedSimulation(CORRIDOR.create(settings), walker -> new WrappedAgent(walker) {
            @Override
            public BehaviorSpec behavior() {
                BehaviorSpec behavior = super.behavior();
                return BehaviorSpec.builder(behavior.name())
                        .observation(ObservationSpec.of(observations))
                        .action(behavior.action())
                        .stepLimit(behavior.stepLimit())
                        .build();
            }

            @Override
            public void observe(ObservationWriter out) {
                super.observe(out);
                for (int i = 1; i < observations.length; i++) {
                    out.add(0);
                }
            }
        });
    }

    /** Its weights would be taken for weights of something else. */
    @Test
    void aRunDoesNotGoOnWithOtherObservations() throws IOException {
        RunDirectory directory = run(
                        RunFixtures.small(folder, CORRIDOR, "corridor").load(), CORRIDOR)
                .directory();
        byte[] best = Files.readAllBytes(directory.path().resolve("best.policy"));

        assertThatThrownBy(() -> goOn(directory, renamed("place"), 640))
                .isInstanceOf(RunException.class)
                .hasMessageContaining(
                        "can't go on: the game has other observations or actions than the policies that were saved:\n  latest.policy: ")
                .hasMessageContaining("cell")
                .hasMessageContaining("place")
                .hasMessageContaining("a policy can be taken over where the names of observations alone have changed");
        assertThatThrownBy(() -> goOn(directory, renamed("cell", "other"), 640))
                .hasMessageContaining("--config " + directory.config() + " --name trial-2 --init-from "
                        + directory.path().resolve("latest.policy"));
        TrainingConfig taken = ConfigLoader.forGame("corridor", CORRIDOR.settings())
                .file(directory.config())
                .set("run.name=trial-2", "--name")
                .setTexts(
                        "network.initialPolicies",
                        List.of(directory.path().resolve("latest.policy").toString()),
                        "--init-from")
                .load();
        assertThat(run(taken, renamed("cell", "other")).finished()).isTrue();
        assertThat(directory.path().resolve("best.policy")).hasBinaryContent(best);
        goOn(directory, renamed("cell"), 640);
    }

    @Test
    void aFinishedRunGoesOnWithMoreSteps() throws IOException {
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor").load();
        RunSummary first = run(config, CORRIDOR);
        TrainingConfig longer = RunFixtures.small(folder, CORRIDOR, "corridor")
                .set("ppo.totalSteps=1024", "test")
                .load();

        try (TrainingRun run =
                TrainingRun.resume(longer, CORRIDOR, first.directory(), display, RunningEpisodes.CONTINUE)) {
            RunSummary second = run.run();
            assertThat(second.steps()).isGreaterThanOrEqualTo(1024);
            assertThat(second.progress().seconds())
                    .isGreaterThan(first.progress().seconds());
        }

        assertThat(iterations(first.directory())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void reachingTheTargetIsReportedOnceAndMayEndTheRun() {
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor")
                .set("evaluation.targetReturn=-1000", "test")
                .set("evaluation.stopAtTarget=true", "test")
                .load();

        RunSummary summary = run(config, CORRIDOR);

        assertThat(summary.finished()).isTrue();
        assertThat(summary.steps()).isEqualTo(2 * 4 * 32); // the first evaluation, after two iterations
        assertThat(summary.progress().targetSteps()).isEqualTo(summary.steps());
        assertThat(summary.progress().targetSeconds()).isPositive();
        assertThat(text.toString()).containsOnlyOnce("after the JVM's start");
    }

    @Test
    void nearTheTargetARunEvaluatesMoreOftenUntilItIsReached() throws IOException {
        ConfigLoader loader = RunFixtures.small(folder, CORRIDOR, "corridor")
                .set("evaluation.everyIterations=0", "test")
                .set("evaluation.targetReturn=-1000", "test")
                .set("evaluation.nearTarget.trainingReturn=-1000", "test");

        RunSummary summary = run(loader.load(), CORRIDOR);

        double[] evaluations = MetricsTable.read(summary.directory().metrics()).mean(EvaluationColumn.RETURN_MEAN);
        assertThat(evaluations).hasSize(4);
        assertThat(evaluations[0]).isNotNaN();
        assertThat(Arrays.copyOfRange(evaluations, 1, 3)).containsOnly(Double.NaN);
        assertThat(summary.progress().targetSteps()).isEqualTo(4 * 32);
    }

    @Test
    void theBestPolicyIsTheOneWithTheHighestEvaluation() throws IOException {
        SimulationFactory game = new SkirmishFactory();
        boolean couldFail = false;
        for (int seed = 1; seed <= 10 && !couldFail; seed++) {
            TrainingConfig config = RunFixtures.small(folder, game, "skirmish")
                    .set("seed=" + seed, "test")
                    .set("run.name=seed-" + seed, "test")
                    .set("evaluation.everyIterations=1", "test")
                    .set("ppo.totalSteps=6400", "test")
                    .set("ppo.learningRate=0.1", "test") // too large, so that the policies get worse now and then
                    .load();

            RunSummary summary = run(config, game);

            MetricsTable table = MetricsTable.read(summary.directory().metrics());
            double[] evaluations = table.mean(EvaluationColumn.RETURN_MEAN);
            int highest = 0;
            for (int i = 0; i < evaluations.length; i++) {
                highest = evaluations[i] > evaluations[highest] ? i : highest;
            }
            long stepsOfHighest = (long) table.column(IterationColumn.STEPS)[highest];
            assertThat(summary.progress().bestSteps()).isEqualTo(stepsOfHighest);
            assertThat(read(summary.bestPolicies().get(0)).provenance().steps()).isEqualTo(stepsOfHighest);
            couldFail = highest > 0 && evaluations[highest] > evaluations[evaluations.length - 1];
        }
        assertThat(couldFail).as("a policy in between was the best").isTrue();
    }

    @Test
    void withoutEvaluationsOnTheWayTheLastPolicyIsTheBest() throws IOException {
        TrainingConfig config = RunFixtures.small(folder, CORRIDOR, "corridor")
                .set("evaluation.everyIterations=0", "test")
                .load();

        RunSummary summary = run(config, CORRIDOR);

        assertThat(summary.progress().bestSteps()).isEqualTo(summary.steps());
        assertThat(summary.bestPolicies()).hasSize(1);
    }

    private ConfigLoader withATinyGradientClip(int iterations) {
        return RunFixtures.small(folder, CORRIDOR, "corridor")
                .set("ppo.maxGradientNorm=1e-6", "test")
                .set("evaluation.everyIterations=0", "test")
                .set("ppo.totalSteps=" + iterations * 4 * 32, "test");
    }

    private static HealthCheck replayed(RunDirectory directory) {
        return new HealthCheck(HealthSettings.of(SavedConfig.read(directory.config())))
                .replay(MetricsTable.read(directory.metrics()));
    }

    @Test
    void aWarningIsShownOnceAndStandsInTheSummaryAndInTheFiles() {
        RunSummary summary = run(withATinyGradientClip(25).load(), CORRIDOR);

        assertThat(text.toString())
                .containsOnlyOnce(
                        "Warning: the gradient is far longer than its clip, since iteration 1 (128 steps). Its");
        assertThat(summary.warnings())
                .extracting(HealthWarning::title)
                .contains("the gradient is far longer than its clip");
        assertThat(replayed(summary.directory()).warnings()).isEqualTo(summary.warnings());
    }

    @Test
    void aRunThatGoesOnRemembersItsHealth() {
        RunSummary early = run(withATinyGradientClip(15).load(), CORRIDOR);
        assertThat(text.toString()).as("patience is not over").doesNotContain("its clip");

        try (TrainingRun run = TrainingRun.resume(
                withATinyGradientClip(25).load(), CORRIDOR, early.directory(), display, RunningEpisodes.CONTINUE)) {
            run.run();
        }
        assertThat(text.toString())
                .as("its patience counts the iterations before")
                .containsOnlyOnce("its clip, since iteration 1 (128 steps)");

        try (TrainingRun run = TrainingRun.resume(
                withATinyGradientClip(30).load(), CORRIDOR, early.directory(), display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().warnings()).isNotEmpty();
        }
        assertThat(text.toString()).as("it was told before").containsOnlyOnce("its clip, since iteration 1");
    }
}

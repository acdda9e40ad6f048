package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.MeadowSimulation;
import io.github.gdxagents.testgame.SiegeSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.WrappedSimulation;
import io.github.gdxagents.training.run.PolicyReader;
import io.github.gdxagents.training.run.TrainingRun;
import io.github.gdxagents.training.tensor.ComputeDevice;
import io.github.gdxagents.training.tensor.TensorFlowLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    private static final String CORRIDOR = CorridorSimulation.Factory.class.getName();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path runs;

    private int execute(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private int train(String... more) {
        return trainAs("trial", more);
    }

    private int trainAs(String run, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train", "--runs", runs.toString(), "--name", run, "--threads", "1", "--set", "ppo.totalSteps=256"));
        for (String assignment : List.of(
                "rollout.instances=4",
                "rollout.horizon=32",
                "ppo.epochs=1",
                "network.hidden=[4]",
                "evaluation.finalEpisodes=5",
                "tuning.seconds=0")) {
            arguments.addAll(List.of("--set", assignment));
        }
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "train",
                "evaluate",
                "games",
                "inspect",
                "report",
                "replay",
                "benchmark",
                "benchmark-learner",
                "check-device"
            })
    void everyCommandHelpsWithExamples(String command) {
        int status = command.isEmpty() ? execute("--help") : execute(command, "--help");

        assertThat(status).isZero();
        assertThat(out.toString()).contains("Example", "gdx-agents " + command, "--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"train lander", "train --resume runs/lander/trial", "benchmark lander", "benchmark-learner"})
    void commandsThatLearnHaveTensorFlowLoadedAhead(String commandLine) {
        assertThat(Main.learns(List.of(commandLine.split(" ")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "games",
                "inspect train",
                "evaluate lander",
                "--help",
                "train --help",
                "train lander -h",
                "-V"
            })
    void othersDoNotWasteTheTime(String commandLine) {
        assertThat(Main.learns(List.of(commandLine.split(" ")))).isFalse();
        assertThat(Main.learns(List.of())).isFalse();
    }

    /** Such a program is over while the system still links the library. */
    @Tag("slow")
    @RepeatedTest(3)
    void aMistypedCommandEndsAsItShould() throws IOException, InterruptedException {
        Process process = TrainerProcess.of(runs, List.of("train", "lnader")).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(2);
        assertThat(output).contains("There is no game 'lnader'");
        assertThat(runs.resolve("crash.log")).doesNotExist();
    }

    @Test
    void aGameOfTheCallersOwnIsTrainedEvaluatedAndInspected() {
        assertThat(train(CORRIDOR)).as(err.toString()).isZero();
        Path best = runs.resolve("CorridorSimulation-Factory/trial/best.policy");
        assertThat(best).exists();
        assertThat(out.toString())
                .contains("mean return", "95 % confidence, 5 episodes", "Policy:  " + best, "PolicyFile.read")
                .as("the window knows the bundled games alone")
                .doesNotContain("-Pwatch");

        assertThat(execute("evaluate", best.toString(), "--episodes", "7", "--stochastic"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("stochastic policy", "7 episodes");

        assertThat(execute("inspect", best.toString())).isZero();
        assertThat(execute("inspect", best.toString(), "--configuration")).isZero();
        assertThat(out.toString())
                .contains("observation   1: cell", "branch        step: left, right", "layer         1 -> 4, tanh")
                .contains("totalSteps: 256");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void inspectShowsTheGroupsOfAnObservation() {
        assertThat(train("--game", MeadowSimulation.Factory.class.getName()))
                .as(err.toString())
                .isZero();
        Path best = runs.resolve("MeadowSimulation-Factory/trial/best.policy");
        assertThat(execute("inspect", best.toString())).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "observation   60 values in 4 groups",
                        "  vector      1: time",
                        "  vector      2: self [row, column]",
                        "  grid        50: meadow 5 x 5 [clover, hare]",
                        "  set         7: foxes up to 3 [row, column]");
    }

    @Test
    void theGameMayBeGivenAsAnOption() {
        assertThat(train("--game", CORRIDOR, "--quiet")).as(err.toString()).isZero();
        assertThat(out.toString())
                .as("quiet is quiet")
                .isEqualToNormalizingNewlines(runs.resolve("CorridorSimulation-Factory/trial/best.policy") + "\n");
    }

    @Test
    void aRunIsNotOverwrittenButGoesOnWithResume() {
        assertThat(train(CORRIDOR)).isZero();
        assertThat(train(CORRIDOR)).isEqualTo(1);
        assertThat(err.toString()).contains("--resume").doesNotContain("\tat ");

        int status = execute(
                "train",
                "--resume",
                runs.resolve("CorridorSimulation-Factory/trial").toString(),
                "--steps",
                "512");

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Going on with", "Trained for 512 steps");
    }

    /** Runs a command that was printed after some words, as one would who pastes it into a shell. */
    private int paste(StringWriter printed, String words, String... more) {
        String line = printed.toString()
                .lines()
                .filter(each -> each.contains(words))
                .reduce((first, last) -> last)
                .orElseThrow();
        List<String> arguments = new ArrayList<>();
        Matcher matcher = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)")
                .matcher(line.substring(line.indexOf(words) + words.length()));
        while (matcher.find()) {
            arguments.add(Stream.of(1, 2, 3)
                    .map(matcher::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(new String[0]));
    }

    private void keepRunsInAFolderWithABlank() throws IOException {
        runs = Files.createDirectory(runs.resolve("my runs"));
    }

    @Test
    void whatIsPrintedOfARunThatIsThereAlreadyOrOverGoesOnWithIt() throws IOException {
        keepRunsInAFolderWithABlank();
        assertThat(train(CORRIDOR)).isZero();
        assertThat(train(CORRIDOR)).isEqualTo(1);

        assertThat(paste(err, "go on with it:  ")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("The run is already finished: 256 of 256 steps are taken.");
        assertThat(paste(out, "--steps N goes beyond:  ")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Trained for 512 steps");
    }

    @Test
    void whatIsPrintedOfARunThatReachedItsTargetGoesOnWithIt() {
        String[] target = {"--set", "evaluation.targetReturn=-1000", "--set", "evaluation.stopAtTarget=true"};
        assertThat(train(CORRIDOR, "--set", "evaluation.everyIterations=1", target[0], target[1], target[2], target[3]))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Trained for 128 steps");

        assertThat(execute("train", "--resume", run("trial").toString())).isZero();
        assertThat(out.toString()).contains("already finished: 128 of 256 steps are taken, and the target is reached");
        assertThat(paste(out, "To go beyond:  ")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Trained for 256 steps");
    }

    @Test
    void whatIsPrintedOfAGameThatBreaksReproducesItAndGoesOn() throws IOException {
        keepRunsInAFolderWithABlank();
        assertThat(train(BrittleGame.class.getName())).isEqualTo(1);

        assertThat(paste(err, "Reproduce it:  ")).isEqualTo(1);
        assertThat(out.toString()).contains("The game breaks: ", "the floor gave way");
        assertThat(paste(err, "Mend the game, then go on:  ", "--restart-episodes"))
                .as("it is not mended")
                .isEqualTo(1);
        assertThat(paste(err, "To go on without what breaks:  ", "--restart-episodes"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void whatIsPrintedOfLearningThatBreaksGoesOn() throws IOException {
        keepRunsInAFolderWithABlank();
        assertThat(train(CORRIDOR, "--set", "ppo.learningRate=1e30", "--set", "ppo.epochs=20"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Learning broke", "--set ppo.learningRate=5.0E29");

        String broken = err.toString();
        err.getBuffer().setLength(0);
        StringWriter told = new StringWriter();
        told.write(broken);
        paste(told, "Go on with a lower learning rate:  ", "--set", "ppo.learningRate=1e-3");
        assertThat(err.toString()).isEmpty();
        assertThat(paste(told, "or let the run lower it by itself:  ")).isZero();
    }

    /** In some episodes, by their seeds. */
    public static final class BrittleGame implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            return new WrappedSimulation(new CorridorSimulation.Factory().create(SimulationSettings.none())) {
                private boolean breaks;

                @Override
                public void reset(long seed) {
                    breaks = Math.floorMod(seed, 7) == 0;
                    super.reset(seed);
                }

                @Override
                public void step() {
                    if (breaks) {
                        throw new IllegalStateException("the floor gave way");
                    }
                    super.step();
                }
            };
        }
    }

    /** Else the game would be blamed for not playing as before. */
    @Test
    void aResumedRunKeepsItsSettingsUnlessItsEpisodesBeginAnew() {
        String siege = SiegeSimulation.Factory.class.getName();
        assertThat(trainAs("trial", siege)).as(err.toString()).isZero();
        String run = runs.resolve("SiegeSimulation-Factory/trial").toString();
        Map.Entry<String, Double> setting = new SiegeSimulation.Factory()
                .settings()
                .asMap()
                .entrySet()
                .iterator()
                .next();
        String change = "settings." + setting.getKey() + "=" + (setting.getValue() + 1);

        assertThat(execute("train", "--resume", run, "--steps", "512", "--set", change))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("has the settings {" + setting.getKey(), "--restart-episodes")
                .doesNotContain("not deterministic");
        assertThat(execute("train", "--resume", run, "--steps", "512", "--set", change, "--restart-episodes"))
                .as(err.toString())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.activation=identity",
                "network.hidden=[5]",
                "normalization.observations=false",
                "normalization.rewards=false",
                "rollout.instances=5",
                "run.id=77"
            })
    void aResumedRunKeepsItsNetworks(String change) {
        assertThat(trainAs("trial", CORRIDOR)).as(err.toString()).isZero();
        String run = runs.resolve("CorridorSimulation-Factory/trial").toString();
        assertThat(execute("train", "--resume", run, "--steps", "512", "--set", change))
                .isEqualTo(2);
        assertThat(err.toString()).contains("goes on as it is", change.substring(0, change.indexOf('.')));
    }

    @Test
    void aConfigurationThatWasCutOffIsNoLongerTheRuns() throws IOException {
        assertThat(trainAs("trial", CORRIDOR, "--seed", "3")).as(err.toString()).isZero();
        Path run = runs.resolve("CorridorSimulation-Factory/trial");
        String whole = Files.readString(run.resolve("config.yaml"));
        Files.writeString(run.resolve("config.yaml"), whole.substring(0, whole.indexOf("network:")));
        assertThat(execute("train", "--resume", run.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is cut off", ".policy --configuration > " + run.resolve("config.yaml"));
        int said = out.toString().length();
        assertThat(execute("inspect", run.resolve("latest.policy").toString(), "--configuration"))
                .isZero();
        Files.writeString(run.resolve("config.yaml"), out.toString().substring(said));
        assertThat(execute("train", "--resume", run.toString(), "--steps", "512"))
                .as(err.toString())
                .isZero();
        String id =
                whole.lines().filter(line -> line.contains(" id: ")).findFirst().orElseThrow();
        assertThat(run.resolve("config.yaml"))
                .content()
                .as("its checkpoints know it")
                .contains(id);
    }

    @Test
    void checkpointsOfAnotherRunAreNotThisOnes() throws IOException {
        assertThat(trainAs("trial", CORRIDOR)).as(err.toString()).isZero();
        assertThat(trainAs("other", CORRIDOR, "--set", "ppo.epochs=3"))
                .as(err.toString())
                .isZero();
        Path run = runs.resolve("CorridorSimulation-Factory/trial");
        Path other = runs.resolve("CorridorSimulation-Factory/other");
        byte[] best = Files.readAllBytes(run.resolve("best.policy"));
        try (Stream<Path> files = Files.list(other.resolve("checkpoints"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        run.resolve("checkpoints").resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(execute("train", "--resume", run.toString(), "--steps", "512"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is another run's", "nothing was renamed");
        assertThat(run.resolve("best.policy")).hasBinaryContent(best);
    }

    @Test
    void outputThatIsLostIsNoSuccess() {
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        assertThat(Main.execute(full, new PrintWriter(err, true), "games")).isEqualTo(1);
        assertThat(err.toString()).contains("The output could not be written");
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(err, true), "games"))
                .isZero();
    }

    @Test
    void aFolderInPlaceOfAPolicyIsTold() {
        assertThat(execute("evaluate", runs.toString(), "--game", CORRIDOR)).isEqualTo(1);
        assertThat(err.toString())
                .contains("is a folder. Give the policy in it, such as '" + runs.resolve("best.policy"));

        assertThat(train(CORRIDOR, "--init-from", runs.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("'" + runs + "' is a folder; give the policy in it, such as '" + runs.resolve("best.policy"));
        assertThat(train(CORRIDOR, "--config", runs.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("'" + runs + "': it is a folder; give a file, such as '" + runs.resolve("config.yaml"));
    }

    @Test
    void anEvaluationNeedsOnePolicyOfEachBehavior() {
        assertThat(trainAs("trial", SkirmishFactory.class.getName()))
                .as(err.toString())
                .isZero();
        Path run = runs.resolve("SkirmishFactory/trial");
        String guard = run.resolve("best-guard.policy").toString();
        String scout = run.resolve("best-scout.policy").toString();

        assertThat(execute("evaluate", guard)).isEqualTo(1);
        assertThat(err.toString())
                .contains("has agents of [scout] too, of which the policy is missing")
                .doesNotContain("Train it again");
        assertThat(execute("evaluate", guard, scout, guard)).isEqualTo(1);
        assertThat(err.toString()).contains("Two of the policies are of behavior 'guard'");
        assertThat(execute("evaluate", scout, guard, "--episodes", "3"))
                .as(err.toString())
                .isZero();
    }

    /** Settings that throw, in a class that is initialized or can't be. */
    public static class UnsettledGame implements SimulationFactory {
        @Override
        public SimulationSettings settings() {
            throw new IllegalStateException("no wind");
        }

        @Override
        public Simulation create(SimulationSettings settings) {
            throw new IllegalStateException("never made");
        }
    }

    /** Has no settings, not even none. */
    public static final class NullGame extends UnsettledGame {
        @Override
        public SimulationSettings settings() {
            return null;
        }
    }

    /** Its class can't be initialized. */
    public static final class UninitializedGame extends UnsettledGame {
        private static final int LEVELS = levels();

        private static int levels() {
            throw new IllegalStateException("no map");
        }

        int count() {
            return LEVELS;
        }
    }

    @Test
    void aGameThatCannotBeAskedForItsSettingsIsToBlame() {
        assertThat(train(UnsettledGame.class.getName())).isEqualTo(1);
        assertThat(train(NullGame.class.getName())).isEqualTo(1);
        assertThat(train(UninitializedGame.class.getName())).isEqualTo(2);
        assertThat(err.toString())
                .contains("UnsettledGame' is broken: settings() threw java.lang.IllegalStateException: no wind at ")
                .contains("NullGame' is broken: settings() returned null; without settings it must return")
                .contains("caused by java.lang.IllegalStateException: no map at ")
                .doesNotContain("please report", "\tat ");
    }

    /** A line of its own would look like one of ours. */
    @Test
    void noNameInAStrangersFileForgesALine() throws IOException {
        String forged = "\r\nBest policy: mean return 1000";
        RecordedEpisode episode = new RecordedEpisode(7, 0, 0, new byte[0]);
        Replay replay = new Replay("game" + forged, Map.of("set" + forged, 1.0), episode, "note" + forged);
        Path file = Files.write(runs.resolve("hostile.replay"), ReplayFile.toBytes(replay));
        Path config =
                Files.writeString(runs.resolve("hostile.yaml"), "\"key\\r\\nBest policy: mean return 1000\": 1\n");

        execute("replay", file.toString());
        execute("train", CORRIDOR, "--config", config.toString());

        assertThat(out.toString() + err)
                .contains("game      game\\u000d\\u000aBest", "note      note\n          Best policy")
                .doesNotContain("\nBest policy");
    }

    @Test
    void aRunMayGoOnOnAnotherDevice() {
        assertThat(train(CORRIDOR, "--device", "auto")).as(err.toString()).isZero();
        Path run = runs.resolve("CorridorSimulation-Factory/trial");

        assertThat(execute("train", "--resume", run.toString(), "--steps", "512", "--device", "cpu"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Trained for 512 steps");
    }

    @Test
    void aGpuThatIsNotThereStopsEverythingBeforeItBegins() {
        assumeFalse(TensorFlowLibrary.devices().stream().anyMatch(ComputeDevice::isGpu));

        assertThat(train(CORRIDOR, "--device", "gpu")).isEqualTo(1);

        assertThat(err.toString())
                .contains("learner.device is gpu, but TensorFlow has none to learn on:", "--device cpu")
                .doesNotContain("Unexpected", "\tat ");
        assertThat(runs.resolve("CorridorSimulation-Factory/trial")).doesNotExist();
    }

    @Test
    void anUnknownDeviceIsAnsweredWithThoseThatThereAre() {
        assertThat(train(CORRIDOR, "--device", "tpu")).isEqualTo(2);
        assertThat(err.toString()).contains("learner.device: must be one of auto, cpu, gpu, but is 'tpu' (--device)");
    }

    @Test
    void theCheckSaysWhatThereIsAndFailsWithoutAGpu() {
        assumeFalse(TensorFlowLibrary.devices().stream().anyMatch(ComputeDevice::isGpu));

        Path results = runs.resolve("results.jsonl");
        assertThat(execute(
                        "check-device",
                        "--speed",
                        "--widths",
                        "4",
                        "--minibatches",
                        "8192,16384",
                        "--results",
                        results.toString()))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("TensorFlow 2.", "Devices: CPU:0", "median of five")
                .containsPattern("CPU:0 +4x4 +8192 +[\\d,]+")
                .containsPattern("CPU:0 +4x4 +16384 +[\\d,]+");
        assertThat(err.toString()).contains("none to learn on").doesNotContain("Unexpected", "\tat ");
        assertThat(results)
                .content()
                .hasLineCount(3)
                .containsPattern("(?m)^\\{\"figure\":\"placement\",.*\"copies\":0}$");
        assertThat(results)
                .content()
                .containsPattern("(?m)^\\{\"figure\":\"learning\",\"device\":\"CPU:0\",\"width\":4,\"minibatch\":8192,"
                        + "\"samplesPerSecond\":[\\d.E]+}$");
    }

    @Test
    void whatIsTooLargeToBeMeasuredIsSaidAndKeepsNothingElseFromIt() {
        Path results = runs.resolve("results.jsonl");
        execute(
                "check-device",
                "--speed",
                "--widths",
                Integer.MAX_VALUE + ",4",
                "--minibatches",
                "16384",
                "--results",
                results.toString());

        assertThat(out.toString())
                .containsPattern("CPU:0 +2147483647x2147483647 +16384 +failed: .*Exception")
                .containsPattern("CPU:0 +4x4 +16384 +[\\d,]+");
        assertThat(results)
                .content()
                .contains("\"fault\":\"", "has a fault:\\n  network.hidden")
                .contains("\"samplesPerSecond\":");
    }

    @Test
    void resultsThatCannotBeWrittenAreSaid() {
        Path results = runs.resolve("absent").resolve("results.jsonl");
        assertThat(execute("check-device", "--results", results.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("Can't write '" + results + "'", "Choose another file")
                .doesNotContain("Unexpected", "\tat ");
    }

    @Test
    void sizesToCheckWithMustBePositive() {
        assertThat(execute("check-device", "--speed", "--widths", "64,0")).isEqualTo(2);
        assertThat(err.toString()).contains("at least 1");
    }

    @Test
    void aResumedRunMayNameItsGameButNoOther() {
        assertThat(train(CORRIDOR)).isZero();
        String run = runs.resolve("CorridorSimulation-Factory/trial").toString();

        assertThat(execute("train", CORRIDOR, "--resume", run, "--steps", "512"))
                .as(err.toString())
                .isZero();
        assertThat(execute("train", "lander", "--resume", run)).isEqualTo(2);
        assertThat(err.toString()).contains("is of game '" + CORRIDOR + "'", "'lander' was named");
    }

    @Test
    void theBundledGamesAreListed() {
        assertThat(execute("games")).isZero();
        assertThat(out.toString())
                .contains("lander", "lander-continuous", "racer", "settings.velocityIterations", "settings.difficulty");
    }

    @Test
    void aMisspeltGameOptionOrCommandGetsASuggestion() {
        assertThat(execute("train", "landr")).isEqualTo(2);
        assertThat(err.toString()).contains("no game 'landr'", "Did you mean 'lander'?");
        assertThat(execute("train", "lander", "--sede", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--seed");
        assertThat(execute("trian", "lander")).isEqualTo(2);
        assertThat(err.toString()).contains("train").doesNotContain("\tat ");
    }

    @Test
    void allFaultsOfTheConfigurationAreListed() {
        assertThat(train("lander", "--set", "ppo.lerningRate=3", "--seed", "x")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "2 faults",
                        "did you mean ppo.learningRate?",
                        "seed: must be a whole number, but is 'x' (--seed)")
                .doesNotContain("\tat ");
        assertThat(runs).isEmptyDirectory();
    }

    private Path run(String name) {
        return runs.resolve("CorridorSimulation-Factory").resolve(name);
    }

    @Test
    void anObjectiveIsChosenAlongWithItsOptions() {
        assertThat(train(CORRIDOR, "--objective", "kl-penalty", "--set", "ppo.objective.klTarget=0.02"))
                .as(err.toString())
                .isZero();
        assertThat(run("trial").resolve("config.yaml"))
                .content()
                .containsPattern("name: kl-penalty +#")
                .containsPattern("klTarget: 0.02 +#");

        assertThat(trainAs("other", CORRIDOR, "--objective", "policy-gradient"))
                .as(err.toString())
                .isZero();
        assertThat(run("other").resolve("config.yaml"))
                .content()
                .containsPattern("name: policy-gradient +#")
                .doesNotContain("klTarget");
    }

    @Test
    void anUnknownObjectiveGetsASuggestion() {
        assertThat(train(CORRIDOR, "--objective", "kl-penality")).isEqualTo(2);
        assertThat(err.toString())
                .contains("ppo.objective: must be the name of an objective, one of clip, kl-penalty,")
                .contains("but is 'kl-penality'; did you mean kl-penalty? (--objective)")
                .doesNotContain("\tat ");
        assertThat(runs).isEmptyDirectory();
    }

    /** A learning rate of 0 keeps the policy as it was: at no distance from the reference that it began with. */
    @Test
    void trainingBeginsWithAPolicyAndStaysCloseToOne() throws Exception {
        String raw = "normalization.observations=false";
        assertThat(train(CORRIDOR, "--set", raw, "--set", "ppo.learningRate=0.1"))
                .as(err.toString())
                .isZero();
        String first = run("trial").resolve("best.policy").toString();

        int status = trainAs(
                "second",
                CORRIDOR,
                "--seed",
                "2",
                "--set",
                raw,
                "--init-from",
                first,
                "--reference",
                first,
                "--set",
                "ppo.learningRate=0",
                "--set",
                "ppo.reference.coefficient=0.5");

        assertThat(status).as(err.toString()).isZero();
        assertThat(run("second").resolve("config.yaml"))
                .content()
                .contains("initialPolicies: [\"" + first, "    policies: [\"" + first, "coefficient: 0.5");
        List<String> metrics = Files.readAllLines(run("second").resolve("metrics.csv"));
        int column = List.of(metrics.get(0).split(",")).indexOf("reference_kl");
        assertThat(column).isNotNegative();
        assertThat(metrics).hasSizeGreaterThan(1);
        assertThat(metrics.subList(1, metrics.size()))
                .allSatisfy(line ->
                        assertThat(Double.parseDouble(line.split(",")[column])).isCloseTo(0, within(1e-7)));
    }

    @Test
    void policiesThatCannotBeUsedAreNamedWithTheReason() {
        assertThat(train(CORRIDOR)).as(err.toString()).isZero();
        String first = run("trial").resolve("best.policy").toString();
        String absent = runs.resolve("absent.policy").toString();

        assertThat(trainAs("second", "lander", "--init-from", first, "--init-from", absent))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("network.initialPolicies:", "'" + first + "' does not fit:")
                .contains("it is of behavior 'walker', but the game has [lander]")
                .contains("'" + absent + "': can't be read")
                .doesNotContain("\tat ");

        assertThat(trainAs("third", "lander", "--reference", first)).isEqualTo(1);
        assertThat(err.toString()).contains("ppo.reference.policies:").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.String", "java.lang.Runnable", "com.acme.Absent"})
    void aClassThatIsNoGameIsRefusedWithTheReason(String name) {
        assertThat(train(name)).isEqualTo(2);
        assertThat(err.toString()).contains(name).doesNotContain("Unexpected").doesNotContain("\tat ");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        assertThat(execute("train")).isEqualTo(2);
        assertThat(execute("train", "lander", "--game", "walker")).isEqualTo(2);
        assertThat(execute("train", "--seed", "2", "--resume", "x")).isEqualTo(2);
        assertThat(execute("evaluate", "x.policy", "--episodes", "0")).isEqualTo(2);
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString())
                .contains("--help")
                .contains(Main.commandLine(new PrintWriter(out), new PrintWriter(err))
                        .getSubcommands()
                        .keySet());
    }

    @Test
    void aFileThatIsNoPolicyIsRefusedWithoutAStackTraceUnlessAskedFor() throws Exception {
        Path file = Files.writeString(runs.resolve("x.policy"), "hello");

        assertThat(execute("inspect", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Policy file '" + file + "'").doesNotContain("\tat ");
        assertThat(execute("inspect", file.toString(), "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat ");
        assertThat(execute("inspect", runs.resolve("absent").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no policy file");
    }

    @Test
    void aPolicyThatDoesNotFitTheGameIsRefusedWithTheDifferences() {
        assertThat(train(CORRIDOR)).isZero();
        String best =
                runs.resolve("CorridorSimulation-Factory/trial/best.policy").toString();

        assertThat(execute("evaluate", best, "--game", "lander")).isEqualTo(1);
        assertThat(err.toString()).contains("does not fit game 'lander'", "observation");
    }

    @Test
    void warningsAreListedAtTheEnd() {
        assertThat(train(CORRIDOR, "--steps", "3200", "--set", "ppo.maxGradientNorm=1e-6"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("Warning: the gradient is far longer than its clip")
                .containsSubsequence("Warnings of this run:", "  the gradient is far longer than its clip, since");
    }

    @Test
    void aReportIsMadeAnew() throws Exception {
        assertThat(train(CORRIDOR)).isZero();
        Path run = runs.resolve("CorridorSimulation-Factory/trial");
        Path report = run.resolve("report.html");
        assertThat(out.toString()).contains("Report:  " + report);
        byte[] atTheEnd = Files.readAllBytes(report);
        Files.delete(report);
        try (Stream<Path> checkpoints = Files.list(run.resolve("checkpoints"))) {
            for (Path checkpoint : checkpoints.toList()) { // it needs none
                Files.delete(checkpoint);
            }
        }

        assertThat(execute("report", run.toString())).as(err.toString()).isZero();
        assertThat(Files.readAllBytes(report)).isEqualTo(atTheEnd);

        Files.writeString(run.resolve("best.policy"), "damaged");
        assertThat(execute("report", run.toString())).as(err.toString()).isZero();
        assertThat(report).content().contains("best.policy can't be read");
    }

    @Test
    void aFolderThatIsNoRunHasNoReport() {
        assertThat(execute("report", runs.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("config.yaml", "Give the folder of a run")
                .doesNotContain("\tat ");
        assertThat(execute("report")).isEqualTo(2);
    }

    /** A file of that length is more than any array holds: to read it fails as on a full heap. */
    @Test
    void aReportThatTakesTooMuchMemorySaysSoAndTheOthersAreMade() throws IOException {
        assertThat(train(CORRIDOR)).isZero();
        Path run = runs.resolve("CorridorSimulation-Factory/trial");
        Files.delete(run.resolve("report.html"));
        Path large = Files.createDirectory(runs.resolve("large"));
        try (RandomAccessFile file =
                new RandomAccessFile(large.resolve("config.yaml").toFile(), "rw")) {
            file.setLength(1L << 32);
        }

        assertThat(execute("report", large.toString(), run.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("There is no report of '" + large + "'. Out of memory (", "JDK_JAVA_OPTIONS=-Xmx8g")
                .doesNotContain("\tat ", "Unexpected");
        assertThat(run.resolve("report.html")).exists();
    }

    /** The last evaluation goes into the best policy's file at a run's end: one that was stopped has none in it. */
    @Test
    void aReportOfAPolicyThatWasNotEvaluatedClaimsNoReturn() throws IOException {
        assertThat(train(CORRIDOR)).isZero();
        Path run = runs.resolve("CorridorSimulation-Factory/trial");
        Path best = run.resolve("best.policy");
        PolicyModel unmeasured = PolicyReader.read(best).toBuilder()
                .provenance(Provenance.builder().steps(128).build())
                .build();
        Files.write(best, PolicyFile.toBytes(unmeasured));

        assertThat(execute("report", run.toString())).as(err.toString()).isZero();
        assertThat(run.resolve("report.html"))
                .content()
                .contains("not evaluated, after 128 steps")
                .doesNotContain(">NaN<", "over 0 episodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--target", "--lowest"})
    void aComparisonWithNoNumberIsRefused(String option) {
        assertThat(execute("compare", option, "NaN", runs.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("--target and --lowest must be numbers")
                .doesNotContain("\tat ");
    }

    @Test
    void whatACommandWritesTakesThePlaceOfNothingButItsOwn() throws IOException {
        assertThat(train(CORRIDOR, "--set", "evaluation.everyIterations=1")).isZero();
        Path run = runs.resolve("CorridorSimulation-Factory/trial");
        for (String name : List.of("best.policy", "config.yaml", "metrics.csv", "learning-curve.png")) {
            Path file = run.resolve(name);
            byte[] before = Files.readAllBytes(file);
            for (String option : List.of("--table", "--picture")) {
                assertThat(execute("compare", option, file.toString(), run.toString()))
                        .isEqualTo(2);
                assertThat(err.toString())
                        .contains(option + ": There is '" + file + "' already, which this command has not written");
            }
            assertThat(execute("check-device", "--results", file.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("--results: There is '" + file + "' already");
            assertThat(file).hasBinaryContent(before);
        }
        assertThat(execute("compare", "--table", run.toString(), run.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--table: '" + run + "' is a folder. Give a file");

        Path table = runs.resolve("table.md");
        Path picture = Files.createFile(runs.resolve("picture.png"));
        for (int i = 0; i < 2; i++) { // they may be made anew
            int status =
                    execute("compare", "--table", table.toString(), "--picture", picture.toString(), run.toString());
            assertThat(status).as(err.toString()).isZero();
        }
        assertThat(table).content().startsWith("| | runs |");
    }

    /** The fault that it was kept for may need the other threads. */
    @Test
    void aReplayOfAFaultThatDoesNotHappenAloneSaysSo() throws IOException {
        RecordedEpisode episode = new RecordedEpisode(7, 0, 0, new byte[0]);
        Path sound = Files.write(
                runs.resolve("sound.replay"), ReplayFile.toBytes(new Replay(CORRIDOR, Map.of(), episode, "")));
        assertThat(execute("replay", sound.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("does not break.").doesNotContain("--threads");

        Path kept = Files.write(
                runs.resolve("kept.replay"), ReplayFile.toBytes(new Replay(CORRIDOR, Map.of(), episode, "it broke")));
        assertThat(execute("replay", kept.toString())).isZero();
        assertThat(out.toString())
                .contains("the fault does not happen alone", "SimulationCheck", "--threads 1, or --set isolated=true.");
    }

    @Test
    void aGameThatCannotBeMadeIsToldAsInTraining() throws IOException {
        String hollow = TuningTest.HollowGame.class.getName();
        assertThat(train(CORRIDOR)).isZero();
        String best =
                runs.resolve("CorridorSimulation-Factory/trial/best.policy").toString();
        assertThat(execute("evaluate", best, "--game", hollow)).isEqualTo(1);

        RecordedEpisode episode = new RecordedEpisode(7, 0, 0, new byte[0]);
        Path replay = Files.write(
                runs.resolve("hollow.replay"), ReplayFile.toBytes(new Replay(hollow, Map.of(), episode, "")));
        assertThat(execute("replay", replay.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains("evaluation instance 0, can't be made: java.lang.IllegalStateException: no walls")
                .contains("instance of the replay, can't be made: java.lang.IllegalStateException: no walls")
                .doesNotContain("Unexpected", "\tat ");
    }

    /** A factory that can't be made from its name. */
    static final class Hidden implements SimulationFactory {
        private final int argument;

        Hidden(int argument) {
            this.argument = argument;
        }

        @Override
        public CorridorSimulation create(SimulationSettings settings) {
            throw new IllegalStateException("never made with " + argument);
        }
    }

    @Test
    void aFactoryWithoutAPublicConstructorSaysWhatItNeeds() {
        assertThat(train(Hidden.class.getName())).isEqualTo(2);
        assertThat(err.toString()).contains("public constructor without parameters");
    }

    @Test
    void aRunThatCouldNotBeginLeavesItsNameFree() {
        assertThat(train(CORRIDOR, "--init-from", "nowhere.policy")).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.policy");
        assertThat(runs.resolve("CorridorSimulation-Factory/trial")).doesNotExist();

        assertThat(train(CORRIDOR)).as(err.toString()).isZero();
    }

    @Test
    void aRunWhoseGameLacksALibraryLeavesItsNameFree() {
        assertThatThrownBy(() -> train(LackingGame.class.getName())).isInstanceOf(NoClassDefFoundError.class);
        assertThat(runs.resolve("MainTest-LackingGame/trial")).doesNotExist();
    }

    /** What it lacks is missed as late as when training begins. */
    public static final class LackingGame implements SimulationFactory {
        @Override
        public SimulationSettings settings() {
            boolean isTraining = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().equals(TrainingRun.class.getName())));
            if (isTraining) {
                throw new NoClassDefFoundError("com/acme/Walls");
            }
            return SimulationSettings.none();
        }

        @Override
        public CorridorSimulation create(SimulationSettings settings) {
            throw new IllegalStateException("never made");
        }
    }

    @Test
    void whatTrainingBeginsWithIsSaid() throws IOException {
        assertThat(train(CORRIDOR)).as(err.toString()).isZero();
        Path first = runs.resolve("first.policy");
        Files.move(runs.resolve("CorridorSimulation-Factory/trial"), runs.resolve("first"));
        Files.copy(runs.resolve("first/best.policy"), first);
        assertThat(train(CORRIDOR, "--init-from", first.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("behavior 'walker' begins with the policy '" + first + "'.");
    }

    @Test
    void aReplayOfAnotherGameOrADamagedOneIsRefusedInWords() throws Exception {
        Path file = Files.write(runs.resolve("damaged.replay"), new byte[40]);
        assertThat(execute("replay", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("it does not begin as a replay does")
                .doesNotContain("\tat ");

        RecordedEpisode episode = new RecordedEpisode(7, 2, 5, new byte[] {0, 1, 1, 0, 2, 1});
        Files.write(file, ReplayFile.toBytes(new Replay(CORRIDOR, Map.of(), episode, "a note")));
        assertThat(execute("replay", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("seed 7, 2 physics steps", "note      a note", "observes otherwise");

        RecordedEpisode varied = new RecordedEpisode(7, Map.of("wind", 1.0), 2, 5, new byte[] {0, 1, 1, 0, 2, 1});
        Files.write(file, ReplayFile.toBytes(new Replay(CORRIDOR, Map.of(), varied, "")));
        assertThat(execute("replay", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("the episode has settings of its own, {wind=1.0}, but the game can't vary");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    /** Else a file could clear the screen, or write over what stands there. */
    @Test
    void noTerminalObeysWhatAReplaySays() throws IOException {
        String escape = "\u001b[2J\u0007";
        RecordedEpisode episode = new RecordedEpisode(7, 0, 0, new byte[0]);
        Replay replay = new Replay("game" + escape + "\n", Map.of("set" + escape, 1.0), episode, "note\n" + escape);
        Path file = Files.write(runs.resolve("hostile.replay"), ReplayFile.toBytes(replay));
        assertThat(execute("replay", file.toString(), "--verbose")).isEqualTo(2);
        assertThat(out.toString())
                .contains("game      game\\u001b[2J\\u0007\\u000a")
                .contains("settings  set\\u001b[2J\\u0007 = 1.0")
                .contains("note      note\n          \\u001b[2J\\u0007")
                .doesNotContain("\u001b", "\u0007");
        assertThat(err.toString())
                .contains("There is no game 'game\\u001b[2J\\u0007")
                .contains("\tat ")
                .doesNotContain("\u001b", "\u0007");
    }

    @Test
    void noTerminalObeysWhatAPolicySays() throws IOException {
        assertThat(train(CORRIDOR)).as(err.toString()).isZero();
        Path best = runs.resolve("CorridorSimulation-Factory/trial/best.policy");
        String escape = "\u001b[2J\u0007";
        PolicyModel hostile;
        try (InputStream stream = Files.newInputStream(best)) {
            hostile = PolicyFile.read(stream).toBuilder()
                    .provenance(Provenance.builder()
                            .game("game" + escape)
                            .settings(Map.of("set" + escape, 1.0))
                            .libraryVersion("0.1" + escape + "\n")
                            .configuration("seed: 1\n" + escape)
                            .build())
                    .build();
        }
        Files.write(best, PolicyFile.toBytes(hostile));
        assertThat(execute("inspect", best.toString())).isZero();
        assertThat(execute("inspect", best.toString(), "--configuration")).isZero();
        assertThat(out.toString())
                .contains("game          game\\u001b[2J\\u0007")
                .contains("settings      set\\u001b[2J\\u0007 = 1.0")
                .contains("version       0.1\\u001b[2J\\u0007\\u000a")
                .contains("\nseed: 1", "\n\\u001b[2J\\u0007")
                .doesNotContain("\u001b", "\u0007");
        assertThat(execute("evaluate", best.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no game 'game\\u001b[2J\\u0007'")
                .doesNotContain("\u001b", "\u0007");
    }
}

package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigLoaderTest {
    private static final SimulationSettings SETTINGS =
            SimulationSettings.none().declare("wind", 0.5).declare("gravity", -10);

    @TempDir
    private Path folder;

    private static ConfigLoader loader() {
        return ConfigLoader.forGame("lander", SETTINGS);
    }

    private static ConfigLoader set(String... assignments) {
        ConfigLoader loader = loader();
        Stream.of(assignments).forEach(assignment -> loader.set(assignment, "--set"));
        return loader;
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("mine.yaml"), List.of(lines), StandardCharsets.UTF_8);
    }

    private static List<String> faultsOf(ConfigLoader loader) {
        ConfigException failure = catchThrowableOfType(ConfigException.class, loader::load);
        assertThat(failure).as("the configuration must be refused").isNotNull();
        return failure.faults().stream().map(ConfigFault::toString).toList();
    }

    @Test
    void shippedSettingsOfTheGameReplaceTheDefaults() {
        assertThat(loader().load().ppo().discount()).isEqualTo(0.995);
        assertThat(ConfigLoader.forGame("com.acme.Other", SETTINGS).load().ppo().discount())
                .isEqualTo(0.99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lander",
                "lander-continuous",
                "walker",
                "walker-hardcore",
                "platformer",
                "platformer-rays",
                "racer",
                "com.acme.Other"
            })
    void shippedFilesAreFreeOfFaults(String game) {
        SimulationSettings settings =
                game.contains(".") ? SETTINGS : GameCatalog.get(game).factory().settings();
        assertThat(ConfigLoader.forGame(game, settings).load().game()).isEqualTo(game);
    }

    @Test
    void laterSourcesReplaceEarlierOnes() throws IOException {
        TrainingConfig config = loader().file(file("seed: 5", "ppo:", "  epochs: 3", "  discount: 0.9"))
                .set("ppo.epochs=7", "--set")
                .setText("seed", "9", "--seed")
                .load();

        assertThat(config.seed()).isEqualTo(9);
        assertThat(config.ppo().epochs()).isEqualTo(7);
        assertThat(config.ppo().discount()).isEqualTo(0.9);
    }

    @Test
    void allFaultsAreListedAtOnceWithFileAndLineAndNearestKey() throws IOException {
        ConfigLoader loader = loader().file(file(
                        "ppo:",
                        "  lerningRate: 0.1",
                        "  epochs: many",
                        "  discount: 1.5",
                        "settings:",
                        "  wnd: 3",
                        "rollout:",
                        "  horizon: 0"))
                .set("gamma=0.9", "--set");

        String path = folder.resolve("mine.yaml").toString();
        assertThat(faultsOf(loader))
                .containsExactlyInAnyOrder(
                        "ppo.lerningRate: unknown key, did you mean ppo.learningRate? (" + path + ":2)",
                        "ppo.epochs: must be a whole number, but is 'many' (" + path + ":3)",
                        "ppo.discount: must be in [0, 1], but is 1.5 (" + path + ":4)",
                        "settings.wnd: unknown key, did you mean settings.wind? (" + path + ":6)",
                        "rollout.horizon: must be 1 to 1048576, or auto, but is 0 (" + path + ":8)",
                        "gamma: unknown key, did you mean ppo.discount? (--set gamma=0.9)");
    }

    @Test
    void aKeyGivenTwiceIsAFault() throws IOException {
        assertThat(faultsOf(loader().file(file("seed: 1", "ppo:", "  epochs: 3", "  epochs: 4"))))
                .singleElement()
                .asString()
                .startsWith("ppo.epochs: is given twice")
                .contains("mine.yaml:3", "mine.yaml:4");
    }

    /** Else the group of the next layer would hide it, and with it the settings that the game is shipped with. */
    @Test
    void aValueInPlaceOfAGroupIsNamedWhateverComesAfter() throws IOException {
        ConfigLoader loader = ConfigLoader.forGame("lander", SimulationSettings.none())
                .file(file("ppo: 3\nnetwork: {memory: [gru]}\nsettings: none"))
                .set("ppo.totalSteps=1000", "--set")
                .set("network.memory.size=8", "--set")
                .set("rollout=", "--set");
        assertThat(faultsOf(loader))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).startsWith("ppo: must be a group of keys, but is '3'"))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("network.memory: must be a group of keys, but is a list"))
                .anySatisfy(fault -> assertThat(fault).startsWith("settings: must be a group of keys, but is 'none'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed: 1.5 | seed: must be a whole number, but is '1.5'",
                "seed: 99999999999999999999 | seed: must be a whole number",
                "seed: 1e999999999 | seed: must be a whole number",
                "seed: | seed: must be a whole number, but is empty",
                "ppo: 3 | ppo: must be a group of keys, but is '3'",
                "ppo: {discount: 1f} | ppo.discount: must be a number, but is '1f'",
                "ppo: {discount: .nan} | ppo.discount: must be in [0, 1], but is NaN",
                "ppo: {learningRate: [1, 2]} | ppo.learningRate: must be a number, {start: number, end: number}, or values at steps",
                "ppo: {maxGradientNorm: 0} | ppo.maxGradientNorm: must be above 0 and finite, but is 0.0",
                "ppo: {objective: clipp} | ppo.objective: must be the name of an objective, one of clip, kl-penalty,",
                "ppo: {objective: {dualClip: 3, name: [x]}} | ppo.objective: must be the name of an objective",
                "ppo: {objective: {dualClipp: 3}} | ppo.objective.dualClipp: unknown option of 'clip', did you mean dualClip?",
                "ppo: {objective: {klTarget: 3}} | ppo.objective.klTarget: is no option of 'clip', it has dualClip",
                "ppo: {objective: {dualClip: -1}} | ppo.objective.dualClip: must be in [0.0, 1000000.0], but is -1.0",
                "ppo: {objective: {dualClip: x}} | ppo.objective.dualClip: must be a number",
                "ppo: {learningRate: {5: 1, 3: 2}} | ppo.learningRate: must be steps in rising order, but is 3 after 5",
                "ppo: {learningRate: {5: 1, 6: x}} | ppo.learningRate.6: must be a number, but is 'x'",
                "ppo: {learningRate: {0: 1, 1.5: 2}} | ppo.learningRate.1.5: a step must be a whole number of decisions, but is '1.5'",
                "ppo: {learningRate: {0: .nan}} | ppo.learningRate.0: must be finite, but is NaN",
                "ppo: {learningRateTargetKl: -1} | ppo.learningRateTargetKl: must be at least 0",
                "ppo: {aggregation: epsiode} | ppo.aggregation: must be one of step, episode",
                "ppo: {reference: {policies: x}} | ppo.reference.policies: must be a list of texts",
                "ppo: {reference: {policies: [' ']}} | ppo.reference.policies: must be paths of files",
                "network: {memory: {kind: rnn}} | network.memory.kind: must be one of none, gru, lstm",
                "network: {memory: {size: 0}} | network.memory.size: must be 1 to 4096",
                "network: {memory: {sequenceLength: 300}} | network.memory.sequenceLength: must be 1 to 256",
                "network: {memory: {kind: gru, sequenceLength: 200}} | network.memory.sequenceLength: must be at most rollout.horizon, 128",
                "{learner: {inference: device}, network: {memory: {kind: gru}}} | learner.inference: must be cpu with network.memory.kind gru, but is device",
                "learner: {inference: gpu} | learner.inference: must be one of cpu, device",
                "network: {trunk: both} | network.trunk: must be one of separate, shared",
                "network: {hidden: 64} | network.hidden: must be a list of whole numbers such as [64, 64], but is '64'",
                "network: {hidden: [64, x]} | network.hidden: must be a list of whole numbers, but has 'x'",
                "network: {hidden: [0]} | network.hidden: must be sizes of 1 to 16384, but is [0]",
                "network: {activation: rellu} | network.activation: must be one of identity, tanh, relu, silu",
                "normalization: {rewards: 1} | normalization.rewards: must be true or false, but is '1'",
                "settings: {wind: .inf} | settings.wind: must be a finite number, or a range such as {uniform: [0, 1]}, but is '.inf'",
                "run: {name: ../x} | run.name: must be letters, digits",
                "game: walker | game: must be 'lander' as asked for, but is 'walker'",
                "'a: [1' | this is not YAML",
                "'[1, 2]' | a configuration must be a group of keys, but is a list",
                "'seed: 1\n---\nseed: 2' | there must be one YAML document"
            })
    void whatIsWrongIsNamedWithItsKey(String yaml, String fault) throws IOException {
        assertThat(faultsOf(loader().file(file(yaml))))
                .anySatisfy(found -> assertThat(found).startsWith(fault).contains("mine.yaml"));
    }

    @Test
    void aMissingFileIsAFault() {
        assertThat(faultsOf(loader().file(folder.resolve("absent.yaml"))))
                .singleElement()
                .asString()
                .contains("absent.yaml", "no such file");
    }

    @Test
    void anAssignmentWithoutAValueSaysWhatItShouldLookLike() {
        assertThat(faultsOf(set("ppo.epochs")))
                .singleElement()
                .asString()
                .contains("--set must be key=value", "'ppo.epochs'");
    }

    @Test
    void anEmptyFileAndAnEmptyGroupChangeNothing() throws IOException {
        assertThat(loader().file(file("")).load()).isEqualTo(loader().load());
        assertThat(loader().file(file("ppo:", "  # epochs: 3")).load()).isEqualTo(loader().load());
    }

    @Test
    void aScheduleIsANumberOrTwoEndsOfWhichOneMayStayAsItWas() {
        assertThat(set("ppo.learningRate=1e-3").load().ppo().learningRate()).isEqualTo(Schedule.constant(1e-3));
        assertThat(set("ppo.learningRate={start: 1_0, end: 0}").load().ppo().learningRate())
                .isEqualTo(new Schedule.Linear(10, 0));
        assertThat(set("ppo.learningRate.end=0").load().ppo().learningRate()).isEqualTo(new Schedule.Linear(2e-3, 0));
    }

    @Test
    void valuesMayBeWrittenAsYamlAllows() {
        TrainingConfig config = set(
                        "network.hidden=[128, 32]",
                        "network.activation=TANH",
                        "ppo.totalSteps=2_000_000",
                        "evaluation.targetReturn=.inf",
                        "ppo.minibatchSize=1e3")
                .load();

        assertThat(config.network().hidden()).containsExactly(128, 32);
        assertThat(config.network().activation()).isEqualTo(Activation.TANH);
        assertThat(config.ppo().totalSteps()).isEqualTo(2_000_000);
        assertThat(config.evaluation().targetReturn()).isInfinite();
        assertThat(config.ppo().minibatchSize()).isEqualTo(1000);
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws IOException {
        TrainingConfig config = set(
                        "settings.wind=0.1",
                        "seed=-9223372036854775808",
                        "ppo.learningRate={start: 3e-4, end: 1e-7}",
                        "evaluation.targetReturn=.inf")
                .setText("run.directory", "C:\\a \"b\" # ü: {x}", "--runs")
                .set("network.hidden=[]", "--set")
                .set("ppo.objective={name: kl-penalty, klCoefficient: {0: 1, 1_000: 2.5}}", "--set")
                .set("ppo.reference.policies=[a b.policy, \"c, d\"]", "--set")
                .set("network.memory.kind=lstm", "--set")
                .load();
        Path file = Files.writeString(folder.resolve("config.yaml"), ConfigWriter.toYaml(config));

        TrainingConfig read = loader().file(file).load();

        assertThat(read).isEqualTo(config);
        assertThat(ConfigWriter.toYaml(read)).isEqualTo(ConfigWriter.toYaml(config));
        assertThat(ConfigLoader.gameOf(file)).isEqualTo("lander");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "1e3", ".inf", "~", "a: b", "- x", "#x", "", "\u0085\t", "yes"})
    void textThatLooksLikeSomethingElseIsQuoted(String directory) throws IOException {
        TrainingConfig config = loader().setText("run.directory", directory.isEmpty() ? "x" : directory + "x", "--runs")
                .load();
        Path file = Files.writeString(folder.resolve("config.yaml"), ConfigWriter.toYaml(config));

        assertThat(loader().file(file).load()).isEqualTo(config);
    }

    @Test
    void everyKeyHasAShortCommentInTheWrittenFile() {
        String yaml = ConfigWriter.toYaml(loader().load());

        for (String key : ConfigKeys.all(List.of())) {
            if (key.startsWith(ConfigKeys.OBJECTIVE)) {
                continue; // its options are those of the chosen one
            }
            String name = key.substring(key.lastIndexOf('.') + 1);
            assertThat(yaml.lines().filter(line -> line.strip().startsWith(name + ":")))
                    .as(key)
                    .anySatisfy(line -> assertThat(line).contains(" # "));
        }
    }

    @Test
    void aScheduleMovesInAStraightLineAndStaysWithinItsEnds() {
        Schedule schedule = new Schedule.Linear(4, 2);

        assertThat(schedule.value(0, 1000)).isEqualTo(4);
        assertThat(schedule.value(250, 1000)).isEqualTo(3.5);
        assertThat(schedule.value(1000, 1000)).isEqualTo(2);
        assertThat(schedule.value(7000, 1000)).isEqualTo(2);
        assertThat(schedule.smallest()).isEqualTo(2);
        assertThat(schedule.largest()).isEqualTo(4);
    }

    @Test
    void aPiecewiseScheduleGoesFromPointToPointInSteps() {
        Schedule schedule =
                set("ppo.learningRate={100: 1, 200: 3, 1_000: 0}").load().ppo().learningRate();

        assertThat(schedule)
                .isEqualTo(new Schedule.Piecewise(
                        List.of(new Schedule.Point(100, 1), new Schedule.Point(200, 3), new Schedule.Point(1000, 0))));
        // the run's length does not matter
        assertThat(schedule.value(0, 50)).isEqualTo(1);
        assertThat(schedule.value(100, 50)).isEqualTo(1);
        assertThat(schedule.value(125, 50)).isEqualTo(1.5);
        assertThat(schedule.value(200, 50)).isEqualTo(3);
        assertThat(schedule.value(600, 50)).isEqualTo(1.5);
        assertThat(schedule.value(5000, 50)).isZero();
        assertThat(schedule.smallest()).isZero();
        assertThat(schedule.largest()).isEqualTo(3);
    }

    @Test
    void aScheduleOfAnotherFormReplacesTheOneBelow() {
        assertThat(set(
                                "ppo.learningRate={start: 1, end: 0}",
                                "ppo.learningRate={0: 2}",
                                "ppo.learningRate={0: 3, 10: 4}")
                        .load()
                        .ppo()
                        .learningRate())
                .isEqualTo(new Schedule.Piecewise(List.of(new Schedule.Point(0, 3), new Schedule.Point(10, 4))));
    }

    @Test
    void anObjectiveIsANameOrAGroupAndBringsAllItsOptions() {
        ObjectiveConfig clip = loader().load().ppo().objective();
        assertThat(clip.name()).isEqualTo("clip");
        assertThat(clip.options()).containsExactly(Map.entry("dualClip", Schedule.constant(0)));
        ObjectiveConfig penalty = set(
                        "ppo.objective=kl-penalty",
                        "ppo.objective.klTarget=0.01",
                        "ppo.objective.klCoefficient={start: 1, end: 2}")
                .load()
                .ppo()
                .objective();
        assertThat(penalty.name()).isEqualTo("kl-penalty");
        assertThat(penalty.options())
                .containsExactly(
                        Map.entry("klCoefficient", new Schedule.Linear(1, 2)),
                        Map.entry("klTarget", Schedule.constant(0.01)),
                        Map.entry("dualClip", Schedule.constant(0)));
    }

    @Test
    void optionsStayWithTheirObjective() throws IOException {
        ConfigLoader penalty = loader().file(file("ppo:", "  objective: {name: kl-penalty, klTarget: 0.02}"));
        assertThat(penalty.load().ppo().objective().options().get("klTarget")).isEqualTo(Schedule.constant(0.02));
        // the same objective keeps them, another drops them
        penalty.set("ppo.objective={name: kl-penalty, dualClip: 3}", "--set");
        assertThat(penalty.load().ppo().objective().options().get("klTarget")).isEqualTo(Schedule.constant(0.02));
        assertThat(penalty.set("ppo.objective={name: trust-region, maxKl: 0.02}", "--set")
                        .load()
                        .ppo()
                        .objective()
                        .options())
                .containsEntry("maxKl", Schedule.constant(0.02))
                .containsEntry("damping", Schedule.constant(0.1));
    }

    /** The command line has its options of their own above --set, whatever the order in which they are typed. */
    @Test
    void optionsWithoutANameAreThoseOfTheObjectiveThatIsChosen() throws IOException {
        ConfigLoader loader = set(
                        "ppo.objective.klTarget=0.01",
                        "ppo.objective.dualClip={start: 3, end: 5}",
                        "ppo.objective.dualClip.end=4")
                .setText("ppo.objective", "kl-penalty", "--objective");
        assertThat(loader.load().ppo().objective().options())
                .containsEntry("klTarget", Schedule.constant(0.01))
                .containsEntry("dualClip", new Schedule.Linear(3, 4));
        assertThat(faultsOf(loader.setText("ppo.objective", "clip", "--objective")))
                .containsExactly("ppo.objective.klTarget: is no option of 'clip', it has dualClip"
                        + " (--set ppo.objective.klTarget=0.01)");
        // the same name once more changes nothing
        ConfigLoader named = loader().file(file("ppo:", "  objective: {name: kl-penalty, klTarget: 0.02}"))
                .setText("ppo.objective", "kl-penalty", "--objective");
        assertThat(named.load().ppo().objective().options()).containsEntry("klTarget", Schedule.constant(0.02));
    }

    @Test
    void whatAnObjectiveCannotWorkWithIsAFault() throws IOException {
        assertThat(faultsOf(loader().file(file("network: {trunk: shared}", "ppo: {objective: trust-region}"))))
                .singleElement()
                .asString()
                .startsWith("network.trunk: must be separate with ppo.objective trust-region, but is shared")
                .contains("mine.yaml:1");
    }

    @Test
    void aTrustRegionHasNoOtherTargetOfTheDivergence() throws IOException {
        assertThat(faultsOf(loader().file(file(
                        "ppo:",
                        "  objective: trust-region",
                        "  targetKl: 0.02",
                        "  learningRateTargetKl: 0.01",
                        "network: {trunk: shared}"))))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("ppo.targetKl: must be 0 with ppo.objective trust-region, but is 0.02")
                        .contains("ppo.objective.maxKl")
                        .contains("mine.yaml:3"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("ppo.learningRateTargetKl: must be 0 with ppo.objective trust-region, but is 0.01")
                        .contains("ppo.objective.maxKl")
                        .contains("mine.yaml:4"))
                .anySatisfy(fault -> assertThat(fault).startsWith("network.trunk"));
        assertThat(set("ppo={targetKl: 0.02, learningRateTargetKl: 0.01}")
                        .load()
                        .ppo()
                        .targetKl())
                .isEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | 0.5",
                "1 | 1.0",
                "{start: 3, end: 0.5} | 0.5 at step 1000",
                "{0: 3, 10: 1, 20: 0.25, 30: 0} | 1.0 at step 10, 0.25 at step 20",
                "{start: 3, end: 0} | in between on the way from 3.0 at step 0 to 0.0 at step 1000",
                "{5: 0, 7: 3} | in between on the way from 0.0 at step 5 to 3.0 at step 7"
            })
    void aDualClipOfOneOrLessIsAFaultAtWhicheverStep(String dualClip, String named) {
        for (String objective : List.of("clip", "kl-penalty")) {
            assertThat(faultsOf(set(
                            "ppo.totalSteps=1000",
                            "ppo.objective={name: " + objective + ", dualClip: " + dualClip + "}")))
                    .singleElement()
                    .asString()
                    .startsWith("ppo.objective.dualClip: must be 0, which is unbounded, or above 1, but is " + named);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1.01",
                "3",
                "{start: 3, end: 1.5}",
                "{0: 0, 5: 0, 6: 3}",
                "{7: 3, 8: 0}",
                "{start: 0, end: 0}"
            })
    void aDualClipThatIsOffOrAboveOneIsNone(String dualClip) {
        for (String objective : List.of("clip", "kl-penalty")) {
            assertThat(set("ppo.objective={name: " + objective + ", dualClip: " + dualClip + "}")
                            .load()
                            .ppo()
                            .objective()
                            .name())
                    .isEqualTo(objective);
        }
    }

    @Test
    void anObjectiveOfAnotherJarIsKnownByItsDeclarationAlone() {
        ObjectiveConfig objective = set("ppo.objective={name: test-objective, sharpness: 3}")
                .load()
                .ppo()
                .objective();
        assertThat(objective.options()).containsExactly(Map.entry("sharpness", Schedule.constant(3)));
    }

    @Test
    void whatIsAutoIsOpenAndHasASensibleValueMeanwhile() {
        ConfigDraft draft = ConfigLoader.forGame("com.acme.Other", SETTINGS).draft();

        assertThat(draft.open())
                .containsExactlyInAnyOrder(
                        "rollout.instances", "rollout.horizon", "rollout.threads", "learner.shards", "learner.device");
        assertThat(draft.config().rollout()).isEqualTo(new RolloutConfig(32, 256, 0));
        assertThat(draft.config().learner())
                .isEqualTo(new LearnerConfig(Device.AUTO, 2, false, false, InferenceDevice.CPU));
        assertThat(draft.config())
                .isEqualTo(ConfigLoader.forGame("com.acme.Other", SETTINGS).load());
    }

    @Test
    void whatIsGivenIsNotOpen() throws IOException {
        ConfigDraft draft = ConfigLoader.forGame("com.acme.Other", SETTINGS)
                .file(file("rollout: {instances: 32, threads: 0}", "learner: {device: cpu}"))
                .set("learner.shards=3", "--set")
                .draft();

        assertThat(draft.open()).containsExactly("rollout.horizon");
    }

    @Test
    void whatTheGameGivesCanBeOpenedAgain() {
        assertThat(loader().draft().open()).isEmpty();
        assertThat(set("rollout.instances=Auto").draft().open()).contains("rollout.instances");
    }

    @Test
    void theConfigurationOfARunLeavesNothingOpenButTheDevice() throws IOException {
        TrainingConfig chosen = ConfigLoader.forGame("com.acme.Other", SETTINGS).load();
        Path file = Files.writeString(folder.resolve("config.yaml"), ConfigWriter.toYaml(chosen));

        ConfigDraft draft =
                ConfigLoader.forGame("com.acme.Other", SETTINGS).file(file).draft();

        assertThat(draft.config()).isEqualTo(chosen);
        assertThat(draft.open()).containsExactly("learner.device");
    }

    @Test
    void onlyWhatCanBeChosenMayBeAuto() {
        ConfigLoader loader = set(
                "ppo.epochs=auto",
                "rollout.instances=automatic",
                "learner.shards=[auto]",
                "learner.device=gpus",
                "tuning.seconds=-1");

        assertThat(faultsOf(loader))
                .containsExactlyInAnyOrder(
                        "ppo.epochs: must be a whole number, but is 'auto' (--set ppo.epochs=auto)",
                        "rollout.instances: must be a whole number, or auto, but is 'automatic'"
                                + " (--set rollout.instances=automatic)",
                        "learner.shards: must be a whole number, or auto, but is a list (--set learner.shards=[auto])",
                        "learner.device: must be one of auto, cpu, gpu, but is 'gpus' (--set learner.device=gpus)",
                        "tuning.seconds: must be 0 to 3600, but is -1.0 (--set tuning.seconds=-1)");
    }

    @Test
    void recordsCheckThemselvesWhoeverMakesThem() {
        assertThatThrownBy(() -> new RolloutConfig(0, 0, -1))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("3 faults")
                .hasMessageContaining("rollout.instances")
                .hasMessageContaining("rollout.horizon")
                .hasMessageContaining("rollout.threads");
    }
}

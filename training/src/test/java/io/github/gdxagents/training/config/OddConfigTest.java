package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.gdxagents.agent.SimulationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and options that nobody would write on purpose: each is refused with exactly the faults that it has, or means what it says. */
class OddConfigTest {
    private static final SimulationSettings SETTINGS =
            SimulationSettings.none().declare("wind", 0.5).declare("a.b", 1).declare("start", 2);

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

    private ConfigLoader file(String yaml) throws IOException {
        return loader().file(Files.writeString(folder.resolve("odd.yaml"), yaml));
    }

    private List<String> faultsOf(ConfigLoader loader) {
        ConfigException failure = catchThrowableOfType(ConfigException.class, loader::load);
        assertThat(failure).as("the configuration must be refused").isNotNull();
        return failure.faults().stream()
                .map(fault ->
                        fault.toString().replace(folder.resolve("odd.yaml").toString(), "odd.yaml"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "settings: {1: 2} | settings.1: unknown key, possible here: wind, a.b, start (odd.yaml:1)",
                "settings: [wind] | settings: must be a group of keys, but is a list (odd.yaml:1)",
                "settings: {wind: {start: 1}} | settings.wind: must be a number, {uniform: [low, high]}, {normal: [mean, deviation], min: low, max: high} or {choice: [1, 2]}, but is a group with the keys start (odd.yaml:1)",
                "settings: {wnd: 1} | settings.wnd: unknown key, did you mean settings.wind? (odd.yaml:1)",
                "ppo.epochs: 3 | ppo.epochs: unknown key, in YAML it is ppo: {epochs: VALUE} (odd.yaml:1)",
                "network.memory.kind: gru | network.memory.kind: unknown key, in YAML it is network: {memory: {kind: VALUE}} (odd.yaml:1)",
                "settings.a.b: 3 | settings.a.b: unknown key, in YAML it is settings: {a.b: VALUE} (odd.yaml:1)",
                "\"\": 3 | '': unknown key, possible here: game, settings, seed, isolated, rollout, ppo, learner, network, normalization, curriculum, evaluation, faults, tuning, run (odd.yaml:1)",
                "run: {name: &n a, directory: *n} | run.directory: must be a value, but is the alias *n (odd.yaml:1)",
                "network: {hidden: [&s 8, *s]} | network.hidden: must be a value, but is the alias *s (odd.yaml:1)",
                "seed: '*none' | seed: must be a whole number, but is '*none' (odd.yaml:1)",
                "game: | game: must be text, but is empty (odd.yaml:1)",
                "ppo: {clipRangeLower: 1.1} | ppo.clipRangeLower: must be in [0, 1], but is 1.1 (odd.yaml:1)",
                "ppo: {reference: {coefficient: -1}} | ppo.reference.coefficient: must be at least 0 and finite, but is -1.0 (odd.yaml:1)",
                "ppo: {learningRate: {begin: 1}} | ppo.learningRate.begin: unknown key; the value must be a number, {start: number, end: number}, or values at steps such as {0: 1e-3, 500_000: 1e-4} (odd.yaml:1)",
                "ppo: {learningRate: {}} | ppo.learningRate: must be a number, {start: number, end: number}, or values at steps such as {0: 1e-3, 500_000: 1e-4}, but has no start and no end (odd.yaml:1)",
                "ppo: {learningRate: {-5: 1, 0: 2}} | ppo.learningRate.-5: must be at least 0, but is -5 (odd.yaml:1)",
                "ppo: {learningRate: 1e300} | ppo.learningRate: must be at most 3.4028235E38, the largest float, but is 1.0E300 (odd.yaml:1)",
                "ppo: {adamEpsilon: 1e-60} | ppo.adamEpsilon: must be at least 1.4E-45, the smallest float, but is 1.0E-60 (odd.yaml:1)",
                "evaluation: {nearTarget: {trainingReturn: .nan}} | evaluation.nearTarget.trainingReturn: must be a finite number, or .inf for never, but is NaN (odd.yaml:1)",
                "evaluation: {nearTarget: {everyIterations: 0}} | evaluation.nearTarget.everyIterations: must be at least 1, but is 0 (odd.yaml:1)",
                "evaluation: {targetReturn: -.inf} | evaluation.targetReturn: must be a finite number, or .inf for none, but is -Infinity (odd.yaml:1)",
                "rollout: {threads: 2_000_000_000} | rollout.threads: must be 1 to 1024, 0 for one per core, or auto, but is 2000000000 (odd.yaml:1)",
                "rollout: {instances: 1_000_000, horizon: 1_000} | rollout.horizon: must be at most 268 with 1000000 instances, but is 1000 (odd.yaml:1)",
                "ppo: {objective: klpenalty} | ppo.objective: must be the name of an objective, one of clip, kl-penalty, policy-gradient, test-objective, trust-region, but is 'klpenalty'; did you mean kl-penalty? (odd.yaml:1)",
                "ppo: {objective: TRPO} | ppo.objective: must be the name of an objective, one of clip, kl-penalty, policy-gradient, test-objective, trust-region, but is 'TRPO'; did you mean trust-region? (odd.yaml:1)",
                "network: {n_lstm_layers: 1} | network.n_lstm_layers: unknown key, did you mean network.memory.kind? (odd.yaml:1)",
                "policy_kwargs: {lstm_hidden_size: 1} | policy_kwargs: unknown key, possible here: game, settings, seed, isolated, rollout, ppo, learner, network, normalization, curriculum, evaluation, faults, tuning, run (odd.yaml:1)",
            })
    void aFaultIsReportedOnce(String yaml, String fault) throws IOException {
        assertThat(faultsOf(file(yaml))).containsExactly(fault);
    }

    @Test
    void allFaultsOfAScheduleAreListed() throws IOException {
        assertThat(faultsOf(file("ppo: {learningRate: {start: x, end: .nan}, clipRangeUpper: {start: .inf, end: .nan},"
                        + " clipRangeLower: {start: -1, end: 3}, entropyCoefficient: {0: x, 1.5: 1, z: 2, 9: -.inf}}")))
                .containsExactly(
                        "ppo.learningRate.start: must be a number, but is 'x' (odd.yaml:1)",
                        "ppo.clipRangeUpper.start: must be finite, but is Infinity (odd.yaml:1)",
                        "ppo.clipRangeUpper.end: must be finite, but is NaN (odd.yaml:1)",
                        "ppo.entropyCoefficient.0: must be a number, but is 'x' (odd.yaml:1)",
                        "ppo.entropyCoefficient.1.5: a step must be a whole number of decisions, but is '1.5' (odd.yaml:1)",
                        "ppo.entropyCoefficient.z: a step must be a whole number of decisions, but is 'z' (odd.yaml:1)",
                        "ppo.entropyCoefficient.9: must be finite, but is -Infinity (odd.yaml:1)",
                        "ppo.clipRangeLower: must be in [0, 1], but is -1.0 (odd.yaml:1)",
                        "ppo.clipRangeLower: must be in [0, 1], but is 3.0 (odd.yaml:1)");
    }

    @Test
    void allItemsOfAListAreChecked() throws IOException {
        assertThat(faultsOf(file("network:\n  hidden:\n  - 64\n  - x\n  - 1.5\n  - [2]\n")))
                .containsExactly(
                        "network.hidden: must be a list of whole numbers, but has 'x' (odd.yaml:4)",
                        "network.hidden: must be a list of whole numbers, but has '1.5' (odd.yaml:5)",
                        "network.hidden: must be a list of whole numbers, but has a list (odd.yaml:6)");
    }

    /** A fault in one group leaves its other values to be held against those of other groups. */
    @Test
    void whatDoesNotGoTogetherIsListedAlongWithOtherFaults() throws IOException {
        assertThat(faultsOf(file("rollout: {instances: 0, horizon: 20}\n"
                        + "network: {memory: {kind: gru, sequenceLength: 30}, trunk: both}\n"
                        + "seed: x")))
                .containsExactly(
                        "seed: must be a whole number, but is 'x' (odd.yaml:3)",
                        "rollout.instances: must be 1 to 1048576, or auto, but is 0 (odd.yaml:1)",
                        "network.trunk: must be one of separate, shared, but is 'both' (odd.yaml:2)",
                        "network.memory.sequenceLength: must be at most rollout.horizon, 20, but is 30 (odd.yaml:2)");
        assertThat(faultsOf(file("ppo: {epochs: 0, objective: trust-region}\nnetwork: {trunk: shared}\nseed: x")))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("network.trunk: must be separate with ppo.objective trust-region")
                        .endsWith("(odd.yaml:2)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'ppo:\n\tepochs: 3' | 2 | found character '\\t(TAB)'",
                "'seed: 1\nppo: {epochs: 3\nrun: x' | 3 | expected ',' or '}'",
                "'seed: 1\nrun:\n  name: \"x\n' | 4 | found unexpected end of stream",
                "'seed: 1\nrun\nppo: 2' | 3 | could not find expected ':'",
            })
    void aFaultOfTheSyntaxHasItsLineAndTheWholeSentence(String yaml, int line, String sentence) throws IOException {
        assertThat(faultsOf(file(yaml)))
                .singleElement()
                .asString()
                .startsWith("this is not YAML: ")
                .contains(sentence)
                .endsWith("(odd.yaml:" + line + ")");
    }

    /** Each of nine names ten of the one before: a billion, if anybody resolved them. */
    @Test
    void aliasesAreNotResolved() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 lol\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            yaml.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
        }
        assertThat(faultsOf(file(yaml.toString())))
                .hasSize(100) // 90 aliases, 10 unknown keys
                .contains("a9: must be a value, but is the alias *a8 (odd.yaml:10)");
    }

    @Test
    void deepAndLargeFilesAreRefused() throws IOException {
        assertThat(faultsOf(file("[".repeat(100_000))))
                .singleElement()
                .asString()
                .contains("this is not YAML", "nesting depth");
        assertThat(faultsOf(file("#".repeat((1 << 20) + 1))))
                .singleElement()
                .asString()
                .contains("it has more than 1048576 bytes, as no configuration has");
        assertThat(faultsOf(file("seed: " + "1".repeat(500_000))))
                .containsExactly("seed: must be a whole number, but is '" + "1".repeat(100) + "…' (odd.yaml:1)");
    }

    /** A device has no size; on systems without this one there is nothing to find. */
    @Test
    void aFileWithoutEndIsRefused() {
        assertThat(faultsOf(loader().file(Path.of("/dev/zero"))))
                .singleElement()
                .asString()
                .containsAnyOf("no such", "more than");
    }

    /** Who mistakes a file of data for a configuration is told so at once: the first faults and how many there are. */
    @Test
    void aHundredThousandUnknownKeysAreCounted() throws IOException {
        StringBuilder yaml = new StringBuilder("settings: {");
        for (int i = 0; i < 50_000; i++) {
            yaml.append("k").append(i).append(",");
        }
        yaml.append("}\nppo: {objective: {name: clip, ");
        for (int i = 0; i < 50_000; i++) {
            yaml.append("k").append(i).append(",");
        }
        ConfigLoader loader = file(yaml.append("}}").toString());
        ConfigException failure = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> catchThrowableOfType(ConfigException.class, loader::load));
        assertThat(failure).hasMessageStartingWith("The configuration has 100000 faults, the first of them:\n");
        assertThat(failure.faults()).hasSize(100);
        assertThat(failure.getMessage().length()).isLessThan(20_000);
    }

    @Test
    void longKeysAndListsAreCutInMessages() throws IOException {
        String key = "k".repeat(40_000);
        assertThat(faultsOf(file("? " + key + "\n: 1\nnetwork: {hidden: [" + "1, ".repeat(100_000) + "]}")))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.length()).isLessThan(1000))
                .anySatisfy(fault -> assertThat(fault).startsWith("k".repeat(200) + "…: unknown key"))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("network.hidden: must be at most 16 layers, but is [1, 1"));
    }

    /** Alone, without a game: what the layers need among themselves. */
    @Test
    void aNetworkThatNoPolicyFileHoldsIsAFault() {
        assertThat(faultsOf(set("network.hidden=[16384, 600]")))
                .containsExactly(
                        "network.hidden: must be small enough for a policy file of 8388608 parameters, with the memory,"
                                + " but is larger: these layers have 9864369 at least (--set network.hidden=[16384, 600])");
        // 2 * 4096 + 3 * 2 * 4096 * 4096 and biases
        assertThat(faultsOf(set("network.hidden=[]", "network.memory={kind: gru, size: 4096}")))
                .singleElement()
                .asString()
                .contains("network.hidden: must be small enough");
        assertThat(set("network.hidden=[16384, 500]").load().network().hidden()).containsExactly(16384, 500);
    }

    @Test
    void whatAPolicyFileHasNoRoomForIsAFault() {
        String longest = "g".repeat(1024);
        TrainingConfig.Builder config = TrainingConfig.builder(longest);
        assertThat(config.build().game()).isEqualTo(longest);
        assertThatThrownBy(() -> config.game(longest + "g").build())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("game: must be at most 1024 bytes");
        ConfigLoader wordy = loader().setTexts("network.initialPolicies", List.of("p".repeat(1 << 20)), "test");
        assertThat(faultsOf(wordy)).singleElement().asString().contains("must have at most 1048576 bytes");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedAndAByteOrderMarkIsNot() throws IOException {
        Path file = folder.resolve("odd.yaml");
        Files.write(file, "run: {name: ü}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(faultsOf(loader().file(file))).singleElement().asString().contains("it is not text in UTF-8");
        Files.write(file, "seed: 3".getBytes(StandardCharsets.UTF_16));
        assertThat(faultsOf(loader().file(file))).singleElement().asString().contains("it is not text in UTF-8");
        assertThat(file("\ufeffseed: 3").load().seed()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "---",
                "{}",
                "null",
                "ppo:",
                "ppo: {}",
                "settings:",
                "settings: {}",
                "network: {memory: }"
            })
    void nothingChangesNothing(String yaml) throws IOException {
        assertThat(file(yaml).load()).isEqualTo(loader().load());
    }

    /** Also where the value below is a group itself. */
    @Test
    void anEmptyValueIsNoEmptyGroup() throws IOException {
        String expected = "ppo.learningRate: must be a number, {start: number, end: number}, or values at steps such as"
                + " {0: 1e-3, 500_000: 1e-4}, but is empty (odd.yaml:1)";
        Path file = Files.writeString(folder.resolve("odd.yaml"), "ppo: {learningRate: }");
        assertThat(faultsOf(loader().file(file))).containsExactly(expected);
        assertThat(faultsOf(set("ppo.learningRate={start: 1, end: 0}").file(file)))
                .containsExactly(expected);
        assertThat(faultsOf(set("ppo.learningRate={0: 1}").file(file))).containsExactly(expected);
    }

    @Test
    void theNamesOfSettingsAreTheirGamesOwn() throws IOException {
        TrainingConfig config = set("settings.a.b=3", "settings.start=4").load();
        assertThat(config.settings())
                .containsEntry("a.b", SettingValue.constant(3))
                .containsEntry("start", SettingValue.constant(4))
                .containsEntry("wind", SettingValue.constant(0.5));

        SimulationSettings numbers = SimulationSettings.none().declare("2d", 1).declare("3d", 1);
        ConfigLoader loader = ConfigLoader.forGame("x", numbers).set("settings.3d=5", "--set");
        assertThat(loader.load().settings())
                .containsEntry("2d", SettingValue.constant(1))
                .containsEntry("3d", SettingValue.constant(5));

        ConfigLoader without = ConfigLoader.forGame("x", SimulationSettings.none());
        assertThat(faultsOf(without.set("settings.wind=1", "--set")))
                .containsExactly("settings.wind: unknown key, the game has no settings (--set settings.wind=1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "game=walker | game: must be 'lander' as asked for, but is 'walker' (--set game=walker)",
                "ppo.epochs=[1 | ppo.epochs: this is not YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end> (--set ppo.epochs=[1)",
                "ppo.epochs= | ppo.epochs: must be a whole number, but is empty (--set ppo.epochs=)",
                "ppo.epochs.x=1 | ppo.epochs: must be a whole number, but is a group of keys (--set ppo.epochs.x=1)",
                "ppo=3 | ppo: must be a group of keys, but is '3' (--set ppo=3)",
                "=3 | --set must be key=value, for example ppo.epochs=4, but is '=3'",
            })
    void aFaultOfAnOptionIsReportedOnce(String assignment, String fault) {
        assertThat(faultsOf(set(assignment))).containsExactly(fault);
    }

    @Test
    void truthIsWrittenInAnyCaseAsOtherNamesAre() throws IOException {
        assertThat(file("normalization: {observations: True}")
                        .load()
                        .normalization()
                        .observations())
                .isTrue();
        assertThat(file("evaluation: {stopAtTarget: FALSE}").load().evaluation().stopAtTarget())
                .isFalse();
    }

    @Test
    void aPathThatNoSystemHasIsRefused() {
        assertThat(faultsOf(loader().setText("run.directory", "a\0b", "--runs")))
                .singleElement()
                .asString()
                .startsWith("run.directory: must be the path of a folder");
    }

    @Test
    void aLoaderCanBeAskedAgain() {
        ConfigLoader loader = set("ppo.epochs=x");
        assertThat(faultsOf(loader)).isEqualTo(faultsOf(loader)).hasSize(1);
        assertThat(loader.set("ppo.epochs=3", "--set").load().ppo().epochs()).isEqualTo(3);
    }
}

package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.ActionBranch;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.network.ObservationNormalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
    private static PolicyModel read(byte[] bytes) throws IOException {
        return PolicyFile.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream stream = PolicyFileTest.class.getResourceAsStream("policy-" + name + ".policy")) {
            return stream.readAllBytes();
        }
    }

    private static void assertSame(PolicyModel actual, PolicyModel expected) {
        assertThat(actual.behavior()).isEqualTo(expected.behavior());
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class) // exactly, NaN too
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(expected);
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        for (ActionSpec action : new ActionSpec[] {Fixtures.DISCRETE, Fixtures.CONTINUOUS, Fixtures.HYBRID}) {
            PolicyModel model = Fixtures.model(action);
            assertSame(read(PolicyFile.toBytes(model)), model);
        }
        PolicyModel everyLayer = Fixtures.versionTwo("all");
        assertSame(read(PolicyFile.toBytes(everyLayer)), everyLayer);
        PolicyModel everyGroup = Fixtures.versionThree();
        assertSame(read(PolicyFile.toBytes(everyGroup)), everyGroup);
    }

    @Test
    void modelWithNothingOptionalIsReadToo() throws IOException {
        PolicyModel model = PolicyModel.builder(
                        Fixtures.behavior(Fixtures.DISCRETE), Network.zeros(5, new int[0], Activation.TANH, 4))
                .goldenSamples(1, RandomStream.of(1))
                .build();
        PolicyModel back = read(PolicyFile.toBytes(model));
        assertSame(back, model);
        assertThat(back.normalizer().isIdentity()).isTrue();
        assertThat(back.provenance().meanReturn()).isNaN();
    }

    @Test
    void goldenFileOfVersionOneIsStillReadAndWrittenAsTheCurrentOne() throws IOException {
        PolicyModel expected = Fixtures.model(Fixtures.HYBRID);
        PolicyModel old = read(golden("v1"));
        assertSame(old, expected);
        byte[] rewritten = PolicyFile.toBytes(old);
        assertThat(HexFormat.of().formatHex(rewritten, 8, 12)).isEqualTo("04000000");
        assertSame(read(rewritten), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silu", "gru", "lstm"})
    void goldenFilesOfVersionTwoAreStillReadAndWrittenAsTheCurrentOne(String kind) throws IOException {
        PolicyModel expected = Fixtures.versionTwo(kind);
        PolicyModel old = read(golden("v2-" + kind));
        assertSame(old, expected);
        byte[] rewritten = PolicyFile.toBytes(old);
        assertThat(HexFormat.of().formatHex(rewritten, 8, 12)).isEqualTo("04000000");
        assertSame(read(rewritten), expected);
    }

    /** What follows the observation is as it was in version 2, byte for byte. */
    @ParameterizedTest
    @ValueSource(strings = {"silu", "gru", "lstm"})
    void theNextVersionDiffersInTheObservationAlone(String kind) throws IOException {
        byte[] old = golden("v2-" + kind);
        byte[] now = PolicyFile.toBytes(Fixtures.versionTwo(kind));
        int added = 4 + 1 + 4; // one group, a vector, without a name
        assertThat(now).hasSize(old.length + added);
        int names = new PolicyFileLayout(old).observationName - 8;
        assertThat(Arrays.copyOfRange(now, 16, names)).isEqualTo(Arrays.copyOfRange(old, 16, names));
        assertThat(Arrays.copyOfRange(now, names + added, now.length - 4))
                .isEqualTo(Arrays.copyOfRange(old, names, old.length - 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2-silu", "v2-gru", "v2-lstm"})
    void theObservationOfAnOldFileIsOneVectorWithoutAName(String name) throws IOException {
        assertThat(read(golden(name)).behavior().observation().groups())
                .singleElement()
                .satisfies(group -> assertThat(group.name()).isEmpty())
                .satisfies(group -> assertThat(group.kind()).isEqualTo(ObservationGroup.Kind.VECTOR));
    }

    @Test
    void goldenFileOfVersionThreeIsReadAndWrittenWithNothingButAnotherVersion() throws IOException {
        PolicyModel expected = Fixtures.versionThree();
        byte[] old = golden("v3");
        assertSame(read(old), expected);
        byte[] now = PolicyFile.toBytes(expected);
        assertThat(Arrays.copyOfRange(now, 12, now.length - 4)).isEqualTo(Arrays.copyOfRange(old, 12, old.length - 4));
        assertThat(expected.behavior().observation().groups()).hasSize(5);
    }

    @Test
    void goldenFileOfVersionFourIsReadAndWrittenByteForByte() throws IOException {
        PolicyModel expected = Fixtures.versionFour();
        assertSame(read(golden("v4")), expected);
        assertThat(PolicyFile.toBytes(expected)).isEqualTo(golden("v4"));
        assertThat(expected.network().layers().get(0)).isInstanceOf(ObservationEncoder.class);
        assertThat(read(golden("v4")).normalizer().leavesCounts()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2-silu", "v2-gru", "v2-lstm", "v3", "v4"})
    void headerIsMagicVersionAndLengthInLittleEndian(String name) throws IOException {
        byte[] file = golden(name);
        String header = HexFormat.of().formatHex(file, 0, 12);
        assertThat(header).isEqualTo("89474458" + "0d0a1a0a" + "0" + name.charAt(1) + "000000");
        new PolicyFileLayout(file); // walks to the end by the description alone
    }

    @Test
    void policyFromAFileActsAsTheOneThatWasWritten() throws IOException {
        PolicyModel model = Fixtures.versionTwo("all");
        NetworkPolicy written = new NetworkPolicy(model, DecisionMode.STOCHASTIC, 1);
        NetworkPolicy loaded = new NetworkPolicy(read(PolicyFile.toBytes(model)), DecisionMode.STOCHASTIC, 1);
        Seat expected = Fixtures.seat(model.behavior(), new float[5]);
        Seat actual = Fixtures.seat(model.behavior(), new float[5]);
        written.accept(expected);
        loaded.accept(actual);
        RandomStream random = RandomStream.of(3);
        for (int decision = 0; decision < 50; decision++) {
            for (int i = 0; i < 5; i++) {
                expected.observation()[i] = random.nextGaussian();
                actual.observation()[i] = expected.observation()[i];
            }
            written.add(expected);
            loaded.add(actual);
            written.decide();
            loaded.decide();
            assertThat(actual.outputs()).isEqualTo(expected.outputs());
            assertThat(actual.memory()).isEqualTo(expected.memory());
            assertThat(actual.actions()).hasToString(expected.actions().toString());
        }
    }

    @Test
    void streamsAndFilesGiveTheSameModel(@TempDir Path folder) throws IOException {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        PolicyFile.write(model, stream);
        Path file = Files.write(folder.resolve("pilot.policy"), stream.toByteArray());
        assertSame(PolicyFile.read(new FileHandle(file.toFile())), model);
    }

    @Test
    void largeFileIsReadInPieces() throws IOException {
        PolicyModel model = PolicyModel.builder(
                        Fixtures.behavior(Fixtures.DISCRETE),
                        Fixtures.network(RandomStream.of(1), Activation.RELU, 5, new int[] {300, 300}, 4))
                .goldenSamples(2, RandomStream.of(2))
                .build();
        byte[] bytes = PolicyFile.toBytes(model);
        InputStream drops = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1000));
            }
        };
        assertSame(PolicyFile.read(drops), model);
    }

    /** Else a game would be trained until its first policy is to be written. */
    @Test
    void whateverASpecificationMayBeIsWritten() throws IOException {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        for (int i = 0; i < ObservationSpec.MAX_GROUPS; i++) {
            observation.vector("g" + i, "x");
        }
        ActionSpec.Builder action = ActionSpec.builder().continuous(names(ActionSpec.MAX_CONTINUOUS));
        action.branch("b0", names(ActionBranch.MAX_CHOICES));
        for (int i = 1; i < ActionSpec.MAX_BRANCHES; i++) {
            action.branch("b" + i, names(2));
        }
        BehaviorSpec behavior = BehaviorSpec.builder("all")
                .observation(observation.build())
                .action(action.build())
                .build();
        int outputs = behavior.action().outputSize();
        PolicyModel model = PolicyModel.builder(
                        behavior, Fixtures.network(RandomStream.of(1), Activation.RELU, 256, new int[] {2}, outputs))
                .goldenSamples(1, RandomStream.of(2))
                .build();
        assertThat(read(PolicyFile.toBytes(model)).behavior()).isEqualTo(behavior);
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).toArray(String[]::new);
    }

    @Test
    void missingFileIsNamed(@TempDir Path folder) {
        FileHandle file = new FileHandle(folder.resolve("none.policy").toFile());
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("none.policy")
                .hasMessageContaining("exists");
    }

    @Test
    void modelThatNoReaderWouldTakeIsNotWritten() {
        PolicyModel model = Fixtures.model(Fixtures.DISCRETE);
        PolicyModel.Builder changed = model.toBuilder();
        changed.goldenSamples(List.of());
        PolicyModel untested = changed.build();
        assertThatThrownBy(() -> PolicyFile.toBytes(untested))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("call goldenSamples(count, random)");
    }

    /** Who writes is told what is wrong with the model, and nothing about damage and copies. */
    @Test
    void aWriterIsNotGivenAReadersAdvice() {
        PolicyModel model = Fixtures.model(Fixtures.DISCRETE);
        float[] observation = model.goldenSamples().get(0).observation();
        float[] outputs = model.goldenSamples().get(0).outputs();
        outputs[0] = Float.NaN;
        PolicyModel broken = model.toBuilder()
                .goldenSamples(List.of(new GoldenSample(observation, outputs)))
                .build();
        assertThatThrownBy(() -> PolicyFile.toBytes(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "policy model of behavior 'pilot': no policy file can hold it: goldenSamples[0]")
                .hasMessageEndingWith("expected a finite number, but found NaN");
    }

    /** Room for everything, whatever the provenance: so a trainer knows before it begins. */
    @Test
    void theMostBytesAreThoseOfAPolicyWithTheLongestProvenance() {
        Map<String, Double> settings = new HashMap<>();
        while (settings.size() < SimulationSettings.MAX_SIZE) {
            settings.put(String.format("%0120d", settings.size()), 1.0);
        }
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        PolicyModel longest = model.toBuilder()
                .normalizer(ObservationNormalizer.of(new double[5], new double[] {1, 1, 1, 1, 1}))
                .goldenSamples(model.goldenSamples().size(), RandomStream.of(1))
                .provenance(Provenance.builder()
                        .game("g".repeat(1024))
                        .settings(settings)
                        .evaluation(1, 1)
                        .configuration("c".repeat(1 << 20))
                        .libraryVersion("v".repeat(1024))
                        .build())
                .build();
        Network network = model.network();
        long most = PolicyFile.mostBytes(
                model.behavior(),
                network.layers().size(),
                network.parameterCount(),
                model.goldenSamples().size());
        int shape = 4 * (1 + 4 + 2); // of an encoder with all convolutions that it may have
        assertThat(PolicyFile.toBytes(longest)).hasSize((int) most - shape);
    }
}

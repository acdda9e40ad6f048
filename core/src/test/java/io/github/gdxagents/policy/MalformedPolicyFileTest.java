package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedPolicyFileTest {
    private static final int MUTATIONS = 20_000;

    /** The file itself has 2 KB; an exception with its message and stack takes some more. */
    private static final long MOST_BYTES = 300_000;

    private static byte[] valid;
    private static PolicyFileLayout layout;

    @BeforeAll
    static void makeFile() {
        valid = PolicyFile.toBytes(Fixtures.versionTwo("all")); // dense, GRU, LSTM, dense
        layout = new PolicyFileLayout(valid);
    }

    private static byte[] repaired(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - 4);
        buffer(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
        return bytes;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] withInt(int position, int value) {
        byte[] bytes = valid.clone();
        buffer(bytes).putInt(position, value);
        return repaired(bytes);
    }

    private static byte[] withFloat(int position, float value) {
        return withInt(position, Float.floatToRawIntBits(value));
    }

    private static byte[] withByte(int position, int value) {
        byte[] bytes = valid.clone();
        bytes[position] = (byte) value;
        return repaired(bytes);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) {
        return assertThatThrownBy(() -> PolicyFile.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageStartingWith("Policy file '(stream)', ");
    }

    @Test
    void foreignFileIsToldByItsMagic() {
        assertRefused("PK\u0003\u0004 some other file format".getBytes(StandardCharsets.US_ASCII))
                .hasMessageContaining("magic at byte 0: expected 894744580d0a1a0a, but found 504b0304");
        assertRefused(new byte[0]).hasMessageContaining("expected 16 bytes, but found 0");
    }

    @Test
    void laterVersionTellsToUpdate() {
        assertRefused(withInt(8, 5))
                .hasMessageContaining("format version at byte 8: expected 1 to 4, but found 5")
                .hasMessageContaining("update");
        assertRefused(withInt(8, 0)).hasMessageContaining("found 0");
    }

    @Test
    void fileIsRefusedWhereverItIsCutOff() {
        for (int length = 0; length < valid.length; length++) {
            assertRefused(Arrays.copyOf(valid, length));
        }
        assertRefused(Arrays.copyOf(valid, valid.length - 1))
                .hasMessageContaining("expected " + valid.length + " bytes, but found " + (valid.length - 1))
                .hasMessageContaining("copy it again");
    }

    @Test
    void bodyIsRefusedWhereverItIsCutOffThoughLengthAndChecksumFit() {
        for (int length = 16; length < valid.length - 4; length++) {
            byte[] bytes = Arrays.copyOf(valid, length + 4);
            buffer(bytes).putInt(12, length - 16);
            assertRefused(repaired(bytes));
        }
    }

    @Test
    void moreBytesThanTheBodyNeedsAreRefused() {
        assertRefused(Arrays.copyOf(valid, valid.length + 1)).hasMessageContaining("found more");
        byte[] longer = Arrays.copyOf(valid, valid.length + 8);
        buffer(longer).putInt(12, valid.length - 20 + 8);
        assertRefused(repaired(longer)).hasMessageContaining("found 8 more bytes");
    }

    @Test
    void anyChangedBitFailsTheChecksum() {
        for (int i = 16; i < valid.length; i++) {
            byte[] bytes = valid.clone();
            bytes[i] ^= (byte) (1 << (i % 8));
            assertRefused(bytes).hasMessageContaining("checksum");
        }
    }

    @Test
    void swollenCountsAreRefusedBeforeMemoryIsTaken() {
        assertThat(layout.counts).hasSizeGreaterThan(30);
        assertSwollenCountsAreRefused(valid);
        assertSwollenCountsAreRefused(grouped());
        assertSwollenCountsAreRefused(encoded());
    }

    private static void assertSwollenCountsAreRefused(byte[] file) {
        for (int position : new PolicyFileLayout(file).counts) {
            int count = buffer(file).getInt(position);
            for (int value : new int[] {count + 1, 1000, 1 << 16, 1 << 24, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
                byte[] bytes = file.clone();
                buffer(bytes).putInt(position, value);
                repaired(bytes);
                long before = Fixtures.allocated();
                assertThatThrownBy(() -> PolicyFile.read(new ByteArrayInputStream(bytes)))
                        .as("count at byte %d set to %d", position, value)
                        .isInstanceOf(PolicyFileException.class);
                assertThat(Fixtures.allocated() - before)
                        .as("memory for a count of %d at byte %d", value, position)
                        .isLessThan(MOST_BYTES);
            }
        }
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        assertRefused(withFloat(layout.firstParameter + 8, Float.NaN))
                .hasMessageContaining("network.layers[0].parameters[2] at byte " + (layout.firstParameter + 8))
                .hasMessageContaining("expected a finite number, but found NaN");
        assertRefused(withFloat(layout.firstParameter, Float.NEGATIVE_INFINITY))
                .hasMessageContaining("found -Infinity");
        assertRefused(withFloat(layout.firstGoldenOutput, Float.NaN))
                .hasMessageContaining("goldenSamples[0].outputs[0]");
        assertRefused(withFloat(layout.normalizerKind + 1 + 20, 0f)) // the first scale
                .hasMessageContaining("normalizer.scale[0] at byte " + (layout.normalizerKind + 21)
                        + ": expected a finite number above 0, but found 0.0");
        assertRefused(withFloat(layout.normalizerKind + 1 + 20 + 8, -1f))
                .hasMessageContaining("normalizer.scale[2] at byte " + (layout.normalizerKind + 29));
    }

    @Test
    void policyThatWouldActDifferentlyHereIsRefused() {
        float golden = buffer(valid).getFloat(layout.firstGoldenOutput);
        assertRefused(withFloat(layout.firstGoldenOutput, golden + 2e-4f * Math.max(1, Math.abs(golden))))
                .hasMessageContaining("golden sample 0, output 0")
                .hasMessageContaining("act differently");
        float weight = buffer(valid).getFloat(layout.firstParameter);
        assertRefused(withFloat(layout.firstParameter, weight + 0.1f)).hasMessageContaining("golden sample");
        // relu instead of silu: 2 instead of 3
        assertRefused(withByte(layout.firstActivation, 2)).hasMessageContaining("golden sample");
    }

    @Test
    void layerThatIsAnotherKindThanItsBytesIsRefused() {
        for (int layer = 0; layer < 4; layer++) {
            int position = layout.kinds.get(layer);
            for (int kind = 0; kind < 4; kind++) {
                if (kind != valid[position]) {
                    assertRefused(withByte(position, kind)); // the fields after it no longer fit
                }
            }
        }
    }

    @Test
    void recurrentWeightsAreTestedByTheSecondSample() {
        // a GRU from 6 to 5 values: 6 * 15 input weights, then the recurrent ones, which meet zeros in the first sample
        int position = layout.parameters.get(1) + 4 * 6 * 15;
        for (int column : new int[] {0, 5, 10}) { // reset, update, candidate
            float weight = buffer(valid).getFloat(position + 4 * column);
            assertRefused(withFloat(position + 4 * column, weight + 3))
                    .hasMessageContaining("golden sample")
                    .message()
                    .doesNotContain("golden sample 0");
        }
        assertRefused(withFloat(position, Float.POSITIVE_INFINITY))
                .hasMessageContaining("network.layers[1].parameters[90]")
                .hasMessageContaining("found Infinity");
    }

    @Test
    void hugeRecurrentLayersAreRefusedBeforeMemoryIsTaken() {
        for (int layer : new int[] {1, 2}) {
            for (int size : new int[] {25_000, 30_000, 1 << 16}) { // parameters or bytes exceed an int
                byte[] bytes = withInt(layout.kinds.get(layer) + 5, size);
                long before = Fixtures.allocated();
                assertRefused(bytes).hasMessageContaining("network.layers[" + layer + "].parameters");
                assertThat(Fixtures.allocated() - before).isLessThan(MOST_BYTES);
            }
        }
    }

    @Test
    void versionOneKnowsNoSilu() throws IOException {
        byte[] bytes;
        try (InputStream stream = MalformedPolicyFileTest.class.getResourceAsStream("policy-v1.policy")) {
            bytes = stream.readAllBytes();
        }
        bytes[new PolicyFileLayout(bytes).firstActivation] = 3;
        assertRefused(repaired(bytes)).hasMessageContaining("code from 0 to 2, but found 3");
    }

    private static byte[] encoded() {
        return PolicyFile.toBytes(Fixtures.versionFour());
    }

    /** Activation, how many convolutions, 3 and 4 channels, size 6, 2 heads: each number is replaced in turn. */
    @Test
    void encodersOfAnotherShapeThanTheirBytesAreRefused() {
        byte[] file = encoded();
        int shape = new PolicyFileLayout(file).encoder;
        String[] refused = {
            "network.layers[0].gridChannels.count: 5", "network.layers[0].gridChannels[0]: 0",
            "network.layers[0].gridChannels[1]: 513", "network.layers[0].setSize: -1",
            "network.layers[0].setSize: 513", "network.layers[0].setHeads: 0"
        };
        int[] positions = {1, 5, 9, 13, 13, 17};
        for (int i = 0; i < refused.length; i++) {
            String[] fault = refused[i].split(": ");
            byte[] bytes = file.clone();
            buffer(bytes).putInt(shape + positions[i], Integer.parseInt(fault[1]));
            assertRefused(repaired(bytes)).hasMessageContaining(fault[0] + " at byte " + (shape + positions[i]));
        }
        byte[] heads = file.clone();
        buffer(heads).putInt(shape + 17, 4);
        assertRefused(repaired(heads)).hasMessageContaining("a multiple of its heads");
        byte[] sizes = file.clone();
        buffer(sizes).putInt(shape + 13, 12);
        assertRefused(repaired(sizes))
                .hasMessageContaining("network.layers[0] at byte")
                .hasMessageContaining("gives");
    }

    @Test
    void onlyTheFirstLayerMayEncodeAndOnlyWhatThereIsToEncode() {
        byte[] bytes = encoded();
        bytes[new PolicyFileLayout(bytes).kinds.get(1)] = 3;
        assertRefused(repaired(bytes)).hasMessageContaining("network.layers[1].kind");
        assertRefused(withByte(layout.kinds.get(0), 3)).hasMessageContaining("network.layers[0]");
    }

    @Test
    void versionThreeKnowsNoEncoder() {
        byte[] bytes = encoded();
        bytes[8] = 3;
        assertRefused(repaired(bytes)).hasMessageContaining("normalizer.kind");
        bytes[new PolicyFileLayout(bytes).normalizerKind] = 1;
        assertRefused(repaired(bytes)).hasMessageContaining("network.layers[0].kind");
    }

    @Test
    void anEncoderThatIsNotGivenCountsIsRefused() {
        byte[] bytes = encoded();
        bytes[new PolicyFileLayout(bytes).normalizerKind] = 1;
        assertRefused(repaired(bytes)).hasMessageContaining("counts of sets as they are");
    }

    /** Plain values, a vector, a grid, a set, plain values: see {@link Fixtures#grouped}. */
    private static byte[] grouped() {
        return PolicyFile.toBytes(Fixtures.versionThree());
    }

    private static AbstractThrowableAssert<?, ?> assertGroupRefused(int group, int byteOfGroup, int value) {
        byte[] bytes = grouped();
        int position = new PolicyFileLayout(bytes).groups.get(group) + byteOfGroup;
        buffer(bytes).putInt(position, value);
        long before = Fixtures.allocated();
        AbstractThrowableAssert<?, ?> refused = assertRefused(repaired(bytes));
        assertThat(Fixtures.allocated() - before).isLessThan(MOST_BYTES);
        return refused;
    }

    @Test
    void sizesOfGroupsThatMakeNoSenseAreRefused() {
        int sizes = 1 + 4 + "map".length(); // after the kind and the name
        assertGroupRefused(2, sizes, 0).hasMessageContaining("observation[2].rows at byte ");
        assertGroupRefused(2, sizes, -1).hasMessageContaining("expected a number from 1 to 65536, but found -1");
        assertGroupRefused(2, sizes + 4, 0).hasMessageContaining("observation[2].columns at byte ");
        assertGroupRefused(2, sizes + 4, Integer.MAX_VALUE).hasMessageContaining("observation[2].columns at byte ");
        assertGroupRefused(2, sizes + 8, 0).hasMessageContaining("observation[2].names.count at byte ");
        assertGroupRefused(3, sizes + "enemies".length() - "map".length(), 0)
                .hasMessageContaining("observation[3].most");
    }

    @Test
    void groupsOfMoreValuesThanTheFileCanBringAreRefusedBeforeTheirNamesAreMade() {
        int sizes = 1 + 4 + "map".length();
        assertGroupRefused(2, sizes, 1 << 16)
                .hasMessageContaining("observation[2] at byte ")
                .hasMessageContaining("it may have at most 65536 values, but with the group 'map' it has 393221");
        assertGroupRefused(2, sizes, 10_000) // 60,000 values, of which each needs a weight and an element of a sample
                .hasMessageContaining("observation at byte ")
                .hasMessageContaining("expected 480104 bytes, but only ");
    }

    @Test
    void productOfSizesThatOverflowsIsRefused() {
        byte[] bytes = grouped();
        int sizes = new PolicyFileLayout(bytes).groups.get(2) + 1 + 4 + "map".length();
        buffer(bytes).putInt(sizes, 1 << 16).putInt(sizes + 4, 1 << 16);
        assertRefused(repaired(bytes))
                .hasMessageContaining("observation[2] at byte ")
                .hasMessageContaining("it may have at most 65536 values, but with the group 'map' it has 4294967301");
    }

    @Test
    void groupOfAnotherKindThanItsBytesIsRefused() {
        byte[] file = grouped();
        List<Integer> groups = new PolicyFileLayout(file).groups;
        for (int group = 0; group < groups.size(); group++) {
            for (int kind = 0; kind < 4; kind++) {
                if (kind != file[groups.get(group)]) {
                    byte[] bytes = file.clone();
                    bytes[groups.get(group)] = (byte) kind;
                    assertRefused(repaired(bytes)).hasMessageContaining("observation[");
                }
            }
        }
        byte[] unknown = file.clone();
        unknown[groups.get(0)] = 3;
        assertRefused(repaired(unknown))
                .hasMessageContaining(
                        "observation[0].kind at byte " + groups.get(0) + ": expected a code from 0 to 2, but found 3");
    }

    /** A file of groups of one value each, whose names are given: the first without a name if it is empty. */
    private static byte[] vectors(String... groupsAndValues) {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        for (int i = 0; i < groupsAndValues.length; i += 2) {
            if (groupsAndValues[i].isEmpty()) {
                observation.add(groupsAndValues[i + 1]);
            } else {
                observation.vector(groupsAndValues[i], groupsAndValues[i + 1]);
            }
        }
        BehaviorSpec behavior = BehaviorSpec.builder("b")
                .observation(observation.build())
                .action(Fixtures.DISCRETE)
                .build();
        Network network = Network.zeros(groupsAndValues.length / 2, new int[0], Activation.TANH, 4);
        return PolicyFile.toBytes(PolicyModel.builder(behavior, network)
                .goldenSamples(1, RandomStream.of(1))
                .build());
    }

    private static byte[] renamed(byte[] file, String from, String to) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text.indexOf(from))
                .as("only one")
                .isEqualTo(text.lastIndexOf(from))
                .isPositive();
        byte[] bytes = text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
        return repaired(bytes);
    }

    @Test
    void namesOfGroupsThatClashAreRefused() {
        assertRefused(renamed(vectors("qq", "x", "ww", "y"), "ww", "qq"))
                .hasMessageContaining("observation[1] at byte ")
                .hasMessageContaining("the group name 'qq' is used twice");
        assertRefused(renamed(vectors("q", "w.x", "q.z", "x"), "q.z", "q.w"))
                .hasMessageContaining("observation at byte ")
                .hasMessageContaining("the name 'q.w.x' is used twice");
        assertRefused(renamed(vectors("", "q.y", "q", "x"), "q.y", "q.x"))
                .hasMessageContaining("the name 'q.x' is used twice");
    }

    @Test
    void plainValuesAreNotSplitIntoTwoVectors() {
        byte[] file = vectors("qq", "x", "ww", "y");
        List<Integer> groups = new PolicyFileLayout(file).groups;
        byte[] bytes = file.clone();
        for (int group : groups) { // two letters become a count of 0 and a name two bytes longer
            buffer(bytes).putInt(group + 1, 0);
        }
        assertRefused(repaired(bytes)); // what follows no longer fits
        byte[] second = without(without(file, groups.get(1) + 5, 2), groups.get(0) + 5, 2);
        List<Integer> starts = List.of(groups.get(0), groups.get(1) - 2);
        for (int start : starts) {
            buffer(second).putInt(start + 1, 0);
        }
        assertRefused(repaired(second))
                .hasMessageContaining("observation[1].name.length at byte " + (starts.get(1) + 1)
                        + ": expected a number from 1 to 120, but found 0");
    }

    private static byte[] without(byte[] file, int position, int count) {
        byte[] bytes = new byte[file.length - count];
        System.arraycopy(file, 0, bytes, 0, position);
        System.arraycopy(file, position + count, bytes, position, bytes.length - position);
        buffer(bytes).putInt(12, bytes.length - 20);
        return bytes;
    }

    @Test
    void namesThatGetTooLongInTheirGroupAreRefused() {
        String longest = "n".repeat(70);
        byte[] file = vectors(longest, "x".repeat(49));
        byte[] bytes = without(file, 0, 0);
        int values = new PolicyFileLayout(bytes).observationName - 4;
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, values + 4);
        longer[values + 4] = 'x';
        System.arraycopy(bytes, values + 4, longer, values + 5, bytes.length - values - 4);
        buffer(longer).putInt(values, 50).putInt(12, longer.length - 20);
        assertRefused(repaired(longer))
                .hasMessageContaining("observation[0] at byte ")
                .hasMessageContaining("the name must have 1 to 120 characters");
    }

    @Test
    void networkThatOverflowsIsRefused() {
        Network network = Network.zeros(5, new int[0], Activation.TANH, 4);
        float[] parameters = new float[network.parameterCount()];
        Arrays.fill(parameters, Float.MAX_VALUE);
        network.setParameters(parameters, 0);
        PolicyModel.Builder builder = PolicyModel.builder(Fixtures.behavior(Fixtures.DISCRETE), network)
                .goldenSamples(1, RandomStream.of(1));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("golden sample 0: output 0 must be finite");
    }

    @Test
    void unknownCodesAndInvalidNamesAreRefused() {
        assertRefused(withByte(layout.firstActivation, 4)).hasMessageContaining("code from 0 to 3, but found 4");
        assertRefused(withByte(layout.kinds.get(1), 3))
                .hasMessageContaining("network.layers[1].kind at byte " + layout.kinds.get(1))
                .hasMessageContaining("code from 0 to 2, but found 3");
        assertRefused(withByte(layout.normalizerKind, 2)).hasMessageContaining("code from 0 to 1, but found 2");
        for (int letter : new int[] {0xFF, ' ', 0x7F, 0x1B, 0}) {
            assertRefused(withByte(layout.observationName, letter))
                    .hasMessageContaining("observation[0].names[0] at byte " + layout.observationName
                            + ": expected a name of printable ASCII without blanks, but found a byte "
                            + String.format("%02x", letter));
        }
        assertRefused(withByte(layout.game, 0xFF))
                .hasMessageContaining("provenance.game at byte " + layout.game + ": expected text in UTF-8");
    }

    @Test
    void namesThatAreUsedTwiceAreRefusedWhereTheyAreUsedAgain() {
        assertRefused(withByte(layout.observationName, 'y')) // x, y: the second is the culprit
                .hasMessageContaining("observation[0].names[1] at byte " + (layout.observationName + 5)
                        + ": the name 'y' is used twice");
        byte[] bytes = valid.clone();
        System.arraycopy(valid, layout.branches.get(0), bytes, layout.branches.get(1), "weapon".length());
        assertRefused(repaired(bytes))
                .hasMessageContaining("action.branches[1].name at byte " + layout.branches.get(1)
                        + ": the name 'weapon' is used twice");
    }

    @Test
    void settingThatIsThereTwiceIsRefusedWhereItIsThereAgain() {
        PolicyModel model = Fixtures.versionTwo("gru").toBuilder()
                .provenance(Provenance.builder()
                        .settings(new TreeMap<>(Map.of("größe", 1.0, "mäßen", 2.0)))
                        .build())
                .build();
        byte[] bytes = PolicyFile.toBytes(model);
        List<Integer> names = new PolicyFileLayout(bytes).settings;
        System.arraycopy(bytes, names.get(0), bytes, names.get(1), buffer(bytes).getInt(names.get(0) - 4));
        assertRefused(repaired(bytes))
                .hasMessageContaining(
                        "provenance.settings[1].name at byte " + names.get(1) + ": the name 'größe' is used twice");
    }

    /** A terminal would obey them. */
    @Test
    void noControlCharacterOfAFileComesIntoAMessage() {
        String escape = "\u001b[2J\u0007";
        assertRefused(withByte(layout.observationName, 0x1B)).message().doesNotContain("\u001b");
        PolicyModel model = Fixtures.versionTwo("gru").toBuilder()
                .provenance(Provenance.builder()
                        .settings(new TreeMap<>(Map.of(escape + "a", 1.0, escape + "b", 2.0)))
                        .build())
                .build();
        byte[] bytes = PolicyFile.toBytes(model);
        bytes[new PolicyFileLayout(bytes).settings.get(1) + escape.length()] = 'a';
        assertRefused(repaired(bytes)).hasMessageContaining("the name '\\u001b[2J\\u0007a' is used twice");
    }

    @Test
    void stepsBelowZeroAreRefused() {
        assertRefused(withInt(layout.steps + 4, -1))
                .hasMessageContaining(
                        "provenance.steps at byte " + layout.steps + ": expected a number of at least 0, but found -");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void randomMutationsGiveNothingButPolicyFileExceptions(boolean withGroups) throws IOException {
        byte[] file = withGroups ? grouped() : valid;
        List<Integer> counts = new PolicyFileLayout(file).counts;
        RandomStream random = RandomStream.of(20_000);
        long most = 0;
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutate(file, counts, random);
            if (i % 2 == 0) {
                repaired(bytes);
            }
            long before = Fixtures.allocated();
            try {
                PolicyFile.read(new ByteArrayInputStream(bytes));
                assertThat(i % 2).as("mutation %d passed the checksum", i).isZero();
            } catch (PolicyFileException e) {
                refused++;
            }
            if (i > 100) { // classes are loaded by then
                most = Math.max(most, Fixtures.allocated() - before);
            }
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 2);
        assertThat(most).isLessThan(MOST_BYTES);
    }

    private static byte[] mutate(byte[] file, List<Integer> counts, RandomStream random) {
        byte[] bytes = file.clone();
        int edits = 1 + random.nextInt(4);
        for (int e = 0; e < edits; e++) {
            int position = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[position] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[position] = (byte) (file[position] + 1 + random.nextInt(255));
                case 2 -> bytes = withoutBytes(bytes, position, 1 + random.nextInt(16));
                case 3 -> buffer(bytes).putInt(Math.min(position, bytes.length - 4), (int) random.nextLong());
                default -> {
                    int field = counts.get(random.nextInt(counts.size()));
                    buffer(bytes).putInt(field, buffer(file).getInt(field) + 1 + random.nextInt(1 << 20));
                }
            }
        }
        return bytes;
    }

    /** Takes bytes out; with a length that fits, so that not only the length is tested. */
    private static byte[] withoutBytes(byte[] bytes, int position, int count) {
        int from = Math.max(16, Math.min(position, bytes.length - 4 - count));
        byte[] shorter = new byte[bytes.length];
        System.arraycopy(bytes, 0, shorter, 0, from);
        System.arraycopy(bytes, from + count, shorter, from, bytes.length - from - count);
        return shorter; // zeros follow at the end
    }
}

package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** Makes the kept corpus: small policies, and files with one thing wrong each, named after it. */
final class PolicyCorpus {
    private PolicyCorpus() {}

    /** A bad file and what its message must contain. */
    record Bad(byte[] bytes, String expected) {}

    static byte[] valid(String kind) {
        Network.Builder network = Network.builder(2);
        switch (kind) {
            case "gru" -> network.gru(2);
            case "lstm" -> network.lstm(2);
            case "dense" -> network.dense(2, Activation.TANH);
            case "groups" -> {
                return groups(Network.builder(9));
            }
            case "encoder" -> {
                return groups(Network.builder(9)
                        .add(new ObservationEncoder(GROUPS, new EncoderShape(new int[] {2}, 2, 1, Activation.TANH))));
            }
            default -> throw new AssertionError(kind);
        }
        BehaviorSpec behavior = BehaviorSpec.builder("b")
                .observation(ObservationSpec.of("x", "y"))
                .action(ActionSpec.builder()
                        .continuous("c")
                        .branch("d", "no", "yes")
                        .build())
                .build();
        Network made = network.dense(3, Activation.IDENTITY).build();
        RandomStream random = RandomStream.of(kind.length());
        Fixtures.randomize(made, random);
        return PolicyFile.toBytes(PolicyModel.builder(behavior, made)
                .logStandardDeviation(new float[] {-1})
                .goldenSamples(2, random)
                .build());
    }

    /** A vector without a name, one with, a grid, and a set: 9 values. */
    private static final ObservationSpec GROUPS = ObservationSpec.builder()
            .add("x")
            .vector("v", "a")
            .grid("g", 2, 1, "c", "d")
            .set("s", 2, "e")
            .build();

    private static byte[] groups(Network.Builder layers) {
        BehaviorSpec behavior = BehaviorSpec.builder("b")
                .observation(GROUPS)
                .action(ActionSpec.builder().branch("d", "no", "yes").build())
                .build();
        Network network = layers.dense(2, Activation.IDENTITY).build();
        RandomStream random = RandomStream.of(6);
        Fixtures.randomize(network, random);
        return PolicyFile.toBytes(
                PolicyModel.builder(behavior, network).goldenSamples(1, random).build());
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] repaired(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - 4);
        buffer(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
        return bytes;
    }

    private static byte[] with(byte[] file, int position, int value) {
        byte[] bytes = file.clone();
        buffer(bytes).putInt(position, value);
        return repaired(bytes);
    }

    /** By the file's name. */
    static Map<String, Bad> bad() {
        byte[] file = valid("dense");
        PolicyFileLayout layout = new PolicyFileLayout(file);
        int nan = Float.floatToRawIntBits(Float.NaN);
        Map<String, Bad> bad = new LinkedHashMap<>();
        bad.put("bad-empty", new Bad(new byte[0], "expected 16 bytes, but found 0"));
        bad.put("bad-magic", new Bad(with(file, 0, 0x04034b50), "magic at byte 0"));
        bad.put("bad-version-0", new Bad(with(file, 8, 0), "format version at byte 8"));
        bad.put("bad-version-future", new Bad(with(file, 8, 99), "format version at byte 8"));
        bad.put("bad-length-negative", new Bad(with(file, 12, -1), "body length at byte 12"));
        bad.put("bad-length-huge", new Bad(with(file, 12, Integer.MAX_VALUE), "body length at byte 12"));
        bad.put("bad-cut-in-header", new Bad(Arrays.copyOf(file, 11), "header: expected 16 bytes, but found 11"));
        bad.put("bad-cut-in-body", new Bad(Arrays.copyOf(file, file.length / 2), "end: expected " + file.length));
        bad.put("bad-cut-in-checksum", new Bad(Arrays.copyOf(file, file.length - 1), "end: expected " + file.length));
        bad.put("bad-too-long", new Bad(Arrays.copyOf(file, file.length + 1), "end: expected " + file.length));
        byte[] flipped = file.clone();
        flipped[layout.firstParameter] ^= 1;
        bad.put("bad-checksum", new Bad(flipped, "checksum: expected"));
        for (int i = 0; i < layout.counts.size(); i++) {
            int position = layout.counts.get(i);
            bad.put("bad-count-at-" + position, new Bad(with(file, position, 1 << 30), " at byte " + position));
        }
        bad.put("bad-nan-weight", new Bad(with(file, layout.firstParameter, nan), "network.layers[0].parameters[0]"));
        bad.put(
                "bad-nan-golden-output",
                new Bad(with(file, layout.firstGoldenOutput, nan), "goldenSamples[0].outputs[0]"));
        float golden = buffer(file).getFloat(layout.firstGoldenOutput);
        bad.put(
                "bad-golden-disagrees",
                new Bad(
                        with(file, layout.firstGoldenOutput, Float.floatToRawIntBits(golden + 1)),
                        "golden sample 0, output 0"));
        byte[] name = file.clone();
        name[layout.observationName] = (byte) 0xff;
        bad.put(
                "bad-name-not-utf-8",
                new Bad(
                        repaired(name.clone()),
                        "observation[0].names[0] at byte " + layout.observationName
                                + ": expected a name of printable ASCII"));
        name[layout.observationName] = 0x1b;
        bad.put(
                "bad-name-with-escape",
                new Bad(
                        repaired(name.clone()),
                        "at byte " + layout.observationName + ": expected a name of printable ASCII"));
        bad.put(
                "bad-steps-negative",
                new Bad(with(file, layout.steps + 4, -1), "provenance.steps at byte " + layout.steps));
        byte[] twice = file.clone();
        twice[layout.observationName] = 'y';
        bad.put(
                "bad-name-twice",
                new Bad(
                        repaired(twice),
                        "observation[0].names[1] at byte " + (layout.observationName + 5)
                                + ": the name 'y' is used twice"));
        byte[] activation = file.clone();
        activation[layout.firstActivation] = 9;
        bad.put("bad-activation", new Bad(repaired(activation), "expected a code from 0 to 3, but found 9"));
        byte[] kind = file.clone();
        kind[layout.kinds.get(0)] = 9;
        bad.put("bad-layer-kind", new Bad(repaired(kind), "expected a code from 0 to 3, but found 9"));
        badGroups(bad);
        return bad;
    }

    private static void badGroups(Map<String, Bad> bad) {
        byte[] file = valid("groups");
        PolicyFileLayout layout = new PolicyFileLayout(file);
        int vector = layout.groups.get(1);
        int grid = layout.groups.get(2);
        int set = layout.groups.get(3);
        byte[] kind = file.clone();
        kind[vector] = 7;
        bad.put("bad-group-kind", new Bad(repaired(kind), "observation[1].kind at byte " + vector));
        byte[] asSet = file.clone();
        asSet[vector] = 2;
        bad.put("bad-group-of-another-kind", new Bad(repaired(asSet), "observation[1].names[0].length at byte "));
        bad.put("bad-group-no-rows", new Bad(with(file, grid + 6, 0), "observation[2].rows at byte " + (grid + 6)));
        bad.put("bad-group-no-entries", new Bad(with(file, set + 6, 0), "observation[3].most at byte " + (set + 6)));
        bad.put(
                "bad-group-no-name",
                new Bad(with(file, grid + 1, 0), "observation[2].name.length at byte " + (grid + 1)));
        byte[] overflow = with(file, grid + 6, 1 << 16);
        bad.put(
                "bad-group-overflow",
                new Bad(with(overflow, grid + 10, 1 << 16), "observation: it may have at most 65536 values"));
        bad.put("bad-group-too-large", new Bad(with(file, grid + 6, 1 << 14), "observation at byte "));
        byte[] twice = file.clone();
        twice[grid + 5] = 'v';
        bad.put("bad-group-name-twice", new Bad(repaired(twice), "the group name 'v' is used twice"));
        bad.put("bad-group-second-plain", new Bad(with(file, vector + 1, 0), "observation[1].name.length at byte "));
        bad.put("bad-group-count", new Bad(with(file, layout.groups.get(0) - 4, 257), "observation.count at byte "));
    }

    /** Writes all of it to a folder. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String kind : new String[] {"dense", "gru", "lstm", "groups", "encoder"}) {
            Files.write(folder.resolve("good-" + kind), valid(kind));
        }
        for (Map.Entry<String, Bad> entry : bad().entrySet()) {
            Files.write(folder.resolve(entry.getKey()), entry.getValue().bytes());
        }
    }
}

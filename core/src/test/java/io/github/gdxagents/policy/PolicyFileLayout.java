package io.github.gdxagents.policy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Walks through a policy file as the format's description has it, without any code of the reader, and notes where counts stand. */
final class PolicyFileLayout {
    final List<Integer> counts = new ArrayList<>();
    int firstParameter;
    int firstGoldenOutput;
    int normalizerKind;
    int firstActivation;
    final List<Integer> kinds = new ArrayList<>(); // of the layers; none in version 1
    final List<Integer> parameters = new ArrayList<>(); // where those of each layer begin
    int encoder; // the first byte of its shape; 0 without one
    final List<Integer> groups = new ArrayList<>(); // the byte of each one's kind; none before version 3
    int observationName; // the first byte of the first value's name
    final List<Integer> branches = new ArrayList<>(); // the first byte of each one's name
    int game; // the first byte of its text
    int steps;
    final List<Integer> settings = new ArrayList<>(); // the first byte of each one's name
    private final int version;
    private final ByteBuffer bytes;

    PolicyFileLayout(byte[] file) {
        bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(8);
        version = bytes.getInt();
        count();
        text();
        bytes.getInt(); // decision period
        bytes.getInt(); // step limit
        int observations = version > 2 ? groups() : plainValues();
        int continuous = names();
        int outputs = continuous;
        int branchCount = count();
        for (int b = 0; b < branchCount; b++) {
            branches.add(bytes.position() + 4);
            text();
            outputs += names();
        }
        normalizerKind = bytes.position();
        skip(bytes.get() == 0 ? 0 : 8 * observations);
        network();
        skip(4 * continuous);
        int samples = count();
        firstGoldenOutput = bytes.position() + 4 * observations;
        skip(4 * samples * (observations + outputs));
        provenance();
        if (bytes.remaining() != 4) {
            throw new AssertionError("expected the checksum alone, but " + bytes.remaining() + " bytes are left");
        }
    }

    private int plainValues() {
        observationName = bytes.position() + 8;
        return names();
    }

    private final List<Integer> grids = new ArrayList<>(); // channels
    private final List<Integer> sets = new ArrayList<>(); // features
    private int plain;

    private int groups() {
        int observations = 0;
        int groupCount = count();
        for (int i = 0; i < groupCount; i++) {
            groups.add(bytes.position());
            int kind = bytes.get();
            text();
            int rows = kind > 0 ? count() : 1;
            int columns = kind == 1 ? count() : 1;
            observationName = i == 0 ? bytes.position() + 8 : observationName;
            int features = names();
            observations += (kind == 2 ? 1 : 0) + rows * columns * features;
            switch (kind) {
                case 0 -> plain += features;
                case 1 -> grids.add(features);
                default -> sets.add(features);
            }
        }
        return observations;
    }

    private void network() {
        int layers = count();
        for (int i = 0; i < layers; i++) {
            if (version > 1) {
                kinds.add(bytes.position());
            }
            int kind = version > 1 ? bytes.get() : 0;
            int in = count();
            int out = count();
            if (kind == 0) {
                firstActivation = firstActivation == 0 ? bytes.position() : firstActivation;
                bytes.get();
            }
            int shaped = kind == 3 ? encoderParameters() : parameterCount(kind, in, out);
            parameters.add(bytes.position());
            skip(4 * shaped);
        }
        firstParameter = parameters.get(0);
    }

    private int encoderParameters() {
        encoder = bytes.position();
        bytes.get(); // activation
        int[] channels = new int[count()];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = count();
        }
        int size = count();
        int heads = count();
        int sum = 0;
        for (int inputs : grids) {
            for (int next : channels) {
                sum += 9 * inputs * next + next;
                inputs = next;
            }
        }
        for (int features : sets) {
            sum += (features + plain + 1 + heads) * size;
        }
        return sum;
    }

    private static int parameterCount(int kind, int in, int out) {
        return switch (kind) {
            case 0 -> in * out + out;
            case 1 -> in * 3 * out + out * 3 * out + 3 * out + 3 * out;
            case 2 -> in * 4 * out + out * 4 * out + 4 * out;
            default -> throw new AssertionError("kind " + kind);
        };
    }

    private void provenance() {
        game = bytes.position() + 4;
        text();
        int settingCount = count();
        for (int i = 0; i < settingCount; i++) {
            settings.add(bytes.position() + 4);
            text();
            bytes.getDouble();
        }
        steps = bytes.position() + 8;
        skip(16); // seed, steps
        if (bytes.getInt() > 0) {
            bytes.getDouble();
        }
        text();
        text();
    }

    private int count() {
        counts.add(bytes.position());
        return bytes.getInt();
    }

    private int names() {
        int count = count();
        for (int i = 0; i < count; i++) {
            text();
        }
        return count;
    }

    private void text() {
        skip(count());
    }

    private void skip(int length) {
        bytes.position(bytes.position() + length);
    }
}

package io.github.gdxagents.network;

import io.github.gdxagents.agent.ObservationGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Sums up the entries of a set by attention, so that their order means nothing and absent ones count for nothing.
 *
 * <p>With entries x of F features of which n are present, and plain values p of the same observation (what the agent knows of itself):
 *
 * <pre>
 * e_i  = activation(x_i·W + p·U + b)                        an embedding of each entry, of size E
 * a_hi = exp(e_i·s_h) / sum over present j of exp(e_j·s_h)   how much head h looks at the entry
 * y_h  = sum over i of a_hi * (part h of e_i)                E / H values for each of H heads; 0 if nothing is present
 * </pre>
 *
 * <p>It gives y, then {@code n / 8}. Parameters in their order: W {@code [F][E]}, U {@code [plain][E]} (none if there are no plain
 * values), b {@code [E]}, s {@code [E][H]}.
 *
 * <p>Source: pooling by attention with learned queries: Lee et al. 2019, arXiv:1810.00825, section 3.2, without its further layers.
 */
final class SetEncoder extends EncoderPart {
    private final ObservationGroup set;
    private final List<String> plainNames;
    private final int[] plain; // where the plain values stand in the observation
    private final int most;
    private final int features;
    private final int size;
    private final int heads;
    private final Activation activation;
    private final WeightMatrix entryWeights;
    private final WeightMatrix plainWeights; // null without plain values
    private final float[] bias;
    private final WeightMatrix scores;

    SetEncoder(ObservationGroup set, List<String> plainNames, int[] plain, EncoderShape encoder) {
        this.set = set;
        this.plainNames = plainNames;
        this.plain = plain;
        most = set.shape()[0];
        features = set.features().size();
        size = encoder.setSize();
        heads = encoder.setHeads();
        activation = encoder.activation();
        entryWeights = new WeightMatrix(features, size);
        plainWeights = plain.length == 0 ? null : new WeightMatrix(plain.length, size);
        bias = new float[size];
        scores = new WeightMatrix(size, heads);
    }

    @Override
    int outputs() {
        return size + 1;
    }

    @Override
    List<EncoderTensor> tensors() {
        List<EncoderTensor> tensors = new ArrayList<EncoderTensor>();
        tensors.add(new EncoderTensor(set.name() + ".entries", set.features(), features, size));
        if (plainWeights != null) {
            tensors.add(new EncoderTensor(set.name() + ".plain", plainNames, plain.length, size));
        }
        tensors.add(new EncoderTensor(set.name() + ".bias", Collections.<String>emptyList(), size));
        tensors.add(new EncoderTensor(set.name() + ".scores", Collections.<String>emptyList(), size, heads));
        return tensors;
    }

    @Override
    List<String> outputNames() {
        List<String> names = new ArrayList<String>(size + 1);
        for (int i = 0; i < size; i++) {
            names.add(set.name() + "()" + i);
        }
        names.add(set.name() + ".count");
        return names;
    }

    @Override
    void read(ParameterSource source) {
        entryWeights.read(source);
        if (plainWeights != null) {
            plainWeights.read(source);
        }
        source.read(bias, size);
        scores.read(source);
    }

    @Override
    void write(ParameterSink sink) {
        entryWeights.write(sink);
        if (plainWeights != null) {
            plainWeights.write(sink);
        }
        sink.write(bias, size);
        scores.write(sink);
    }

    @Override
    Pass pass() {
        return new SetPass();
    }

    /** Goes through the entries once: what was summed up before is scaled down when a larger score comes. */
    private final class SetPass extends Pass {
        private final float[] own = new float[plain.length];
        private final float[] base = new float[size]; // p·U + b
        private final float[] entry = new float[features];
        private final float[] embedding = new float[size];
        private final float[] score = new float[heads];
        private final float[] largest = new float[heads]; // of the scores so far
        private final float[] sum = new float[heads]; // of exp(score - largest)

        @Override
        void apply(float[] input, float[] output, int at) {
            base(input);
            Arrays.fill(output, at, at + size, 0f);
            Arrays.fill(sum, 0f);
            Arrays.fill(largest, Float.NEGATIVE_INFINITY);
            float count = input[set.offset()];
            for (int i = 0; i < most && i + 0.5f < count; i++) {
                embed(input, i);
                for (int head = 0; head < heads; head++) {
                    add(head, output, at);
                }
            }
            for (int k = 0; k < size; k++) {
                output[at + k] /= Math.max(Float.MIN_NORMAL, sum[k / (size / heads)]); // 0 if nothing is present
            }
            output[at + size] = count / ObservationEncoder.COUNT_UNIT;
        }

        private void base(float[] input) {
            System.arraycopy(bias, 0, base, 0, size);
            if (plainWeights != null) {
                for (int i = 0; i < plain.length; i++) {
                    own[i] = input[plain[i]];
                }
                plainWeights.addProduct(own, base);
            }
        }

        private void embed(float[] input, int i) {
            System.arraycopy(input, set.offset() + 1 + i * features, entry, 0, features);
            System.arraycopy(base, 0, embedding, 0, size);
            entryWeights.addProduct(entry, embedding);
            activation.apply(embedding, size);
            Arrays.fill(score, 0f);
            scores.addProduct(embedding, score);
        }

        private void add(int head, float[] output, int at) {
            int first = head * (size / heads);
            int end = first + size / heads;
            if (score[head] > largest[head]) {
                float scale = (float) Math.exp(largest[head] - score[head]);
                sum[head] *= scale;
                for (int k = first; k < end; k++) {
                    output[at + k] *= scale;
                }
                largest[head] = score[head];
            }
            float weight = (float) Math.exp(score[head] - largest[head]);
            sum[head] += weight;
            for (int k = first; k < end; k++) {
                output[at + k] += weight * embedding[k];
            }
        }
    }
}

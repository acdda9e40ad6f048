package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.Arrays;

/**
 * Packs the decisions of a rollout into {@link Samples}, one after the other.
 *
 * <p>Thread safety: none; packs once.
 */
final class SamplePacker {
    private final Rollout rollout;
    private final SampleLayout layout;
    private final CollectionContext context;
    private final int length;
    private final int width;
    private final int memorySize;
    private final float[] matrix;
    private final float[] memories;
    private final int[] episodes;
    private final float[] ratios;
    private final int[] episodeOfRow;
    private final float[] raw;
    private final float[] normalized;

    SamplePacker(Rollout rollout, SampleLayout layout, CollectionContext context) {
        this.rollout = rollout;
        this.layout = layout;
        this.context = context;
        length = layout.sequences().length();
        width = layout.width();
        memorySize = layout.sequences().memorySize();
        int sequences = 0;
        for (int n = 0; n < rollout.slots; n++) {
            sequences += layout.sequences().count(rollout.lengths[n]);
        }
        matrix = new float[Math.multiplyExact(sequences, length * width)];
        memories = new float[sequences * memorySize];
        episodes = new int[sequences * length];
        Arrays.fill(episodes, Samples.FILLING);
        ratios = context.ratios() == null ? null : new float[sequences * length];
        episodeOfRow = rollout.episodes();
        raw = new float[rollout.behavior().observation().size()];
        normalized = new float[raw.length];
    }

    Samples pack() {
        int sequence = 0;
        for (int c = 0; c * length < rollout.horizon; c++) {
            for (int n = 0; n < rollout.slots; n++) {
                if (c * length < rollout.lengths[n]) {
                    pack(sequence++, c, n);
                }
            }
        }
        return new Samples(layout, matrix, memories, episodes).withRatios(ratios);
    }

    private void pack(int sequence, int c, int n) {
        System.arraycopy(rollout.memories, rollout.memoryOffset(c, n), memories, sequence * memorySize, memorySize);
        int last = Math.min(rollout.lengths[n], (c + 1) * length);
        for (int t = c * length; t < last; t++) {
            int step = sequence * length + t - c * length;
            int row = rollout.row(t, n);
            episodes[step] = episodeOfRow[row];
            if (ratios != null) {
                ratios[step] = context.ratios()[row];
            }
            put(row, step * width);
        }
    }

    private void put(int row, int start) {
        System.arraycopy(rollout.observations, row * raw.length, raw, 0, raw.length);
        context.normalizer().apply(raw, normalized);
        System.arraycopy(normalized, 0, matrix, start, raw.length);
        int column = putActions(row, start + raw.length);
        column = putPolicies(row, column);
        if (memorySize > 0) {
            matrix[column++] = rollout.begins[row] ? 1 : 0;
        }
        matrix[column++] = rollout.logProbabilities[row];
        matrix[column++] = rollout.values[row];
        matrix[column++] = context.advantages().apply(rollout.advantages[row]);
        matrix[column] = rollout.returns[row];
    }

    private int putActions(int row, int start) {
        ActionSpec action = layout.behavior().action();
        int column = start;
        for (int i = 0; i < action.continuousSize(); i++) {
            matrix[column++] = rollout.continuous[row * action.continuousSize() + i];
        }
        for (int i = 0; i < action.branchCount(); i++) {
            matrix[column++] = rollout.choices[row * action.branchCount() + i];
        }
        for (int i = 0; i < action.choiceCount(); i++) {
            matrix[column++] = rollout.allowed[row * action.choiceCount() + i] ? 1 : 0;
        }
        return column;
    }

    private int putPolicies(int row, int start) {
        int outputs = layout.behavior().action().outputSize();
        int deviations = context.deviations().length;
        System.arraycopy(rollout.outputs, row * outputs, matrix, start, outputs);
        System.arraycopy(context.deviations(), 0, matrix, start + outputs, deviations);
        int column = start + outputs + deviations;
        if (layout.hasReference()) {
            System.arraycopy(context.referenceOutputs(), row * outputs, matrix, column, outputs);
            column += outputs;
        }
        return column;
    }
}

package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.network.ActorCritic;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Mean and variance of what agents of a behavior observe.
 *
 * <p>Each value has its own, but for grids and sets that an encoder looks at: all cells of a grid have the same for each channel, and all
 * entries of a set for each feature, of which only those that are present count. So a pattern means the same in any cell and at any place
 * of a set.
 */
public final class ObservationMoments {
    private final ObservationSpec observation;
    private final EncoderShape encoder;
    private final RunningMoments moments;

    /** Starts with no data for networks, whose encoder alone counts. */
    public ObservationMoments(ActorCritic networks) {
        observation = networks.behavior().observation();
        encoder = networks.encoder();
        moments = new RunningMoments(observation.size());
    }

    /** Merges one batch: some rows of row-major {@code [rows, obs]}. */
    public void add(float[] data, int[] rows) {
        for (ObservationGroup group : observation.groups()) {
            if (isEncoded(group, ObservationGroup.Kind.SET)) {
                addSet(group, data, rows);
            } else {
                moments.add(data, rows, group.offset(), group.offset() + group.size());
            }
        }
    }

    private boolean isEncoded(ObservationGroup group, ObservationGroup.Kind kind) {
        return group.kind() == kind && encoder.encodes(group);
    }

    private void addSet(ObservationGroup set, float[] data, int[] rows) {
        moments.add(data, rows, set.offset(), set.offset() + 1);
        int features = set.features().size();
        int[] present = rows;
        for (int entry = 0; entry < set.shape()[0] && present.length > 0; entry++) {
            int index = entry;
            present = Arrays.stream(present)
                    .filter(row -> data[row * observation.size() + set.offset()] > index)
                    .toArray();
            int from = set.offset() + 1 + entry * features;
            moments.add(data, present, from, from + features);
        }
    }

    /** What brings observations to mean 0 and standard deviation 1. */
    public ObservationNormalizer normalizer() {
        RunningMoments pooled = new RunningMoments(observation.size());
        pooled.restore(moments.save());
        for (ObservationGroup group : observation.groups()) {
            if (isEncoded(group, ObservationGroup.Kind.SET)) {
                pool(pooled, group, group.offset() + 1, group.shape()[0]);
            } else if (isEncoded(group, ObservationGroup.Kind.GRID)) {
                pool(pooled, group, group.offset(), group.shape()[0] * group.shape()[1]);
            }
        }
        ObservationNormalizer normalizer = ObservationNormalizer.of(pooled.mean(), pooled.variance());
        return encoder.encodesSets(observation) ? normalizer.leavingCounts(observation) : normalizer;
    }

    private static void pool(RunningMoments moments, ObservationGroup group, int first, int parts) {
        int features = group.features().size();
        for (int feature = 0; feature < features; feature++) {
            int offset = first + feature;
            moments.pool(IntStream.range(0, parts)
                    .map(part -> offset + part * features)
                    .toArray());
        }
    }

    /** Whether nothing has been seen yet. */
    public boolean isEmpty() {
        return moments.isEmpty();
    }

    /** What {@link #restore} goes on from, {@code [3 * obs]}. */
    public double[] save() {
        return moments.save();
    }

    /**
     * Goes on from what was saved.
     *
     * @throws IllegalArgumentException if it is of other observations
     */
    public void restore(double[] state) {
        moments.restore(state);
    }
}

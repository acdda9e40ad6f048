package io.github.gdxagents.network;

import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import java.util.Arrays;

/**
 * Brings each observed value to mean 0 and standard deviation 1, as far as the training saw it: {@code clip((raw - mean) * scale)} with
 * {@code scale = 1 / sqrt(variance + 1e-8)}, or 1 for a value that never varied, clipped to [-10, 10]. Or it leaves all values as they are
 * (the identity, which does not clip).
 *
 * <p>In front of an {@link ObservationEncoder} the counts of sets are left as they are, see {@link #leavingCounts}.
 */
public final class ObservationNormalizer {
    /** The largest magnitude of a normalised value. */
    public static final float CLIP = 10f;

    /** What is added to a variance, so that a value that hardly varied has a scale too. */
    public static final double EPSILON = 1e-8;

    /** Of the square of the mean: less variance is rounding, for the smallest change of a float is a ten-millionth. */
    public static final double ROUNDING = 1e-24;

    private final boolean identity;
    private final float[] mean;
    private final float[] scale;
    private final int[] left; // what is left as it is

    private ObservationNormalizer(boolean identity, float[] mean, float[] scale, int[] left) {
        this.identity = identity;
        this.mean = mean;
        this.scale = scale;
        this.left = left;
    }

    /**
     * Makes a normaliser that changes nothing.
     *
     * @param size values of an observation, at least 1
     * @return the identity
     * @throws IllegalArgumentException if the size is below 1
     */
    public static ObservationNormalizer identity(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("normalizer: it must have at least 1 value, but has " + size);
        }
        float[] ones = new float[size];
        Arrays.fill(ones, 1f);
        return new ObservationNormalizer(true, new float[size], ones, new int[0]);
    }

    /**
     * Makes a normaliser of observed statistics.
     *
     * @param mean {@code [obs]}, finite
     * @param variance {@code [obs]}, finite, 0 or more
     * @return the normaliser
     * @throws IllegalArgumentException if the lengths differ, or a value is out of range
     */
    public static ObservationNormalizer of(double[] mean, double[] variance) {
        if (mean.length < 1 || mean.length != variance.length) {
            throw new IllegalArgumentException(
                    "normalizer: mean and variance must have the same length of at least 1, but have " + mean.length
                            + " and " + variance.length);
        }
        float[] means = new float[mean.length];
        float[] scales = new float[mean.length];
        for (int i = 0; i < means.length; i++) {
            if (!(variance[i] >= 0)) {
                throw new IllegalArgumentException(
                        "normalizer: the variance of value " + i + " must be 0 or more, but is " + variance[i]);
            }
            means[i] = (float) mean[i];
            // What never varied tells nothing of how far it may move: as far as it likes, rather than a thousandth to
            // the limit.
            boolean varied = variance[i] > ROUNDING * mean[i] * mean[i];
            scales[i] = varied ? (float) (1 / Math.sqrt(variance[i] + EPSILON)) : 1;
        }
        return ofScales(means, scales);
    }

    /**
     * Makes a normaliser of the numbers that it works with, as a policy file has them.
     *
     * @param mean {@code [obs]}, finite; kept, not copied: nobody may change it any more
     * @param scale {@code [obs]}, finite and above 0; kept likewise
     * @return the normaliser
     * @throws IllegalArgumentException if a value is out of range
     */
    public static ObservationNormalizer ofScales(float[] mean, float[] scale) {
        for (int i = 0; i < mean.length; i++) {
            if (Float.isNaN(mean[i]) || Float.isInfinite(mean[i])) {
                throw new IllegalArgumentException(
                        "normalizer: the mean of value " + i + " must be finite, but is " + mean[i]);
            }
            if (!(scale[i] > 0) || Float.isInfinite(scale[i])) {
                throw new IllegalArgumentException(
                        "normalizer: the scale of value " + i + " must be finite and above 0, but is " + scale[i]);
            }
        }
        return new ObservationNormalizer(false, mean, scale, new int[0]);
    }

    /**
     * Leaves the counts of sets as they are, so that who encodes a set knows how many of its entries are present.
     *
     * @param observation of this normaliser's size
     * @return a normaliser that does so; this one if there are no sets, or if it changes nothing anyway
     */
    public ObservationNormalizer leavingCounts(ObservationSpec observation) {
        int sets = 0;
        int[] counts = new int[observation.groups().size()];
        for (ObservationGroup group : observation.groups()) {
            if (group.kind() == ObservationGroup.Kind.SET) {
                counts[sets++] = group.offset();
            }
        }
        return identity || sets == 0
                ? this
                : new ObservationNormalizer(false, mean, scale, Arrays.copyOf(counts, sets));
    }

    /**
     * Whether counts of sets are left as they are.
     *
     * @return true if made by {@link #leavingCounts} for an observation with sets
     */
    public boolean leavesCounts() {
        return left.length > 0;
    }

    /**
     * Normalises an observation.
     *
     * @param raw {@code [obs]}, unchanged
     * @param target {@code [obs]}, overwritten; may be {@code raw}
     */
    public void apply(float[] raw, float[] target) {
        if (identity) {
            System.arraycopy(raw, 0, target, 0, mean.length);
            return;
        }
        int from = 0;
        for (int index : left) {
            normalize(raw, target, from, index);
            target[index] = raw[index];
            from = index + 1;
        }
        normalize(raw, target, from, mean.length);
    }

    private void normalize(float[] raw, float[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            target[i] = Math.max(-CLIP, Math.min(CLIP, (raw[i] - mean[i]) * scale[i]));
        }
    }

    /**
     * Whether it changes nothing.
     *
     * @return true if made by {@link #identity}
     */
    public boolean isIdentity() {
        return identity;
    }

    /**
     * How many values an observation has.
     *
     * @return at least 1
     */
    public int size() {
        return mean.length;
    }

    /**
     * What is subtracted from each value.
     *
     * @return {@code [obs]}, a copy; zeros for the identity
     */
    public float[] mean() {
        return mean.clone();
    }

    /**
     * What each difference is multiplied with.
     *
     * @return {@code [obs]}, a copy, all above 0; ones for the identity
     */
    public float[] scale() {
        return scale.clone();
    }
}

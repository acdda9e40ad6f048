package io.github.gdxagents.network;

import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import java.util.Arrays;

/**
 * What an {@link ObservationEncoder} makes of grids and sets.
 *
 * <p>A grid is led through convolutions, one for each number of channels; a set through an embedding of each entry, which attention
 * sums up. Either may be left out: its values are then passed on as they are.
 */
public final class EncoderShape {
    /** Most convolutions of a grid. */
    public static final int MAX_CONVOLUTIONS = 4;

    /** Most values that all convolutions of an observation give together. */
    public static final int MAX_VALUES = 1 << 18;

    /** Most products of a value and a weight that all convolutions of an observation take together: some hundredths of a second. */
    public static final int MAX_PRODUCTS = 1 << 26;

    /** Most channels of a convolution, and most values of an embedding. */
    public static final int MAX_SIZE = 512;

    private final int[] gridChannels;
    private final int setSize;
    private final int setHeads;
    private final Activation activation;

    /**
     * Makes a shape.
     *
     * @param gridChannels that each convolution gives, 1 to {@value #MAX_SIZE}; empty to pass grids on as they are; copied
     * @param setSize values of an embedded entry, a multiple of the heads up to {@value #MAX_SIZE}; 0 to pass sets on as they are
     * @param setHeads how many weighted sums of the entries are taken, each of its part of the embedding; at least 1
     * @param activation after each convolution and embedding
     * @throws IllegalArgumentException if a size is out of range
     */
    public EncoderShape(int[] gridChannels, int setSize, int setHeads, Activation activation) {
        if (gridChannels.length > MAX_CONVOLUTIONS) {
            throw new IllegalArgumentException("encoder of grids: it may have at most " + MAX_CONVOLUTIONS
                    + " convolutions, but has " + gridChannels.length);
        }
        for (int channels : gridChannels) {
            if (channels < 1 || channels > MAX_SIZE) {
                throw new IllegalArgumentException("encoder of grids: each convolution must give 1 to " + MAX_SIZE
                        + " channels, but they give " + Arrays.toString(gridChannels));
            }
        }
        if (setSize < 0 || setSize > MAX_SIZE || setHeads < 1 || setSize % setHeads != 0) {
            throw new IllegalArgumentException("encoder of sets: its size must be a multiple of its heads from 0 to "
                    + MAX_SIZE + ", and at least one head, but the size is " + setSize + " and the heads are "
                    + setHeads);
        }
        if (activation == null) {
            throw new IllegalArgumentException("encoder: it has no activation; use Activation.IDENTITY for none");
        }
        this.gridChannels = gridChannels.clone();
        this.setSize = setSize;
        this.setHeads = setHeads;
        this.activation = activation;
    }

    /**
     * Channels that each convolution of a grid gives.
     *
     * @return a copy; empty if grids are passed on
     */
    public int[] gridChannels() {
        return gridChannels.clone();
    }

    /**
     * Values of an embedded entry.
     *
     * @return 0 if sets are passed on
     */
    public int setSize() {
        return setSize;
    }

    /**
     * Weighted sums that are taken of the entries of a set.
     *
     * @return at least 1
     */
    public int setHeads() {
        return setHeads;
    }

    /**
     * The function after each convolution and embedding.
     *
     * @return never null
     */
    public Activation activation() {
        return activation;
    }

    /**
     * Whether there is anything to encode.
     *
     * @param observation of any groups
     * @return false if all of them would be passed on as they are
     */
    public boolean encodes(ObservationSpec observation) {
        for (ObservationGroup group : observation.groups()) {
            if (encodes(group)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a group is encoded.
     *
     * @param group of any kind
     * @return false if it is passed on as it is
     */
    public boolean encodes(ObservationGroup group) {
        switch (group.kind()) {
            case GRID:
                return gridChannels.length > 0;
            case SET:
                return setSize > 0;
            default:
                return false;
        }
    }

    /**
     * Whether a set is encoded, so that its count must come as it was observed.
     *
     * @param observation of any groups
     * @return false if there are no sets, or they are passed on
     */
    public boolean encodesSets(ObservationSpec observation) {
        for (ObservationGroup group : observation.groups()) {
            if (group.kind() == ObservationGroup.Kind.SET && encodes(group)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many values an encoder of this shape gives.
     *
     * @param observation what it is given
     * @return at least 1
     * @throws IllegalArgumentException if the grids are too large for it
     */
    public int outputs(ObservationSpec observation) {
        long convolved = 0;
        long products = 0;
        int outputs = 0;
        for (ObservationGroup group : observation.groups()) {
            if (!encodes(group)) {
                outputs += group.size();
            } else if (group.kind() == ObservationGroup.Kind.SET) {
                outputs += setSize + 1;
            } else {
                int[] shape = group.shape();
                for (int channels : gridChannels) {
                    shape[0] = Convolution.outputs(shape[0]);
                    shape[1] = Convolution.outputs(shape[1]);
                    long values = (long) shape[0] * shape[1] * channels;
                    convolved += values;
                    products += values * Convolution.CELLS * shape[2];
                    shape[2] = channels;
                }
                requireRoom("values", convolved, MAX_VALUES);
                requireRoom("products of a value and a weight", products, MAX_PRODUCTS);
                outputs += shape[0] * shape[1] * shape[2];
            }
        }
        return outputs;
    }

    private static void requireRoom(String what, long actual, int most) {
        if (actual > most) {
            throw new IllegalArgumentException("encoder of grids: all convolutions of an observation may have " + most
                    + " " + what + " together, but would have " + actual
                    + " or more; give them fewer channels, or observe smaller grids");
        }
    }

    /**
     * How many weights and biases an encoder of this shape has, before memory is taken for them.
     *
     * @param observation what it is given
     * @return 0 if it encodes nothing
     */
    public long parameterCount(ObservationSpec observation) {
        long parameters = 0;
        long plain = ObservationEncoder.plainValues(observation);
        for (ObservationGroup group : observation.groups()) {
            if (!encodes(group)) {
                continue;
            }
            long inputs = group.features().size();
            if (group.kind() == ObservationGroup.Kind.SET) {
                parameters += (inputs + plain + 1 + setHeads) * setSize;
                continue;
            }
            for (int channels : gridChannels) {
                parameters += (Convolution.CELLS * inputs + 1) * channels;
                inputs = channels;
            }
        }
        return parameters;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof EncoderShape)) {
            return false;
        }
        EncoderShape that = (EncoderShape) other;
        return Arrays.equals(gridChannels, that.gridChannels)
                && setSize == that.setSize
                && setHeads == that.setHeads
                && activation == that.activation;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(gridChannels) + setSize) + setHeads;
    }
}

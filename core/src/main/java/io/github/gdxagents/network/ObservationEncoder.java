package io.github.gdxagents.network;

import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The first layer of a network whose observation has grids or sets: makes plain values of them that keep what matters.
 *
 * <p>Group after group: plain values are passed on; a grid is led through convolutions, which see a pattern alike in every second row and column; a
 * set is summed up by attention, so that the order of its entries means nothing and absent ones count for nothing. See {@link EncoderShape}
 * for what can be chosen.
 *
 * <p>Parameters in their order: those of each group that is encoded. A grid's: for each convolution weights {@code [3 * 3 * channels][outputs]}
 * and bias {@code [outputs]}. A set's: weights of the features {@code [features][size]}, weights of all plain values of the observation
 * {@code [plain][size]} (none if there are none), bias {@code [size]}, scores {@code [size][heads]}.
 *
 * <p>The count of a set must come as it is, see {@link ObservationNormalizer#leavingCounts}.
 *
 * <p>Thread safety: many threads may read it while none changes its {@link Network}'s parameters.
 */
public final class ObservationEncoder extends Layer {
    /** What the count of a set is divided by: the same for sets of any size, so that one may grow and a policy stay as it is. */
    public static final float COUNT_UNIT = 8;

    private final ObservationSpec observation;
    private final EncoderShape shape;
    private final List<EncoderPart> parts = new ArrayList<EncoderPart>();

    /**
     * Makes an encoder whose parameters are all 0, to be set later.
     *
     * @param observation what it is given
     * @param shape what it makes of grids and sets
     */
    public ObservationEncoder(ObservationSpec observation, EncoderShape shape) {
        super(observation.size(), shape.outputs(observation));
        this.observation = observation;
        this.shape = shape;
        List<String> names = observation.names();
        int[] plain = new int[plainValues(observation)];
        List<String> plainNames = new ArrayList<String>();
        for (ObservationGroup group : observation.groups()) {
            for (int i = 0; group.kind() == ObservationGroup.Kind.VECTOR && i < group.size(); i++) {
                plain[plainNames.size()] = group.offset() + i;
                plainNames.add(names.get(group.offset() + i));
            }
        }
        for (ObservationGroup group : observation.groups()) {
            if (!shape.encodes(group)) {
                parts.add(new EncoderPart.Plain(
                        names.subList(group.offset(), group.offset() + group.size()), group.offset()));
            } else if (group.kind() == ObservationGroup.Kind.GRID) {
                parts.add(new GridEncoder(group, shape));
            } else {
                parts.add(new SetEncoder(group, plainNames, plain, shape));
            }
        }
    }

    /** How many values stand in groups of kind vector. */
    static int plainValues(ObservationSpec observation) {
        int values = 0;
        for (ObservationGroup group : observation.groups()) {
            values += group.kind() == ObservationGroup.Kind.VECTOR ? group.size() : 0;
        }
        return values;
    }

    /**
     * What it is given.
     *
     * @return all groups
     */
    public ObservationSpec observation() {
        return observation;
    }

    /**
     * What it makes of grids and sets.
     *
     * @return as it was made with
     */
    public EncoderShape shape() {
        return shape;
    }

    /**
     * The tensors of all parameters, for whoever takes an encoder over to another observation.
     *
     * @return in the order of the flat layout
     */
    public List<EncoderTensor> tensors() {
        List<EncoderTensor> tensors = new ArrayList<EncoderTensor>();
        for (EncoderPart part : parts) {
            tensors.addAll(part.tensors());
        }
        return Collections.unmodifiableList(tensors);
    }

    /**
     * What each value that it gives is called: as it was observed if it is passed on.
     *
     * @return unique, as many as there are outputs
     */
    public List<String> outputNames() {
        List<String> names = new ArrayList<String>();
        for (EncoderPart part : parts) {
            names.addAll(part.outputNames());
        }
        return Collections.unmodifiableList(names);
    }

    @Override
    public int stateSize() {
        return 0;
    }

    @Override
    public int[][] parameterShapes() {
        List<EncoderTensor> tensors = tensors();
        int[][] shapes = new int[tensors.size()][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = tensors.get(i).shape();
        }
        return shapes;
    }

    @Override
    ObservationEncoder zeros() {
        return new ObservationEncoder(observation, shape);
    }

    @Override
    public void read(ParameterSource source) {
        for (EncoderPart part : parts) {
            part.read(source);
        }
    }

    @Override
    public void write(ParameterSink sink) {
        for (EncoderPart part : parts) {
            part.write(sink);
        }
    }

    @Override
    Pass pass() {
        return new EncoderPass();
    }

    /**
     * What the layer does, for people.
     *
     * @return for example {@code 454 -> 322, encoder of grids [16, 32] and sets 32 x 4 heads, relu}
     */
    @Override
    public String toString() {
        return inputs() + " -> " + outputs() + ", encoder of grids " + Arrays.toString(shape.gridChannels())
                + " and sets " + shape.setSize() + " x " + shape.setHeads() + " heads, "
                + shape.activation().name().toLowerCase(Locale.ROOT);
    }

    private final class EncoderPass implements Pass {
        private final EncoderPart.Pass[] passes = new EncoderPart.Pass[parts.size()];
        private final int[] sizes = new int[passes.length];

        EncoderPass() {
            for (int i = 0; i < passes.length; i++) {
                passes[i] = parts.get(i).pass();
                sizes[i] = parts.get(i).outputs();
            }
        }

        @Override
        public void apply(float[] input, float[] state, int offset, float[] output) {
            int at = 0;
            for (int i = 0; i < passes.length; i++) {
                passes[i].apply(input, output, at);
                at += sizes[i];
            }
        }
    }
}

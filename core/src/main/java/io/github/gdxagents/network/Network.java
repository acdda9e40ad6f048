package io.github.gdxagents.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A network as plain data: layers, one after the other, dense or recurrent.
 *
 * <p>The same description is trained by the trainer and run by a {@link ForwardPass}. All parameters also have a flat layout: layer
 * after layer, in each its tensors in the order of {@link Layer#parameterShapes}, row-major.
 *
 * <p>Layers may belong to several networks, which then share their parameters.
 *
 * <p>Thread safety: many threads may read it while none calls {@link #setParameters}.
 */
public final class Network {
    private final List<Layer> layers;
    private final int parameterCount;
    private final int stateSize;

    /**
     * Makes a network.
     *
     * @param layers at least one, each taking as many values as the one before it gives; kept, not copied
     * @throws IllegalArgumentException if there is none or sizes disagree
     */
    public Network(List<? extends Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("network: it must have at least 1 layer, but has none");
        }
        this.layers = Collections.unmodifiableList(new ArrayList<Layer>(layers));
        int parameters = 0;
        int states = 0;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (i > 0 && layer.inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException(
                        "network: layer " + i + " takes " + layer.inputs() + " values, but the layer before it gives "
                                + layers.get(i - 1).outputs());
            }
            parameters += layer.parameterCount();
            states += layer.stateSize();
        }
        parameterCount = parameters;
        stateSize = states;
    }

    /**
     * Makes a network whose parameters are all 0, to be set later. Its last layer has no activation.
     *
     * @param inputs values taken, at least 1
     * @param hidden sizes of the hidden layers, possibly none
     * @param hiddenActivation of all hidden layers
     * @param outputs values given, at least 1
     * @return the network
     * @throws IllegalArgumentException if a size is below 1
     */
    public static Network zeros(int inputs, int[] hidden, Activation hiddenActivation, int outputs) {
        Builder builder = builder(inputs);
        for (int size : hidden) {
            builder.dense(size, hiddenActivation);
        }
        return builder.dense(outputs, Activation.IDENTITY).build();
    }

    /**
     * Starts a network whose parameters are all 0, to be set later.
     *
     * @param inputs values taken, at least 1
     * @return a builder without layers
     */
    public static Builder builder(int inputs) {
        return new Builder(inputs);
    }

    /**
     * Copies the network.
     *
     * @return a network of its own with the same layers and parameters
     */
    public Network copy() {
        List<Layer> copies = new ArrayList<Layer>();
        for (Layer layer : layers) {
            copies.add(layer.zeros());
        }
        Network copy = new Network(copies);
        float[] flat = new float[parameterCount];
        getParameters(flat, 0);
        copy.setParameters(flat, 0);
        return copy;
    }

    /**
     * How many values it takes.
     *
     * @return at least 1
     */
    public int inputSize() {
        return layers.get(0).inputs();
    }

    /**
     * How many values it gives.
     *
     * @return at least 1
     */
    public int outputSize() {
        return layers.get(layers.size() - 1).outputs();
    }

    /**
     * How many values all layers together remember from one row of an episode to the next.
     *
     * @return 0 if the network remembers nothing
     */
    public int stateSize() {
        return stateSize;
    }

    /**
     * How many weights and biases all layers have.
     *
     * @return at least 2
     */
    public int parameterCount() {
        return parameterCount;
    }

    /**
     * The layers in the order in which they are applied.
     *
     * @return unmodifiable, at least one
     */
    public List<Layer> layers() {
        return layers;
    }

    /**
     * Sets all parameters.
     *
     * @param flat holds them in the flat layout
     * @param offset where they begin
     * @throws IllegalArgumentException if the array is too short
     */
    public void setParameters(float[] flat, int offset) {
        requireRoom(flat, offset);
        int next = offset;
        for (int i = 0; i < layers.size(); i++) {
            next = layers.get(i).setParameters(flat, next);
        }
    }

    /**
     * Copies all parameters.
     *
     * @param flat takes them in the flat layout
     * @param offset where they begin
     * @throws IllegalArgumentException if the array is too short
     */
    public void getParameters(float[] flat, int offset) {
        requireRoom(flat, offset);
        int next = offset;
        for (int i = 0; i < layers.size(); i++) {
            next = layers.get(i).getParameters(flat, next);
        }
    }

    /**
     * Gives all parameters.
     *
     * @param sink takes them in the order of the flat layout
     */
    public void write(ParameterSink sink) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).write(sink);
        }
    }

    private void requireRoom(float[] flat, int offset) {
        if (offset < 0 || flat.length - offset < parameterCount) {
            throw new IllegalArgumentException("network: it has " + parameterCount + " parameters, but the array has "
                    + flat.length + " values and they begin at " + offset);
        }
    }

    /** Puts layers one after the other. Thread safety: none. */
    public static final class Builder {
        private final List<Layer> layers = new ArrayList<Layer>();
        private int size;

        private Builder(int inputs) {
            size = inputs;
        }

        /**
         * Adds a fully connected layer.
         *
         * @param outputs values given, at least 1
         * @param activation applied to each of them
         * @return this
         * @throws IllegalArgumentException if a size is below 1
         */
        public Builder dense(int outputs, Activation activation) {
            return add(new DenseLayer(size, outputs, activation));
        }

        /**
         * Adds a gated recurrent unit.
         *
         * @param outputs values given and remembered, at least 1
         * @return this
         * @throws IllegalArgumentException if a size is below 1
         */
        public Builder gru(int outputs) {
            return add(new GruLayer(size, outputs));
        }

        /**
         * Adds a long short-term memory.
         *
         * @param outputs values given, and half of those remembered, at least 1
         * @return this
         * @throws IllegalArgumentException if a size is below 1
         */
        public Builder lstm(int outputs) {
            return add(new LstmLayer(size, outputs));
        }

        /**
         * Adds a layer made elsewhere.
         *
         * @param layer takes as many values as the one before it gives; kept, not copied
         * @return this
         */
        public Builder add(Layer layer) {
            layers.add(layer);
            size = layer.outputs();
            return this;
        }

        /**
         * Makes the network.
         *
         * @return a network of the layers so far
         * @throws IllegalArgumentException if there is none
         */
        public Network build() {
            return new Network(layers);
        }
    }
}

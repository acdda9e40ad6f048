package io.github.gdxagents.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A feed-forward network as plain data: dense layers, one after the other.
 *
 * <p>The same description is trained by the trainer and run by a {@link ForwardPass}. All parameters also have a flat layout: layer
 * after layer, first the weights row-major {@code [in][out]}, then the bias {@code [out]}.
 *
 * <p>Thread safety: many threads may read it while none calls {@link #setParameters}.
 */
public final class Network {
    private final List<DenseLayer> layers;
    private final int parameterCount;

    /**
     * Makes a network.
     *
     * @param layers at least one, each taking as many values as the one before it gives
     * @throws IllegalArgumentException if there is none or sizes disagree
     */
    public Network(List<DenseLayer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("network: it must have at least 1 layer, but has none");
        }
        this.layers = Collections.unmodifiableList(new ArrayList<DenseLayer>(layers));
        int count = 0;
        for (int i = 0; i < layers.size(); i++) {
            DenseLayer layer = layers.get(i);
            if (i > 0 && layer.inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException(
                        "network: layer " + i + " takes " + layer.inputs() + " values, but the layer before it gives "
                                + layers.get(i - 1).outputs());
            }
            count += layer.parameterCount();
        }
        parameterCount = count;
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
        List<DenseLayer> layers = new ArrayList<DenseLayer>();
        int size = inputs;
        for (int next : hidden) {
            layers.add(new DenseLayer(size, next, hiddenActivation));
            size = next;
        }
        layers.add(new DenseLayer(size, outputs, Activation.IDENTITY));
        return new Network(layers);
    }

    /**
     * Copies the network.
     *
     * @return a network of its own with the same layers and parameters
     */
    public Network copy() {
        List<DenseLayer> copies = new ArrayList<DenseLayer>();
        for (DenseLayer layer : layers) {
            copies.add(new DenseLayer(layer.inputs(), layer.outputs(), layer.activation()));
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
    public List<DenseLayer> layers() {
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

    private void requireRoom(float[] flat, int offset) {
        if (offset < 0 || flat.length - offset < parameterCount) {
            throw new IllegalArgumentException("network: it has " + parameterCount + " parameters, but the array has "
                    + flat.length + " values and they begin at " + offset);
        }
    }
}

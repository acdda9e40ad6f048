package io.github.gdxagents.network;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A network in doubles, straight from the formulas and the flat layout. */
final class NaiveNetwork {
    private final Network network;
    private final float[] parameters;
    private int next; // the parameter read next
    private int remembered; // the state read next

    NaiveNetwork(Network network) {
        this.network = network;
        parameters = new float[network.parameterCount()];
        network.getParameters(parameters, 0);
    }

    /** The outputs for one row; overwrites its states. */
    double[] run(float[] input, double[] state) {
        next = 0;
        remembered = 0;
        double[] values = new double[input.length];
        Arrays.setAll(values, i -> input[i]);
        for (Layer layer : network.layers()) {
            if (layer instanceof DenseLayer dense) {
                values = dense(dense, values);
            } else if (layer instanceof GruLayer) {
                values = gru(layer.outputs(), values, state);
            } else {
                values = lstm(layer.outputs(), values, state);
            }
        }
        return values;
    }

    private double[] dense(DenseLayer layer, double[] x) {
        return map(add(product(x, layer.outputs()), layer.outputs()), function(layer.activation()));
    }

    private double[] gru(int size, double[] x, double[] state) {
        double[] h = Arrays.copyOfRange(state, remembered, remembered + size);
        double[] fromInput = product(x, 3 * size);
        double[] fromState = product(h, 3 * size);
        add(fromInput, 3 * size);
        add(fromState, 3 * size);
        for (int i = 0; i < size; i++) {
            double r = sigmoid(fromInput[i] + fromState[i]);
            double z = sigmoid(fromInput[size + i] + fromState[size + i]);
            double n = Math.tanh(fromInput[2 * size + i] + r * fromState[2 * size + i]);
            state[remembered + i] = (1 - z) * n + z * h[i];
        }
        remembered += size;
        return Arrays.copyOfRange(state, remembered - size, remembered);
    }

    private double[] lstm(int size, double[] x, double[] state) {
        double[] h = Arrays.copyOfRange(state, remembered, remembered + size);
        double[] gates = product(x, 4 * size);
        double[] fromState = product(h, 4 * size);
        add(gates, 4 * size);
        for (int i = 0; i < size; i++) {
            double in = sigmoid(gates[i] + fromState[i]);
            double forget = sigmoid(gates[size + i] + fromState[size + i]);
            double candidate = Math.tanh(gates[2 * size + i] + fromState[2 * size + i]);
            double out = sigmoid(gates[3 * size + i] + fromState[3 * size + i]);
            double cell = forget * state[remembered + size + i] + in * candidate;
            state[remembered + size + i] = cell;
            state[remembered + i] = out * Math.tanh(cell);
        }
        remembered += 2 * size;
        return Arrays.copyOfRange(state, remembered - 2 * size, remembered - size);
    }

    private double[] product(double[] x, int columns) {
        double[] sums = new double[columns];
        for (double value : x) {
            for (int o = 0; o < columns; o++) {
                sums[o] += value * parameters[next++];
            }
        }
        return sums;
    }

    private double[] add(double[] sums, int size) {
        for (int o = 0; o < size; o++) {
            sums[o] += parameters[next++];
        }
        return sums;
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    private static DoubleUnaryOperator function(Activation activation) {
        return switch (activation) {
            case IDENTITY -> x -> x;
            case TANH -> Math::tanh;
            case RELU -> x -> Math.max(0, x);
            case SILU -> x -> x * sigmoid(x);
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.GruLayer;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.training.network.ActorCritic;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Actor and critic in doubles, straight from the formulas. */
public final class ReferenceNetwork {
    private final ActorCritic shapes;
    private final double[] parameters;
    private final Map<Layer, Integer> offsets = new IdentityHashMap<>();

    public ReferenceNetwork(ActorCritic shapes, double[] parameters) {
        this.shapes = shapes;
        this.parameters = parameters;
        int offset = 0;
        for (Layer layer : shapes.layers()) {
            offsets.put(layer, offset);
            offset += layer.parameterCount();
        }
    }

    public static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }

    /** What the networks give for a step. */
    public record Step(double[] outputs, double value) {}

    public double[] logDeviations() {
        int count = shapes.behavior().action().continuousSize();
        double[] deviations = new double[count];
        System.arraycopy(parameters, parameters.length - count, deviations, 0, count);
        return deviations;
    }

    /** Runs a sequence of steps, forgetting everything where an episode begins. */
    public List<Step> run(LossSequence sequence) {
        double[] memory = doubles(sequence.memory());
        int actorMemory = shapes.actor().stateSize();
        List<Step> steps = new ArrayList<>();
        for (LossRow row : sequence.rows()) {
            if (row.begins()) {
                memory = new double[memory.length];
            }
            double[] before = memory.clone();
            double[] outputs = forward(shapes.actor(), row.observation(), memory, 0);
            // with a shared trunk both networks remember the same
            double[] value = shapes.isShared()
                    ? forward(shapes.critic(), row.observation(), before, 0)
                    : forward(shapes.critic(), row.observation(), memory, actorMemory);
            steps.add(new Step(outputs, value[0]));
        }
        return steps;
    }

    private double[] forward(Network network, float[] observation, double[] memory, int memoryOffset) {
        double[] signal = doubles(observation);
        int state = memoryOffset;
        for (Layer layer : network.layers()) {
            int offset = offsets.get(layer);
            if (layer instanceof DenseLayer dense) {
                signal = dense(dense, offset, signal);
            } else if (layer instanceof ObservationEncoder encoder) {
                signal = new ReferenceEncoder(encoder, parameters, offset).encode(signal);
            } else if (layer instanceof GruLayer) {
                signal = gru(layer, offset, signal, memory, state);
            } else {
                signal = lstm(layer, offset, signal, memory, state);
            }
            state += layer.stateSize();
        }
        return signal;
    }

    /** Row vector times the matrix that begins at an offset, plus the bias that begins at another. */
    private double[] affine(double[] vector, int from, int rows, int weights, int columns, int bias) {
        double[] result = new double[columns];
        for (int j = 0; j < columns; j++) {
            result[j] = bias < 0 ? 0 : parameters[bias + j];
            for (int i = 0; i < rows; i++) {
                result[j] += vector[from + i] * parameters[weights + i * columns + j];
            }
        }
        return result;
    }

    private double[] dense(DenseLayer layer, int offset, double[] input) {
        int in = layer.inputs();
        int out = layer.outputs();
        double[] sums = affine(input, 0, in, offset, out, offset + in * out);
        for (int j = 0; j < out; j++) {
            sums[j] = activate(layer.activation(), sums[j]);
        }
        return sums;
    }

    static double activate(Activation activation, double x) {
        return switch (activation) {
            case IDENTITY -> x;
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(0, x);
            case SILU -> x / (1 + Math.exp(-x));
        };
    }

    private double[] gru(Layer layer, int offset, double[] input, double[] memory, int state) {
        int in = layer.inputs();
        int out = layer.outputs();
        int recurrent = offset + in * 3 * out;
        int bias = recurrent + out * 3 * out;
        double[] x = affine(input, 0, in, offset, 3 * out, bias);
        double[] h = affine(memory, state, out, recurrent, 3 * out, bias + 3 * out);
        double[] next = new double[out];
        for (int j = 0; j < out; j++) {
            double r = sigmoid(x[j] + h[j]);
            double z = sigmoid(x[out + j] + h[out + j]);
            double n = Math.tanh(x[2 * out + j] + r * h[2 * out + j]);
            next[j] = (1 - z) * n + z * memory[state + j];
        }
        System.arraycopy(next, 0, memory, state, out);
        return next;
    }

    private double[] lstm(Layer layer, int offset, double[] input, double[] memory, int state) {
        int in = layer.inputs();
        int out = layer.outputs();
        int recurrent = offset + in * 4 * out;
        double[] x = affine(input, 0, in, offset, 4 * out, recurrent + out * 4 * out);
        double[] h = affine(memory, state, out, recurrent, 4 * out, -1);
        double[] output = new double[out];
        for (int j = 0; j < out; j++) {
            double i = sigmoid(x[j] + h[j]);
            double f = sigmoid(x[out + j] + h[out + j]);
            double g = Math.tanh(x[2 * out + j] + h[2 * out + j]);
            double o = sigmoid(x[3 * out + j] + h[3 * out + j]);
            double cell = f * memory[state + out + j] + i * g;
            memory[state + out + j] = cell;
            output[j] = o * Math.tanh(cell);
        }
        System.arraycopy(output, 0, memory, state, out);
        return output;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}

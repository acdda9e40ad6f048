package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.ObservationEncoder;
import java.util.ArrayList;
import java.util.List;

/** An encoder of observations in doubles, straight from the formulas. */
final class ReferenceEncoder {
    private final ObservationEncoder encoder;
    private final EncoderShape shape;
    private final double[] parameters;
    private int next;

    ReferenceEncoder(ObservationEncoder encoder, double[] parameters, int offset) {
        this.encoder = encoder;
        this.parameters = parameters;
        shape = encoder.shape();
        next = offset;
    }

    double[] encode(double[] observation) {
        List<Double> plain = new ArrayList<>();
        for (ObservationGroup group : encoder.observation().groups()) {
            for (int i = 0; i < group.size() && group.kind() == ObservationGroup.Kind.VECTOR; i++) {
                plain.add(observation[group.offset() + i]);
            }
        }
        List<Double> encoded = new ArrayList<>();
        for (ObservationGroup group : encoder.observation().groups()) {
            if (!shape.encodes(group)) {
                for (int i = 0; i < group.size(); i++) {
                    encoded.add(observation[group.offset() + i]);
                }
            } else if (group.kind() == ObservationGroup.Kind.GRID) {
                grid(group, observation, encoded);
            } else {
                set(group, observation, plain, encoded);
            }
        }
        return encoded.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void grid(ObservationGroup group, double[] observation, List<Double> encoded) {
        int[] size = group.shape();
        double[][][] cells = new double[size[0]][size[1]][size[2]];
        for (int i = 0; i < group.size(); i++) {
            cells[i / size[2] / size[1]][i / size[2] % size[1]][i % size[2]] = observation[group.offset() + i];
        }
        for (int outputs : shape.gridChannels()) {
            cells = convolve(cells, outputs);
        }
        for (double[][] row : cells) {
            for (double[] cell : row) {
                for (double value : cell) {
                    encoded.add(value);
                }
            }
        }
    }

    /** Looks at 3 x 3 cells around those of which row and column are even if there is an odd number, else odd. */
    private double[][][] convolve(double[][][] cells, int outputs) {
        int channels = cells[0][0].length;
        int firstRow = 1 - cells.length % 2;
        int firstColumn = 1 - cells[0].length % 2;
        double[][][] result = new double[(cells.length + 1) / 2][(cells[0].length + 1) / 2][outputs];
        int bias = next + 9 * channels * outputs;
        for (int r = 0; r < result.length; r++) {
            for (int c = 0; c < result[0].length; c++) {
                for (int o = 0; o < outputs; o++) {
                    double sum = parameters[bias + o];
                    for (int y = -1; y <= 1; y++) {
                        for (int x = -1; x <= 1; x++) {
                            int row = firstRow + 2 * r + y;
                            int column = firstColumn + 2 * c + x;
                            if (row < 0 || row >= cells.length || column < 0 || column >= cells[0].length) {
                                continue;
                            }
                            for (int i = 0; i < channels; i++) {
                                int weight = ((y + 1) * 3 + x + 1) * channels + i;
                                sum += cells[row][column][i] * parameters[next + weight * outputs + o];
                            }
                        }
                    }
                    result[r][c][o] = ReferenceNetwork.activate(shape.activation(), sum);
                }
            }
        }
        next = bias + outputs;
        return result;
    }

    private void set(ObservationGroup group, double[] observation, List<Double> plain, List<Double> encoded) {
        int most = group.shape()[0];
        int features = group.features().size();
        int size = shape.setSize();
        int heads = shape.setHeads();
        int plainWeights = next + features * size;
        int bias = plainWeights + plain.size() * size;
        int scores = bias + size;
        double count = observation[group.offset()];
        List<double[]> embeddings = new ArrayList<>();
        for (int e = 0; e < most && e + 0.5 < count; e++) {
            double[] embedding = new double[size];
            for (int k = 0; k < size; k++) {
                double sum = parameters[bias + k];
                for (int f = 0; f < features; f++) {
                    sum += observation[group.offset() + 1 + e * features + f] * parameters[next + f * size + k];
                }
                for (int p = 0; p < plain.size(); p++) {
                    sum += plain.get(p) * parameters[plainWeights + p * size + k];
                }
                embedding[k] = ReferenceNetwork.activate(shape.activation(), sum);
            }
            embeddings.add(embedding);
        }
        for (int k = 0; k < size; k++) {
            int head = k / (size / heads);
            double weighted = 0;
            double total = 0;
            for (double[] embedding : embeddings) {
                double score = 0;
                for (int j = 0; j < size; j++) {
                    score += embedding[j] * parameters[scores + j * heads + head];
                }
                weighted += Math.exp(score) * embedding[k];
                total += Math.exp(score);
            }
            encoded.add(embeddings.isEmpty() ? 0 : weighted / total);
        }
        encoded.add(count / 8);
        next = scores + size * heads;
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.policy.Activation;
import io.github.gdxagents.policy.DenseLayer;
import io.github.gdxagents.policy.Layer;
import io.github.gdxagents.policy.Network;
import io.github.gdxagents.training.rollout.ActorCritic;

/** Actor, critic and distribution in doubles, straight from the formulas. */
final class ReferenceNetwork {
    private final ActorCritic shapes;
    private final ActionSpec action;
    private final double[] parameters;

    ReferenceNetwork(ActorCritic shapes, double[] parameters) {
        this.shapes = shapes;
        this.action = shapes.behavior().action();
        this.parameters = parameters;
    }

    static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }

    private double[] forward(Network network, int start, float[] observation) {
        double[] signal = doubles(observation);
        int offset = start;
        for (Layer layer : network.layers()) {
            double[] next = new double[layer.outputs()];
            for (int j = 0; j < next.length; j++) {
                next[j] = parameters[offset + layer.inputs() * layer.outputs() + j];
                for (int i = 0; i < layer.inputs(); i++) {
                    next[j] += signal[i] * parameters[offset + i * layer.outputs() + j];
                }
                Activation activation = ((DenseLayer) layer).activation();
                if (activation == Activation.TANH) {
                    next[j] = Math.tanh(next[j]);
                } else if (activation == Activation.RELU) {
                    next[j] = Math.max(0, next[j]);
                }
            }
            signal = next;
            offset += (layer.inputs() + 1) * layer.outputs();
        }
        return signal;
    }

    double value(LossRow row) {
        return forward(shapes.critic(), shapes.actor().parameterCount(), row.observation())[0];
    }

    private double logDeviation(int i) {
        return parameters[parameters.length - action.continuousSize() + i];
    }

    double logProbability(LossRow row) {
        double[] outputs = forward(shapes.actor(), 0, row.observation());
        double sum = 0;
        for (int i = 0; i < action.continuousSize(); i++) {
            double deviation = Math.exp(logDeviation(i));
            double density = Math.exp(-Math.pow(row.continuous()[i] - outputs[i], 2) / (2 * deviation * deviation))
                    / (deviation * Math.sqrt(2 * Math.PI));
            sum += Math.log(density);
        }
        for (int b = 0; b < action.branchCount(); b++) {
            sum += Math.log(probabilities(outputs, row.allowed(), b)[row.choices()[b]]);
        }
        return sum;
    }

    double entropy(LossRow row) {
        double[] outputs = forward(shapes.actor(), 0, row.observation());
        double sum = 0;
        for (int i = 0; i < action.continuousSize(); i++) {
            sum += 0.5 * Math.log(2 * Math.PI * Math.E * Math.exp(2 * logDeviation(i)));
        }
        for (int b = 0; b < action.branchCount(); b++) {
            for (double probability : probabilities(outputs, row.allowed(), b)) {
                sum -= probability == 0 ? 0 : probability * Math.log(probability);
            }
        }
        return sum;
    }

    private double[] probabilities(double[] outputs, boolean[] allowed, int branch) {
        double[] probabilities = new double[action.branchSize(branch)];
        double sum = 0;
        for (int c = 0; c < probabilities.length; c++) {
            int index = action.choiceOffset(branch) + c;
            probabilities[c] = allowed[index] ? Math.exp(outputs[action.continuousSize() + index]) : 0;
            sum += probabilities[c];
        }
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }
}

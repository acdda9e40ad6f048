package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;

/** An action distribution in doubles, straight from the definitions. */
final class ReferenceDistribution {
    private final ActionSpec action;
    private final double[] outputs;
    private final double[] logDeviations;
    private final boolean[] allowed;

    ReferenceDistribution(ActionSpec action, double[] outputs, double[] logDeviations, boolean[] allowed) {
        this.action = action;
        this.outputs = outputs;
        this.logDeviations = logDeviations;
        this.allowed = allowed;
    }

    double logProbability(LossRow row) {
        double sum = 0;
        for (int i = 0; i < action.continuousSize(); i++) {
            double deviation = Math.exp(logDeviations[i]);
            double density = Math.exp(-Math.pow(row.continuous()[i] - outputs[i], 2) / (2 * deviation * deviation))
                    / (deviation * Math.sqrt(2 * Math.PI));
            sum += Math.log(density);
        }
        for (int b = 0; b < action.branchCount(); b++) {
            sum += Math.log(probabilities(b)[row.choices()[b]]);
        }
        return sum;
    }

    double entropy() {
        double sum = 0;
        for (int i = 0; i < action.continuousSize(); i++) {
            sum += 0.5 * Math.log(2 * Math.PI * Math.E * Math.exp(2 * logDeviations[i]));
        }
        for (int b = 0; b < action.branchCount(); b++) {
            for (double probability : probabilities(b)) {
                sum -= probability == 0 ? 0 : probability * Math.log(probability);
            }
        }
        return sum;
    }

    /** KL(this || other). */
    double kl(ReferenceDistribution other) {
        double sum = 0;
        for (int i = 0; i < action.continuousSize(); i++) {
            double variance = Math.exp(2 * logDeviations[i]);
            double otherVariance = Math.exp(2 * other.logDeviations[i]);
            double distance = outputs[i] - other.outputs[i];
            sum += 0.5 * Math.log(otherVariance / variance)
                    + (variance + distance * distance) / (2 * otherVariance)
                    - 0.5;
        }
        for (int b = 0; b < action.branchCount(); b++) {
            double[] mine = probabilities(b);
            double[] others = other.probabilities(b);
            for (int c = 0; c < mine.length; c++) {
                sum += mine[c] == 0 ? 0 : mine[c] * Math.log(mine[c] / others[c]);
            }
        }
        return sum;
    }

    double[] probabilities(int branch) {
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

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The loss in doubles, straight from the formulas of the papers, and its gradient by central differences. */
final class ReferenceLoss {
    private static final double STEP = 1e-5;

    private final ActorCritic shapes;
    private final List<LossRow> rows;
    private final LossSettings settings;
    private final UpdateSettings update;

    ReferenceLoss(ActorCritic shapes, List<LossRow> rows, LossSettings settings, UpdateSettings update) {
        this.shapes = shapes;
        this.rows = rows;
        this.settings = settings;
        this.update = update;
    }

    double total(double[] parameters) {
        ReferenceNetwork network = new ReferenceNetwork(shapes, parameters);
        return policyLoss(network)
                + settings.valueCoefficient() * valueLoss(network)
                - update.entropyCoefficient() * mean(network::entropy);
    }

    double[] gradient(double[] parameters) {
        double[] gradient = new double[parameters.length];
        double[] moved = parameters.clone();
        for (int i = 0; i < parameters.length; i++) {
            moved[i] = parameters[i] + STEP;
            double above = total(moved);
            moved[i] = parameters[i] - STEP;
            gradient[i] = (above - total(moved)) / (2 * STEP);
            moved[i] = parameters[i];
        }
        return gradient;
    }

    Figures figures(double[] parameters) {
        ReferenceNetwork network = new ReferenceNetwork(shapes, parameters);
        double norm = 0;
        for (double part : gradient(parameters)) {
            norm += part * part;
        }
        return new Figures(
                policyLoss(network),
                valueLoss(network),
                mean(network::entropy),
                mean(row -> ratio(network, row) - 1 - Math.log(ratio(network, row))),
                mean(row -> ratio(network, row) < 1 - update.clipRangeLower() ? 1 : 0),
                mean(row -> ratio(network, row) > 1 + update.clipRangeUpper() ? 1 : 0),
                mean(row -> ratio(network, row)),
                mean(row -> Math.pow(ratio(network, row), 2)),
                rows.stream().mapToDouble(row -> ratio(network, row)).min().orElseThrow(),
                rows.stream().mapToDouble(row -> ratio(network, row)).max().orElseThrow(),
                Math.sqrt(norm));
    }

    private double ratio(ReferenceNetwork network, LossRow row) {
        return Math.exp(network.logProbability(row)) / Math.exp(row.logProbability());
    }

    private double policyLoss(ReferenceNetwork network) {
        double mean = mean(LossRow::advantage);
        double deviation = Math.sqrt(mean(row -> Math.pow(row.advantage() - mean, 2)));
        return -mean(row -> {
            double advantage = settings.normalizeMinibatchAdvantages()
                    ? (row.advantage() - mean) / (deviation + 1e-8)
                    : row.advantage();
            double ratio = ratio(network, row);
            double clipped = Math.max(1 - update.clipRangeLower(), Math.min(1 + update.clipRangeUpper(), ratio));
            return Math.min(ratio * advantage, clipped * advantage);
        });
    }

    private double valueLoss(ReferenceNetwork network) {
        double range = settings.valueClipRange();
        return 0.5
                * mean(row -> {
                    double value = network.value(row);
                    double error = Math.pow(value - row.target(), 2);
                    if (range == 0) {
                        return error;
                    }
                    double near = Math.max(row.value() - range, Math.min(row.value() + range, value));
                    return Math.max(error, Math.pow(near - row.target(), 2));
                });
    }

    private double mean(ToDoubleFunction<LossRow> figure) {
        return rows.stream().mapToDouble(figure).average().orElseThrow();
    }
}

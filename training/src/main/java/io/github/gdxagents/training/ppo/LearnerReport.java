package io.github.gdxagents.training.ppo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the updates of one iteration measured.
 *
 * @param updates one for each minibatch, in order; the first was measured before anything changed, but for the step in a trust region,
 *     which comes before all of them. If the last was not applied, the policy had moved too far
 * @param movement of the policy over the whole rollout, after the last update
 * @param trustRegionStep share of its full length that the step in a trust region had, 0 if none was taken; NaN without a trust region
 */
record LearnerReport(List<Figures> updates, Movement movement, double trustRegionStep) {
    double mean(ToDoubleFunction<Figures> figure) {
        return updates.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    double max(ToDoubleFunction<Figures> figure) {
        return updates.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    /** How many updates took effect. */
    long applied() {
        return updates.stream().filter(Figures::isApplied).count();
    }
}

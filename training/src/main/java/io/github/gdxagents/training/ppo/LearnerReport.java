package io.github.gdxagents.training.ppo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the updates of one iteration measured.
 *
 * @param updates one for each minibatch, in order; the first was measured before anything changed
 */
record LearnerReport(List<Figures> updates) {
    double mean(ToDoubleFunction<Figures> figure) {
        return updates.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    double max(ToDoubleFunction<Figures> figure) {
        return updates.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }
}

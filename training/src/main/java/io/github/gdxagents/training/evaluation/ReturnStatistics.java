package io.github.gdxagents.training.evaluation;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What the returns of independent episodes say about a policy.
 *
 * <p>The confidence interval is Student's: mean ± t(0.975, n - 1) · s / √n.
 */
public final class ReturnStatistics {
    private static final double UPPER_TAIL = 0.025;

    private final double[] returns;

    /** Takes the return of each episode, in the order of their seeds; copied. */
    public ReturnStatistics(double[] returns) {
        this.returns = returns.clone();
    }

    /** {@return the return of each episode, in the order of their seeds; a copy} */
    public double[] returns() {
        return returns.clone();
    }

    /** {@return how many episodes there were, 0 or more} */
    public int episodes() {
        return returns.length;
    }

    /** {@return the mean, NaN without episodes} */
    public double mean() {
        return Mean.of(returns).getAsDouble();
    }

    /** {@return the median, NaN without episodes} */
    public double median() {
        return Median.withDefaults().evaluate(returns);
    }

    /** {@return the return of the worst episode, NaN without episodes} */
    public double smallest() {
        return Arrays.stream(returns).min().orElse(Double.NaN);
    }

    /** {@return the return of the best episode, NaN without episodes} */
    public double largest() {
        return Arrays.stream(returns).max().orElse(Double.NaN);
    }

    /** {@return the unbiased standard deviation of the episodes, 0 for one} */
    public double standardDeviation() {
        return StandardDeviation.of(returns).getAsDouble();
    }

    /** {@return half the width of the mean's 95 % confidence interval, infinite for one episode, NaN without} */
    public double confidence() {
        int n = returns.length;
        if (n < 2) {
            return n == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        return TDistribution.of(n - 1).inverseSurvivalProbability(UPPER_TAIL) * standardDeviation() / Math.sqrt(n);
    }
}

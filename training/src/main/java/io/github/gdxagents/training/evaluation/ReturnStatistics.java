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

    /**
     * Takes returns.
     *
     * @param returns one for each episode, in the order of their seeds; copied
     */
    public ReturnStatistics(double[] returns) {
        this.returns = returns.clone();
    }

    /**
     * The returns themselves.
     *
     * @return one for each episode, in the order of their seeds; a copy
     */
    public double[] returns() {
        return returns.clone();
    }

    /**
     * How many episodes there were.
     *
     * @return 0 or more
     */
    public int episodes() {
        return returns.length;
    }

    /**
     * The mean.
     *
     * @return NaN without episodes
     */
    public double mean() {
        return Mean.of(returns).getAsDouble();
    }

    /**
     * The median.
     *
     * @return NaN without episodes
     */
    public double median() {
        return Median.withDefaults().evaluate(returns);
    }

    /**
     * The worst episode.
     *
     * @return NaN without episodes
     */
    public double smallest() {
        return Arrays.stream(returns).min().orElse(Double.NaN);
    }

    /**
     * The best episode.
     *
     * @return NaN without episodes
     */
    public double largest() {
        return Arrays.stream(returns).max().orElse(Double.NaN);
    }

    /**
     * The standard deviation of the episodes, unbiased.
     *
     * @return 0 for one episode
     */
    public double standardDeviation() {
        return StandardDeviation.of(returns).getAsDouble();
    }

    /**
     * Half the width of the mean's 95 % confidence interval.
     *
     * @return infinite for fewer than two episodes
     */
    public double confidence() {
        int n = returns.length;
        if (n < 2) {
            return Double.POSITIVE_INFINITY;
        }
        return TDistribution.of(n - 1).inverseSurvivalProbability(UPPER_TAIL) * standardDeviation() / Math.sqrt(n);
    }
}

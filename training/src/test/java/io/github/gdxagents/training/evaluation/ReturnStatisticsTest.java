package io.github.gdxagents.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import org.junit.jupiter.api.Test;

final class ReturnStatisticsTest {
    /** 2, 4, 4, 10: mean 5; squares of the deviations 9 + 1 + 1 + 25 = 36, s = √12; t(0.975, 3) = 3.182446; 3.182446 · √12 / 2. */
    @Test
    void figuresOfFourReturnsAreAsWorkedOutByHand() {
        ReturnStatistics returns = new ReturnStatistics(new double[] {4, 10, 2, 4});

        assertThat(returns.mean()).isEqualTo(5);
        assertThat(returns.median()).isEqualTo(4);
        assertThat(returns.smallest()).isEqualTo(2);
        assertThat(returns.largest()).isEqualTo(10);
        assertThat(returns.standardDeviation()).isCloseTo(Math.sqrt(12), within(1e-12));
        assertThat(returns.confidence()).isCloseTo(5.512158, within(1e-5));
    }

    @Test
    void oneReturnSaysNothingAboutTheSpread() {
        assertThat(new ReturnStatistics(new double[] {3}).confidence()).isInfinite();
        assertThat(new ReturnStatistics(new double[0]).confidence()).isNaN();
        assertThat(new ReturnStatistics(new double[0]).mean()).isNaN();
    }

    /** 2,000 trials: the share of intervals that hold the true mean has standard deviation √(0.95 · 0.05 / 2000) = 0.0049. */
    @Test
    void theIntervalHoldsTheTrueMeanInNineteenOfTwentyTrials() {
        RandomStream random = RandomStream.of(1);
        int held = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] sample = new double[10];
            for (int i = 0; i < sample.length; i++) {
                sample[i] = 7 + 3 * random.nextGaussian();
            }
            ReturnStatistics returns = new ReturnStatistics(sample);
            held += Math.abs(returns.mean() - 7) <= returns.confidence() ? 1 : 0;
        }
        assertThat(held / 2000.0).isCloseTo(0.95, within(0.02));
    }
}

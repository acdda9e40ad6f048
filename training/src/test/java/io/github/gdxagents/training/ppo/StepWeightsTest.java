package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.network.Sequences;
import org.junit.jupiter.api.Test;

class StepWeightsTest {
    private static final int F = Samples.FILLING;

    private static Samples samples(int length, int... episodes) {
        return samples(null, length, episodes);
    }

    private static Samples samples(float[] ratios, int length, int... episodes) {
        MinibatchLayout layout = new MinibatchLayout(
                RandomBehaviors.behavior(1, 1, 0, RandomStream.of(1)),
                false,
                new Sequences(length, length > 1 ? 2 : 0));
        return new Samples(layout, new float[episodes.length * layout.width()], new float[0], episodes, ratios);
    }

    @Test
    void byStepAllStepsCountTheSame() {
        float[] weights = StepWeights.of(samples(1, 0, 0, 0, 1), new int[] {0, 1, 2, 3}, Aggregation.STEP);
        assertThat(weights).containsExactly(0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f);
    }

    /** Of 5 steps in 2 episodes, of lengths 3 and 2, the minibatch has 4: 5 / (4 · 2 · 3) = 5/24, and 5 / (4 · 2 · 2) = 5/16. */
    @Test
    void byEpisodeAStepCountsByTheLengthOfItsEpisodeInTheRollout() {
        float[] weights = StepWeights.of(samples(1, 0, 0, 0, 1, 1), new int[] {0, 1, 2, 3}, Aggregation.EPISODE);
        for (int i = 0; i < 3; i++) {
            assertThat((double) weights[i]).isCloseTo(5 / 24.0, within(1e-7));
        }
        assertThat(weights[3]).isEqualTo(5 / 16f);
        assertThat(weights[4]).isEqualTo(0.25f); // values and entropy go by step
    }

    /** 126 episodes of 1 to 400 steps in 8192 steps, dealt into minibatches of 1024: each counts 8 / 126 in an epoch. */
    @Test
    void howEpisodesFallIntoMinibatchesMakesNoDifference() {
        int[] episodes = new int[8192];
        int step = 0;
        for (int episode = 0; episode < 126; episode++) {
            int length = episode == 125 ? 8192 - step : 1 + episode * 193 % 127;
            for (int t = 0; t < length; t++) {
                episodes[step++] = episode;
            }
        }
        Samples samples = samples(1, episodes);
        Minibatches minibatches = new Minibatches(8192, 1024);
        minibatches.shuffle(RandomStream.of(1));
        double[] sums = new double[126];
        for (int i = 0; i < minibatches.count(); i++) {
            int[] minibatch = minibatches.get(i);
            float[] weights = StepWeights.of(samples, minibatch, Aggregation.EPISODE);
            for (int k = 0; k < minibatch.length; k++) {
                sums[episodes[minibatch[k]]] += weights[k];
            }
        }
        for (double sum : sums) {
            assertThat(sum).isCloseTo(8 / 126.0, within(1e-5));
        }
    }

    @Test
    void episodesOfEqualLengthMakeNoDifference() {
        Samples samples = samples(1, 0, 1, 2, 0, 1, 2);
        int[] all = {0, 1, 2, 3, 4, 5};
        float[] steps = StepWeights.of(samples, all, Aggregation.STEP);
        float[] episodes = StepWeights.of(samples, all, Aggregation.EPISODE);
        for (int i = 0; i < steps.length; i++) {
            assertThat(episodes[i]).isCloseTo(steps[i], within(1e-7f));
        }
    }

    /** What an older policy did counts as often as the newer one would do it; values and entropy are of the states alone. */
    @Test
    void inTheObjectiveTheRatioOfEachStepMultipliesItsShare() {
        float[] ratios = {2, 3, 5, 7, 11, 13};
        Samples samples = samples(ratios, 3, 0, 0, 1, 2, F, F);
        assertThat(StepWeights.of(samples, new int[] {1, 0}, Aggregation.STEP))
                .containsExactly(1.75f, 0, 0, 0.5f, 0.75f, 1.25f, 0.25f, 0, 0, 0.25f, 0.25f, 0.25f);
        assertThat(StepWeights.of(samples(ratios, 1, 0, 0, 1), new int[] {2, 0, 1}, Aggregation.EPISODE))
                .startsWith(2.5f, 0.5f, 0.75f);
        assertThat(StepWeights.of(samples(ratios, 1, 0, 0, 1, 1), new int[] {2, 0}, Aggregation.STEP))
                .containsExactly(2.5f, 1, 0.5f, 0.5f);
    }

    @Test
    void theFillingCountsNothing() {
        Samples samples = samples(3, 0, 0, 1, 2, F, F);
        float[] steps = StepWeights.of(samples, new int[] {1, 0}, Aggregation.STEP);
        assertThat(steps).containsExactly(0.25f, 0, 0, 0.25f, 0.25f, 0.25f, 0.25f, 0, 0, 0.25f, 0.25f, 0.25f);
        float[] episodes = StepWeights.of(samples, new int[] {1, 0}, Aggregation.EPISODE);
        assertThat(episodes[0]).isCloseTo(1 / 3f, within(1e-7f));
        assertThat(episodes[3]).isCloseTo(1 / 6f, within(1e-7f));
        assertThat(episodes[5]).isCloseTo(1 / 3f, within(1e-7f));
        assertThat(episodes[1]).isZero();
    }
}

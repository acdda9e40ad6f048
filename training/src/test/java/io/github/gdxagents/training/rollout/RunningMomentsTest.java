package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunningMomentsTest {
    private static final int SIZE = 3;
    private static final int ROWS = 1000;

    /** Columns of very different mean and spread; the last one would cancel in a sum of squares of floats. */
    private static float[] data(long seed) {
        RandomStream random = RandomStream.of(seed);
        float[] data = new float[ROWS * SIZE];
        for (int row = 0; row < ROWS; row++) {
            data[row * SIZE] = random.nextGaussian();
            data[row * SIZE + 1] = -5 + 0.01f * random.nextGaussian();
            data[row * SIZE + 2] = 1e6f + random.nextGaussian();
        }
        return data;
    }

    private static double mean(float[] data, int column) {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += data[row * SIZE + column];
        }
        return sum / ROWS;
    }

    private static double variance(float[] data, int column) {
        double mean = mean(data, column);
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += Math.pow(data[row * SIZE + column] - mean, 2);
        }
        return sum / ROWS;
    }

    private static void assertTwoPass(RunningMoments moments, float[] data) {
        assertThat(moments.counts()).containsOnly(ROWS);
        for (int i = 0; i < SIZE; i++) {
            assertThat(moments.mean()[i]).isCloseTo(mean(data, i), within(1e-9));
            double variance = variance(data, i);
            assertThat(moments.variance()[i]).isCloseTo(variance, within(1e-8 * variance));
        }
    }

    @Test
    void batchesOfAnySizeInAnyOrderGiveTheTwoPassMoments() {
        for (long seed = 0; seed < 20; seed++) {
            float[] data = data(seed);
            RandomStream random = RandomStream.of(seed, 1);
            int[] order = IntStream.range(0, ROWS).toArray();
            for (int i = ROWS - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            RunningMoments moments = new RunningMoments(SIZE);
            int from = 0;
            while (from < ROWS) {
                int to = Math.min(ROWS, from + random.nextInt(100)); // 0 too: an empty batch changes nothing
                moments.add(data, java.util.Arrays.copyOfRange(order, from, to));
                from = to;
            }
            assertTwoPass(moments, data);
        }
    }

    @Test
    void singleNumbersGiveTheSameAsABatch() {
        float[] numbers = {1, 2, 4, 9};
        RunningMoments singly = new RunningMoments(1);
        for (float number : numbers) {
            singly.add(number);
        }
        RunningMoments batch = new RunningMoments(1);
        batch.add(numbers, new int[] {0, 1, 2, 3});
        // mean 16/4 = 4; deviations -3, -2, 0, 5: squares 9 + 4 + 0 + 25 = 38, over 4
        assertThat(singly.mean()).containsExactly(4);
        assertThat(batch.mean()).containsExactly(4);
        assertThat(singly.variance()[0]).isCloseTo(9.5, within(1e-12));
        assertThat(batch.variance()[0]).isCloseTo(9.5, within(1e-12));
    }

    @Test
    void onlyTheGivenRowsCount() {
        RunningMoments moments = new RunningMoments(2);
        moments.add(new float[] {1, 10, Float.NaN, Float.NaN, 3, 30}, new int[] {0, 2});
        assertThat(moments.mean()).containsExactly(2, 20);
        assertThat(moments.variance()).containsExactly(1, 100);
    }

    @Test
    void theVarianceIsOneUntilThereAreTwoVectors() {
        RunningMoments moments = new RunningMoments(1);
        assertThat(moments.variance()).containsExactly(1);
        moments.add(7);
        assertThat(moments.variance()).containsExactly(1);
        moments.add(7);
        assertThat(moments.variance()).containsExactly(0);
    }

    @Test
    void savedMomentsGoOnAsIfNothingHadHappened() {
        float[] data = data(5);
        RunningMoments moments = new RunningMoments(SIZE);
        moments.add(data, IntStream.range(0, 300).toArray());
        RunningMoments restored = new RunningMoments(SIZE);
        restored.restore(moments.save());
        moments.add(data, IntStream.range(300, ROWS).toArray());
        restored.add(data, IntStream.range(300, ROWS).toArray());
        assertThat(restored.save()).containsExactly(moments.save());
        assertTwoPass(restored, data);
    }

    /** A value with a past of 6 (mean 2, variance 1.5) and one without see 1 and 3: mean 2, variance 1. */
    @Test
    void eachValueGoesOnFromItsOwnPast() {
        RunningMoments moments = new RunningMoments(2);
        moments.restore(new double[] {6, 0, 2, 0, 9, 0});
        assertThat(moments.variance()).containsExactly(1.5, 1);
        moments.add(new float[] {1, 1, 3, 3}, new int[] {0, 1});
        assertThat(moments.counts()).containsExactly(8, 2);
        assertThat(moments.mean()).containsExactly(2, 2);
        assertThat(moments.variance()).containsExactly(11.0 / 8, 1);
        // a mean of 6 instead: 8 values of mean (8 * 2 + 2 * 6) / 10, and 2 of mean (4 + 12) / 4
        moments.add(new float[] {6, 6, 6, 6}, new int[] {0, 1});
        assertThat(moments.mean()[0]).isCloseTo(2.8, within(1e-12));
        assertThat(moments.mean()[1]).isCloseTo(4, within(1e-12));
        // 11 + 16 * 8 * 2 / 10, and 2 + 16 * 2 * 2 / 4
        assertThat(moments.variance()[0]).isCloseTo(36.6 / 10, within(1e-12));
        assertThat(moments.variance()[1]).isCloseTo(18.0 / 4, within(1e-12));
    }

    @Test
    void aStateWithOneCountForAllValuesIsUnderstoodToo() {
        RunningMoments moments = new RunningMoments(2);
        moments.restore(new double[] {4, 1, 2, 8, 12});
        assertThat(moments.save()).containsExactly(4, 4, 1, 2, 8, 12);
        RunningMoments single = new RunningMoments(1);
        single.restore(new double[] {4, 1, 8});
        assertThat(single.save()).containsExactly(4, 1, 8);
    }

    @Test
    void momentsOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> new RunningMoments(2).restore(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("running moments of 2 values need 6 numbers, but 3 were saved");
    }
}

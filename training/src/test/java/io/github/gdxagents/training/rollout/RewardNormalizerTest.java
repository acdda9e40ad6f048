package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RewardNormalizerTest {
    private static final Offset<Float> CLOSE = within(1e-5f);

    private static Rollout rollout(StepStatus second, float... rewards) {
        Rollout rollout = TestRollouts.single(rewards, new float[rewards.length]);
        rollout.statuses[1] = second;
        return rollout;
    }

    @Test
    void rewardsAreDividedByTheDeviationOfTheDiscountedReturn() {
        Rollout rollout = rollout(StepStatus.RUNNING, 1, 2, -4);
        new RewardNormalizer(1, 0.5).normalize(rollout);
        // discounted sums: 1; 0.5 * 1 + 2 = 2.5; 0.5 * 2.5 - 4 = -2.75
        // after 1: one number, variance taken as 1                       -> 1 / 1
        // after 2: mean 1.75, deviations -0.75, 0.75, variance 0.5625    -> 2 / 0.75 = 2.666667
        // after 3: mean 0.25, deviations 0.75, 2.25, -3, variance 14.625 / 3 = 4.875 -> -4 / 2.207940 = -1.811643
        assertThat(rollout.rewards[0]).isCloseTo(1f, CLOSE);
        assertThat(rollout.rewards[1]).isCloseTo(2.666667f, CLOSE);
        assertThat(rollout.rewards[2]).isCloseTo(-1.811643f, CLOSE);
    }

    @Test
    void bothEndsOfAnEpisodeBeginANewSum() {
        for (StepStatus end : new StepStatus[] {StepStatus.TERMINATED, StepStatus.TRUNCATED}) {
            Rollout rollout = rollout(end, 1, 2, -4);
            new RewardNormalizer(1, 0.5).normalize(rollout);
            // the third sum is -4: mean -0.5/3 = -1/6; deviations 7/6, 16/6, -23/6; variance (49 + 256 + 529) / 36 / 3
            // = 7.722222
            assertThat(rollout.rewards[2]).isCloseTo((float) (-4 / Math.sqrt(7.722222)), CLOSE);
        }
    }

    @Test
    void theSumGoesOnInTheNextRollout() {
        RewardNormalizer normalizer = new RewardNormalizer(1, 0.5);
        normalizer.normalize(rollout(StepStatus.RUNNING, 1, 2));
        Rollout next = TestRollouts.single(new float[] {-4}, new float[1]);
        normalizer.normalize(next);
        assertThat(next.rewards[0]).isCloseTo(-1.811643f, CLOSE);
    }

    @Test
    void slotsHaveSumsOfTheirOwn() {
        Rollout rollout = TestRollouts.running(2, 2);
        rollout.lengths[1] = 1;
        System.arraycopy(new float[] {1, 3, 2, Float.NaN}, 0, rollout.rewards, 0, 4);
        new RewardNormalizer(2, 0.5).normalize(rollout);
        // sums in order: slot 0: 1; slot 1: 3; slot 0: 2.5
        // after 3: mean 2, variance 1 -> 3;  after 2.5: mean 13/6, deviations -7/6, 5/6, 2/6: 78/36/3 = 0.722222 -> 2 /
        // 0.849837
        assertThat(rollout.rewards[1]).isCloseTo(3f, CLOSE);
        assertThat(rollout.rewards[2]).isCloseTo(2.353394f, CLOSE);
    }

    @Test
    void theDeviationTendsToThatOfTheDiscountedReturnAndSignsStay() {
        RewardNormalizer normalizer = new RewardNormalizer(1, 0.9);
        RandomStream random = RandomStream.of(3);
        float[] raw = new float[20_000];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = 50 * random.nextGaussian();
        }
        raw[100] = 0;
        Rollout rollout = TestRollouts.single(raw, new float[raw.length]);
        normalizer.normalize(rollout);
        // variance of the sum of 0.9^l r: 50² / (1 - 0.81)
        float expected = (float) (raw[19_999] / (50 / Math.sqrt(0.19)));
        assertThat(rollout.rewards[19_999]).isCloseTo(expected, within(0.05f * Math.abs(expected)));
        assertThat(rollout.rewards[100]).isZero();
        for (int i = 0; i < raw.length; i++) {
            assertThat(Math.signum(rollout.rewards[i])).isEqualTo(Math.signum(raw[i]));
        }
    }

    @Test
    void anOutlierIsClipped() {
        float[] raw = new float[2000];
        raw[1000] = 5;
        raw[1500] = -5;
        Rollout rollout = TestRollouts.single(raw, new float[2000]);
        new RewardNormalizer(1, 0).normalize(rollout);
        assertThat(rollout.rewards[1000]).isEqualTo(10);
        assertThat(rollout.rewards[1500]).isEqualTo(-10);
    }

    @Test
    void aRestoredNormalizerGoesOnInTheMidstOfAnEpisode() {
        RewardNormalizer first = new RewardNormalizer(1, 0.5);
        first.normalize(rollout(StepStatus.RUNNING, 1, 2));
        RewardNormalizer restored = new RewardNormalizer(1, 0.5);
        restored.normalize(rollout(StepStatus.RUNNING, 70, 80)); // forgotten, sums too
        restored.restore(first.save());
        Rollout a = TestRollouts.single(new float[] {-4, 3}, new float[2]);
        Rollout b = TestRollouts.single(new float[] {-4, 3}, new float[2]);
        first.normalize(a);
        restored.normalize(b);
        assertThat(b.rewards).containsExactly(a.rewards);
        assertThat(restored.save()).containsExactly(first.save());
    }

    /** An instance that broke leaves no end behind: the sum of the episode that was given up must not go into the next. */
    @Test
    void theSumBeginsAnewWithAnEpisode() {
        RewardNormalizer broken = new RewardNormalizer(1, 0.5);
        broken.normalize(rollout(StepStatus.RUNNING, 1, 2));
        RewardNormalizer ended = new RewardNormalizer(1, 0.5);
        ended.normalize(rollout(StepStatus.TERMINATED, 1, 2));
        Rollout a = TestRollouts.single(new float[] {-4, 3}, new float[2]);
        a.begins[0] = true;
        Rollout b = TestRollouts.single(new float[] {-4, 3}, new float[2]);
        broken.normalize(a);
        ended.normalize(b);
        assertThat(a.rewards).containsExactly(b.rewards);
    }
}

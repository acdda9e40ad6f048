package io.github.gdxagents.network;

import static io.github.gdxagents.policy.Fixtures.CONTINUOUS;
import static io.github.gdxagents.policy.Fixtures.DISCRETE;
import static io.github.gdxagents.policy.Fixtures.HYBRID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Fixtures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ActionDistributionTest {
    private static final int SAMPLES = 200_000;
    private static final float LN2 = 0.693147181f;

    // turn 0.5, throttle -2; weapon logits (1, 0, -1); shield logits (0.3, -0.4)
    private static final float[] OUTPUTS = {0.5f, -2, 1, 0, -1, 0.3f, -0.4f};
    private static final float[] LOG_STANDARD_DEVIATION = {-0.5f, 0.25f};

    private static ActionDistribution hybrid() {
        return new ActionDistribution(HYBRID, LOG_STANDARD_DEVIATION);
    }

    private static ActionDistribution discrete() {
        return new ActionDistribution(DISCRETE, new float[0]);
    }

    private static ActionMask withoutLaser() {
        ActionMask mask = new ActionMask(HYBRID);
        mask.forbid(0, 1);
        return mask;
    }

    private static ActionSample sample(ActionSpec spec, float[] continuous, int... choices) {
        ActionSample sample = new ActionSample(spec);
        System.arraycopy(continuous, 0, sample.continuous(), 0, continuous.length);
        System.arraycopy(choices, 0, sample.choices(), 0, choices.length);
        return sample;
    }

    @Test
    void gaussianLogProbabilityHasItsHandWorkedValue() {
        ActionDistribution distribution = new ActionDistribution(CONTINUOUS, new float[] {0, LN2});
        // main: mean 0, sigma 1, at 1:  -1/2 - 0 - 0.9189385 = -1.4189385
        // side: mean 1, sigma 2, at -3: -(4/2)^2/2 - ln 2 - 0.9189385 = -3.6120857
        float actual = distribution.logProbability(new float[] {0, 1}, null, sample(CONTINUOUS, new float[] {1, -3}));
        assertThat(actual).isEqualTo(-5.0310242f, within(1e-6f));
    }

    @Test
    void categoricalLogProbabilityHasItsHandWorkedValue() {
        // logits ln 1, ln 2, ln 3, ln 4: probabilities 0.1, 0.2, 0.3, 0.4
        float[] logits = {0, LN2, 1.09861229f, 1.38629436f};
        float[] none = {};
        assertThat(discrete().logProbability(logits, null, sample(DISCRETE, none, 2)))
                .isEqualTo(-1.2039728f, within(1e-6f)); // ln 0.3
        ActionMask mask = new ActionMask(DISCRETE);
        mask.forbid(0, 3);
        assertThat(discrete().logProbability(logits, mask, sample(DISCRETE, none, 2)))
                .isEqualTo(-LN2, within(1e-6f)); // 3 of the 6 that are left
        assertThat(discrete().logProbability(logits, mask, sample(DISCRETE, none, 3)))
                .isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void entropiesHaveTheirClosedForms() {
        // four equal choices: ln 4; two left: ln 2
        assertThat(discrete().entropy(new float[4], null)).isEqualTo(2 * LN2, within(1e-6f));
        ActionMask mask = new ActionMask(DISCRETE);
        mask.forbid(0, 0);
        mask.forbid(0, 2);
        assertThat(discrete().entropy(new float[4], mask)).isEqualTo(LN2, within(1e-6f));
        // two standard normals: 2 * 1/2 ln(2 pi e) = 2.8378771
        assertThat(new ActionDistribution(CONTINUOUS, new float[2]).entropy(new float[2], null))
                .isEqualTo(2.8378771f, within(1e-6f));
    }

    @Test
    void probabilitiesSumToOneAndForbiddenChoicesHaveNone() {
        RandomStream random = RandomStream.of(1);
        float[] probabilities = new float[5];
        for (int trial = 0; trial < 1000; trial++) {
            float[] outputs = new float[7];
            for (int i = 0; i < 7; i++) {
                outputs[i] = 200 * random.nextGaussian(); // far beyond where exp overflows
            }
            hybrid().probabilities(outputs, withoutLaser(), probabilities);
            assertThat(probabilities[1]).isZero();
            assertThat(probabilities[0] + probabilities[2]).isEqualTo(1f, within(1e-6f));
            assertThat(probabilities[3] + probabilities[4]).isEqualTo(1f, within(1e-6f));
        }
    }

    @Test
    void samplesHaveTheMeansDeviationsAndFrequenciesOfTheDistribution() {
        RandomStream random = RandomStream.of(2);
        ActionSample sample = new ActionSample(HYBRID);
        double sum = 0;
        double squares = 0;
        int[] weapons = new int[3];
        int[] shields = new int[2];
        ActionDistribution distribution = hybrid();
        for (int i = 0; i < SAMPLES; i++) {
            distribution.sample(OUTPUTS, withoutLaser(), random, sample);
            sum += sample.continuous()[1];
            squares += (sample.continuous()[1] + 2.0) * (sample.continuous()[1] + 2.0);
            weapons[sample.choices()[0]]++;
            shields[sample.choices()[1]]++;
        }
        double sigma = Math.exp(0.25);
        assertThat(sum / SAMPLES).isEqualTo(-2, within(4 * sigma / Math.sqrt(SAMPLES)));
        assertThat(squares / SAMPLES).isEqualTo(sigma * sigma, within(4 * sigma * sigma * Math.sqrt(2.0 / SAMPLES)));
        assertThat(weapons[1]).isZero();
        assertFrequency(weapons[0], 1 / (1 + Math.exp(-2))); // logits 1 and -1
        assertFrequency(shields[0], 1 / (1 + Math.exp(-0.7))); // logits 0.3 and -0.4
    }

    private static void assertFrequency(int count, double probability) {
        double deviation = Math.sqrt(probability * (1 - probability) / SAMPLES);
        assertThat((double) count / SAMPLES).isEqualTo(probability, within(4 * deviation));
    }

    @Test
    void entropyIsMinusTheMeanLogProbability() {
        RandomStream random = RandomStream.of(3);
        for (ActionMask mask : new ActionMask[] {null, withoutLaser()}) {
            ActionDistribution distribution = hybrid();
            ActionSample sample = new ActionSample(HYBRID);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < SAMPLES; i++) {
                distribution.sample(OUTPUTS, mask, random, sample);
                double value = -distribution.logProbability(OUTPUTS, mask, sample);
                sum += value;
                squares += value * value;
            }
            double mean = sum / SAMPLES;
            double error = Math.sqrt((squares / SAMPLES - mean * mean) / SAMPLES);
            assertThat(mean).isEqualTo(distribution.entropy(OUTPUTS, mask), within(4 * error));
        }
    }

    @Test
    void hybridIsTheSumOfItsParts() {
        ActionSpec weapon =
                ActionSpec.builder().branch("weapon", "none", "laser", "rocket").build();
        ActionSpec shield = ActionSpec.builder().branch("shield", "down", "up").build();
        ActionDistribution steering = new ActionDistribution(CONTINUOUS, LOG_STANDARD_DEVIATION);
        ActionDistribution weapons = new ActionDistribution(weapon, new float[0]);
        ActionDistribution shields = new ActionDistribution(shield, new float[0]);
        float[] means = Arrays.copyOfRange(OUTPUTS, 0, 2);
        float[] weaponLogits = Arrays.copyOfRange(OUTPUTS, 2, 5);
        float[] shieldLogits = Arrays.copyOfRange(OUTPUTS, 5, 7);
        float[] values = {0.7f, -3.1f};
        float[] none = {};

        float logProbability = steering.logProbability(means, null, sample(CONTINUOUS, values))
                + weapons.logProbability(weaponLogits, null, sample(weapon, none, 2))
                + shields.logProbability(shieldLogits, null, sample(shield, none, 1));
        assertThat(hybrid().logProbability(OUTPUTS, null, sample(HYBRID, values, 2, 1)))
                .isEqualTo(logProbability, within(1e-5f));
        float entropy = steering.entropy(means, null)
                + weapons.entropy(weaponLogits, null)
                + shields.entropy(shieldLogits, null);
        assertThat(hybrid().entropy(OUTPUTS, null)).isEqualTo(entropy, within(1e-5f));
    }

    @Test
    void logProbabilityIsThatOfTheUnclippedSampleAndTheGameGetsTheClippedOne() {
        RandomStream random = RandomStream.of(4);
        ActionDistribution distribution = new ActionDistribution(CONTINUOUS, new float[2]);
        ActionSample sample = new ActionSample(CONTINUOUS);
        float[] outputs = {3, -3};
        distribution.sample(outputs, null, random, sample);
        assertThat(sample.continuous()[0]).isGreaterThan(1);
        Actions actions = new Actions(CONTINUOUS);
        sample.writeTo(actions);
        assertThat(actions.continuous(0)).isEqualTo(1);
        assertThat(actions.continuous(1)).isEqualTo(-1);
        double first = sample.continuous()[0] - 3.0;
        double second = sample.continuous()[1] + 3.0;
        double expected = -0.5 * (first * first + second * second) - Math.log(2 * Math.PI);
        assertThat((double) distribution.logProbability(outputs, null, sample)).isEqualTo(expected, within(1e-5));
    }

    @Test
    void modeIsTheMeansAndTheLargestAllowedLogits() {
        ActionSample sample = new ActionSample(HYBRID);
        hybrid().mode(OUTPUTS, null, sample);
        assertThat(sample.continuous()).containsExactly(0.5f, -2);
        assertThat(sample.choices()).containsExactly(0, 0);
        ActionMask mask = new ActionMask(HYBRID);
        mask.forbid(0, 0);
        mask.forbid(1, 0);
        hybrid().mode(OUTPUTS, mask, sample);
        assertThat(sample.choices()).containsExactly(1, 1);
        hybrid().mode(new float[7], null, sample);
        assertThat(sample.choices()).as("the first of equals").containsExactly(0, 0);
    }

    @Test
    void divergenceHasItsClosedFormsAndIsZeroFromItself() {
        ActionDistribution continuous = new ActionDistribution(CONTINUOUS, new float[2]);
        // N(0, 1) from N(1, 2): ln 2 + (1 + 1) / 8 - 1/2 = 0.4431472; the second pair is equal
        double kl = continuous.kl(new float[2], new float[2], new float[] {1, 0}, new float[] {LN2, 0}, null);
        assertThat(kl).isEqualTo(0.4431472, within(1e-6));
        // uniform from (1/2, 1/6, 1/6, 1/6): ln(1/2)/4 + 3 ln(3/2)/4 = 0.1308120
        double divergence =
                discrete().kl(new float[4], new float[0], new float[] {1.09861229f, 0, 0, 0}, new float[0], null);
        assertThat(divergence).isEqualTo(0.1308120, within(1e-6));
        assertThat(hybrid().kl(OUTPUTS, LOG_STANDARD_DEVIATION, OUTPUTS, LOG_STANDARD_DEVIATION, withoutLaser()))
                .isZero();
    }

    @Test
    void branchWithoutChoiceAndWrongDeviationsAreRefused() {
        ActionMask mask = new ActionMask(HYBRID);
        mask.forbid(1, 0);
        mask.forbid(1, 1);
        ActionSample sample = new ActionSample(HYBRID);
        assertThatThrownBy(() -> hybrid().mode(OUTPUTS, mask, sample)).hasMessageContaining("'shield'");
        assertThatThrownBy(() -> hybrid().sample(OUTPUTS, mask, RandomStream.of(1), sample))
                .hasMessageContaining("'shield'");
        assertThatThrownBy(() -> new ActionDistribution(HYBRID, new float[1]))
                .hasMessageContaining("2 continuous values, but 1 log");
        assertThatThrownBy(() -> new ActionDistribution(HYBRID, new float[] {0, Float.NaN}))
                .hasMessageContaining("'throttle' must be finite");
    }

    @Test
    void allocatesNothing() {
        ActionDistribution distribution = hybrid();
        ActionSample sample = new ActionSample(HYBRID);
        ActionMask mask = withoutLaser();
        RandomStream random = RandomStream.of(5);
        float[] probabilities = new float[5];
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int i = 0; i < 100; i++) {
                        distribution.sample(OUTPUTS, mask, random, sample);
                        distribution.logProbability(OUTPUTS, mask, sample);
                        distribution.entropy(OUTPUTS, mask);
                        distribution.mode(OUTPUTS, mask, sample);
                        distribution.probabilities(OUTPUTS, mask, probabilities);
                    }
                }))
                .isZero();
    }
}

package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.tensor.LearningDevice;
import org.junit.jupiter.api.Test;

class DeviceAgreementTest {
    private static final int COUNT = 10 * 1024;

    /** Compares with a learner of the same problem whose samples are changed. */
    private DeviceAgreement compareWithChangedSamples(FloatChange change) {
        try (SyntheticLearner one = DeviceAgreement.synthetic(LearningDevice.CPU);
                SyntheticLearner other = DeviceAgreement.synthetic(LearningDevice.CPU)) {
            float[] matrix = one.samples().matrix().clone();
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = change.of(matrix[i]);
            }
            other.learner().upload(new Samples(one.samples().layout(), matrix, new float[0], new int[COUNT], null));
            return DeviceAgreement.of(one.learner(), other.learner(), one.coefficients());
        }
    }

    private interface FloatChange {
        float of(float number);
    }

    @Test
    void aDeviceAgreesWithItselfExactlyAndLearnsMeanwhile() {
        DeviceAgreement agreement = DeviceAgreement.of(LearningDevice.CPU, LearningDevice.CPU);

        assertThat(agreement.gradient()).isZero();
        assertThat(agreement.parameters()).isZero();
        // Adam moves a parameter by at most about its learning rate of 3e-4 at a time
        assertThat(agreement.moved()).isBetween(1e-3, 3.1e-3);
        assertThat(agreement.isWithinTolerance()).isTrue();
    }

    @Test
    void theLastBitIsNoDisagreement() {
        DeviceAgreement agreement = compareWithChangedSamples(Math::nextUp);

        assertThat(agreement.gradient()).isPositive();
        assertThat(agreement.isWithinTolerance()).as("%s", agreement).isTrue();
    }

    /** TensorFloat-32 keeps ten of 23 bits. */
    @Test
    void tenBitsAreADisagreement() {
        DeviceAgreement agreement = compareWithChangedSamples(
                number -> Float.intBitsToFloat((Float.floatToIntBits(number) + (1 << 12)) & ~((1 << 13) - 1)));
        assertThat(agreement.gradient()).isGreaterThan(DeviceAgreement.GRADIENT_TOLERANCE);
        assertThat(agreement.parameters()).isGreaterThan(DeviceAgreement.PARAMETER_TOLERANCE);
        assertThat(agreement.isWithinTolerance()).isFalse();
    }

    @Test
    void whatIsNoNumberDoesNotAgree() {
        assertThat(new DeviceAgreement(Double.NaN, 0, 0).isWithinTolerance()).isFalse();
        assertThat(new DeviceAgreement(0, Double.NaN, 0).isWithinTolerance()).isFalse();
    }

    @Test
    void theSamplesAreThoseOfAPolicyNearTheNetworks() {
        try (SyntheticLearner learner = DeviceAgreement.synthetic(LearningDevice.CPU)) {
            int[] all = new int[COUNT];
            for (int i = 0; i < COUNT; i++) {
                all[i] = i;
            }
            Figures figures =
                    learner.learner().step(all, learner.coefficients()).figures();
            assertThat(figures.get(Figure.RATIO_MEAN)).isBetween(0.99, 1.01);
            assertThat(figures.get(Figure.RATIO_MIN)).isGreaterThan(0.8);
            assertThat(figures.get(Figure.RATIO_MAX)).isLessThan(1.25);
        }
    }

    @Test
    void aGpuAgreesWithTheCpu() {
        LearningDevice device = LearningDevice.choose(Device.AUTO);
        assumeTrue(device.device().isGpu());
        assertThat(DeviceAgreement.of(LearningDevice.CPU, device)).matches(DeviceAgreement::isWithinTolerance);
    }
}

package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gdxagents.training.config.Device;
import org.junit.jupiter.api.Test;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** With TensorFlow itself, whichever library of it is there. */
final class TensorFlowLibraryTest {
    private static boolean hasGpu() {
        return TensorFlowLibrary.devices().stream().anyMatch(ComputeDevice::isGpu);
    }

    @Test
    void theCpuIsAlwaysThere() {
        assertThat(TensorFlowLibrary.devices()).extracting(ComputeDevice::name).contains("CPU:0");
        assertThat(TensorFlowLibrary.devices())
                .allSatisfy(device -> assertThat(device.memoryBytes()).isPositive());
    }

    @Test
    void anyLibraryHasCodeForTheCpuAndNoneForWhatDoesNotExist() {
        assertThat(TensorFlowLibrary.hasKernelsFor("CPU")).isTrue();
        assertThat(TensorFlowLibrary.hasKernelsFor("ABACUS")).isFalse();
    }

    @Test
    void onlyALibraryForGpusHasOne() {
        assumeFalse(TensorFlowLibrary.isBuiltForGpus());
        assertThat(hasGpu()).isFalse();
    }

    @Test
    void whatIsChosenIsThere() {
        assertThat(TensorFlowLibrary.devices())
                .extracting(ComputeDevice::name)
                .contains(LearningDevice.choose(Device.AUTO).device().name());
    }

    @Test
    void withoutAGpuNothingIsLearnedOnOne() {
        assumeFalse(hasGpu());
        assertThatThrownBy(() -> LearningDevice.choose(Device.GPU)).isInstanceOf(DeviceException.class);
    }

    @Test
    void withAGpuItIsChosen() {
        assumeTrue(hasGpu());
        assertThat(LearningDevice.choose(Device.AUTO).device().isGpu()).isTrue();
    }

    @Test
    void whatTensorFlowThrowsIsKnownWhateverItExtends() {
        assertThat(TensorFlowLibrary.hasThrown(new TensorFlowException("x"))).isTrue();
        assertThat(TensorFlowLibrary.hasThrown(new TFInvalidArgumentException("x")))
                .isTrue();
        assertThat(TensorFlowLibrary.hasThrown(new TFUnimplementedException("x")))
                .isTrue();
        assertThat(TensorFlowLibrary.hasThrown(new IllegalArgumentException("org.tensorflow")))
                .isFalse();
    }
}

package io.github.gdxagents.training.ppo.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gdxagents.training.config.Device;
import org.junit.jupiter.api.Test;

/** With TensorFlow itself, whichever library of it is there. */
final class TensorFlowDevicesTest {
    private static boolean hasGpu() {
        return TensorFlowDevices.list().stream().anyMatch(ComputeDevice::isGpu);
    }

    @Test
    void theCpuIsAlwaysThere() {
        assertThat(TensorFlowDevices.list()).extracting(ComputeDevice::name).contains("CPU:0");
        assertThat(TensorFlowDevices.list())
                .allSatisfy(device -> assertThat(device.memoryBytes()).isPositive());
    }

    @Test
    void anyLibraryHasCodeForTheCpuAndNoneForWhatDoesNotExist() {
        assertThat(TensorFlowDevices.hasKernelsFor("CPU")).isTrue();
        assertThat(TensorFlowDevices.hasKernelsFor("ABACUS")).isFalse();
    }

    @Test
    void onlyALibraryForGpusHasOne() {
        assumeFalse(TensorFlowDevices.isBuiltForGpus());
        assertThat(hasGpu()).isFalse();
    }

    @Test
    void whatIsChosenIsThere() {
        assertThat(TensorFlowDevices.list())
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
}

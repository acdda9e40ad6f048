package io.github.gdxagents.training.tool.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tensor.OperationPlacement;
import org.junit.jupiter.api.Test;

class DeviceCheckTest {
    @Test
    void onTheCpuAllIsThereAndNothingIsCopied() {
        OperationPlacement placement = DeviceCheck.placementOn(LearningDevice.CPU);

        assertThat(placement.operations()).containsOnlyKeys("CPU:0");
        assertThat(placement.onCpu()).contains("GatherV2", "ReadVariableOp");
        assertThat(placement.copies()).isZero();
    }

    /** In: indices, weights and settings, the last perhaps in parts; out: the gradient. */
    @Test
    void onAGpuNothingIsLeftToTheCpu() {
        LearningDevice device = LearningDevice.choose(Device.AUTO);
        assumeTrue(device.device().isGpu());
        OperationPlacement placement = DeviceCheck.placementOn(device);
        assertThat(placement.onCpu()).isEmpty();
        assertThat(placement.copies()).isLessThan(10);
    }

    @Test
    void theSpeedIsThatOfWholeIterations() {
        assertThat(DeviceCheck.samplesPerSecond(LearningDevice.CPU, 4, 1 << 14))
                .isPositive()
                .isFinite();
    }
}

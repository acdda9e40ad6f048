package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.config.Device;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.OptimizerOptions;

final class LearningDeviceTest {
    private static final ComputeDevice CPU = new ComputeDevice("CPU:0", 1 << 28);
    private static final ComputeDevice GPU = new ComputeDevice("GPU:0", 3L << 29);
    private static final List<String> FINDINGS = List.of("no driver", "no CUDA");

    private static <T> Supplier<T> neverAsked(String what) {
        return () -> {
            throw new AssertionError("asked for " + what);
        };
    }

    private static LearningDevice choose(Device wanted, boolean isBuiltForGpus, ComputeDevice... devices) {
        boolean hasGpu = List.of(devices).contains(GPU);
        return LearningDevice.choose(
                wanted,
                isBuiltForGpus,
                devices.length == 0 ? neverAsked("devices") : () -> List.of(devices),
                hasGpu || !isBuiltForGpus ? neverAsked("findings") : () -> FINDINGS);
    }

    @Test
    void theCpuIsUsedIfWantedWithoutWakingUpAnyGpu() {
        assertThat(choose(Device.CPU, true).device().isGpu()).isFalse();
        assertThat(choose(Device.CPU, true).notice()).isEmpty();
    }

    @Test
    void withTheCpusLibraryNothingIsSaid() {
        assertThat(choose(Device.AUTO, false).device().isGpu()).isFalse();
        assertThat(choose(Device.AUTO, false).notice()).isEmpty();
    }

    @Test
    void aGpuIsUsedIfThereIsOneAndSaid() {
        for (Device wanted : List.of(Device.AUTO, Device.GPU)) {
            LearningDevice chosen = choose(wanted, true, CPU, GPU);
            assertThat(chosen.device()).isEqualTo(GPU);
            assertThat(chosen.notice()).contains("Learning on GPU:0 (1.5 GiB).");
        }
    }

    @Test
    void fallingBackToTheCpuIsSaidAloudWithAllReasons() {
        LearningDevice chosen = choose(Device.AUTO, true, CPU);
        assertThat(chosen.device().isGpu()).isFalse();
        assertThat(chosen.notice())
                .contains(
                        "Learning on the CPU: TensorFlow's GPU library is on the class path, but finds no GPU to learn on:\n"
                                + "  - no driver\n  - no CUDA");
    }

    @Test
    void aGpuThatMustBeButIsNotStopsWithAllReasonsAndTheWayOut() {
        assertThatThrownBy(() -> choose(Device.GPU, true, CPU))
                .isInstanceOf(DeviceException.class)
                .hasMessage("learner.device is gpu, but TensorFlow has none to learn on:\n  - no driver\n  - no CUDA\n"
                        + "Train on the CPU instead:  --device cpu");
    }

    @Test
    void theCpusLibraryIsNamedAsTheReason() {
        assertThatThrownBy(() -> choose(Device.GPU, false))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("library")
                .hasMessageContaining("--device cpu");
    }

    @Test
    void onTheCpuSessionsSeeNoGpuAndSumInOneOrder() {
        ConfigProto config = LearningDevice.CPU.session();
        assertThat(config.getDeviceCountMap()).containsEntry("GPU", 0);
        assertThat(config.getIntraOpParallelismThreads()).isEqualTo(1);
        assertThat(config.getInterOpParallelismThreads()).isEqualTo(1);
        assertThat(config.getExperimental().getExecutorType()).isEqualTo("SINGLE_THREADED_EXECUTOR");
    }

    @Test
    void onTheCpuAnInferenceRunsInItsCallersThread() {
        ConfigProto config = LearningDevice.CPU.inferenceSession(8);
        assertThat(config.getDeviceCountMap()).containsEntry("GPU", 0);
        assertThat(config.getIntraOpParallelismThreads()).isEqualTo(1);
        assertThat(config.getExperimental().getExecutorType()).isEqualTo("SINGLE_THREADED_EXECUTOR");
    }

    @Test
    void onTheGpuEveryCallerOfAnInferenceGetsAThread() {
        ConfigProto config = choose(Device.GPU, true, CPU, GPU).inferenceSession(8);
        assertThat(config.getUsePerSessionThreads()).isTrue();
        assertThat(config.getInterOpParallelismThreads()).isEqualTo(8);
        assertThat(config.getGpuOptions().getAllowGrowth()).isTrue();
        assertThat(config.getExperimental().getExecutorType()).isEmpty();
    }

    @Test
    void xlaIsForAGpuAndIfAskedForAlone() {
        LearningDevice gpu = choose(Device.GPU, true, CPU, GPU);
        assertThat(jitLevel(gpu)).isEqualTo(OptimizerOptions.GlobalJitLevel.DEFAULT);
        assertThat(jitLevel(gpu.compiling())).isEqualTo(OptimizerOptions.GlobalJitLevel.ON_1);
        assertThat(gpu.compiling().notice()).isEqualTo(gpu.notice());
        assertThat(gpu.compiling()).hasToString("GPU:0 (1.5 GiB) with XLA");
    }

    @Test
    void onTheCpuXlaIsLeftAloneAndThatIsSaid() {
        LearningDevice cpu = LearningDevice.CPU.compiling();
        assertThat(jitLevel(cpu)).isEqualTo(OptimizerOptions.GlobalJitLevel.DEFAULT);
        assertThat(cpu.notice().orElseThrow()).contains("learner.xla does nothing on the CPU");
        assertThat(choose(Device.AUTO, true, CPU).compiling().notice().orElseThrow())
                .contains("finds no GPU", "no CUDA\nlearner.xla does nothing");
    }

    private static OptimizerOptions.GlobalJitLevel jitLevel(LearningDevice device) {
        return device.session().getGraphOptions().getOptimizerOptions().getGlobalJitLevel();
    }

    @Test
    void onTheGpuMemoryGrowsAndCopiesMayBeAsynchronous() {
        ConfigProto config = choose(Device.GPU, true, CPU, GPU).session();
        assertThat(config.getGpuOptions().getAllowGrowth()).isTrue();
        assertThat(config.getDeviceCountMap()).isEmpty();
        assertThat(config.getAllowSoftPlacement()).isTrue();
        assertThat(config.getExperimental().getExecutorType()).isEmpty();
    }
}

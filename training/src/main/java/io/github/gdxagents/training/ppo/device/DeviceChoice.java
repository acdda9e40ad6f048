package io.github.gdxagents.training.ppo.device;

import io.github.gdxagents.training.config.Device;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what is learned on, from what is wanted and what there is.
 *
 * <p>Thread safety: none.
 */
final class DeviceChoice {
    private static final String ITEM = "\n  - ";

    private final boolean isBuiltForGpus;
    private final Supplier<List<ComputeDevice>> devices;
    private final Supplier<List<String>> findings;

    /**
     * Knows what there is.
     *
     * @param isBuiltForGpus whether the native library is that for GPUs
     * @param devices that TensorFlow has; asked only if it matters, since that wakes the GPUs up
     * @param findings why there is no GPU among them; asked only then
     */
    DeviceChoice(boolean isBuiltForGpus, Supplier<List<ComputeDevice>> devices, Supplier<List<String>> findings) {
        this.isBuiltForGpus = isBuiltForGpus;
        this.devices = devices;
        this.findings = findings;
    }

    /**
     * Decides.
     *
     * @param wanted as configured
     * @throws DeviceException if it must be a GPU and there is none
     */
    LearningDevice of(Device wanted) {
        if (wanted == Device.CPU || wanted == Device.AUTO && !isBuiltForGpus) {
            return LearningDevice.CPU; // what everybody expects needs no words
        }
        Optional<ComputeDevice> gpu = isBuiltForGpus
                ? devices.get().stream().filter(ComputeDevice::isGpu).findFirst()
                : Optional.empty();
        if (gpu.isPresent()) {
            return new LearningDevice(gpu.get(), "Learning on " + gpu.get() + ".");
        }
        if (wanted == Device.GPU) {
            throw new DeviceException("learner.device is gpu, but TensorFlow has none to learn on:" + reasons()
                    + "\nLearn on the CPU instead:  --device cpu");
        }
        return new LearningDevice(
                LearningDevice.CPU.device(),
                "Learning on the CPU: TensorFlow's GPU library is on the class path, but finds no GPU to learn on:"
                        + reasons());
    }

    private String reasons() {
        return ITEM + String.join(ITEM, isBuiltForGpus ? findings.get() : List.of(noGpuLibrary()));
    }

    private static String noGpuLibrary() {
        String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        return system.equals("Linux on amd64")
                ? "its native library on the class path is that for the CPU. In a build of this project name the profile gpu"
                        + " too (mvn -q -Ptrain,gpu); in yours, depend on org.tensorflow:tensorflow-core-native with the"
                        + " classifier linux-x86_64-gpu"
                : "its GPU library exists for Linux on amd64 alone, and this is " + system;
    }
}

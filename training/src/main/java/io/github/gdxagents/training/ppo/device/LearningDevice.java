package io.github.gdxagents.training.ppo.device;

import io.github.gdxagents.training.config.Device;
import java.util.Optional;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/**
 * What networks learn on, and how TensorFlow is told.
 *
 * <p>Thread safety: immutable.
 */
public final class LearningDevice {
    /** Any machine has it. */
    public static final LearningDevice CPU = new LearningDevice(new ComputeDevice("CPU:0", 0), null);

    private final ComputeDevice device;
    private final String notice;

    LearningDevice(ComputeDevice device, String notice) {
        this.device = device;
        this.notice = notice;
    }

    /**
     * Chooses the device.
     *
     * @param wanted as configured
     * @return what is learned on
     * @throws DeviceException if it must be a GPU and there is none; the message says what is missing
     */
    public static LearningDevice choose(Device wanted) {
        if (wanted == Device.CPU) {
            return CPU; // TensorFlow need not even be loaded
        }
        return new DeviceChoice(
                        TensorFlowDevices.isBuiltForGpus(),
                        TensorFlowDevices::list,
                        GpuDiagnosis.ofThisMachine()::findings)
                .of(wanted);
    }

    /**
     * The device.
     *
     * @return as TensorFlow knows it
     */
    public ComputeDevice device() {
        return device;
    }

    /**
     * What a user should be told.
     *
     * @return which device learns and, if it was to be a GPU and is none, why; empty where all is as anybody expects
     */
    public Optional<String> notice() {
        return Optional.ofNullable(notice);
    }

    /**
     * The settings of a session on it. On the CPU the calling thread computes everything, and several may call at once.
     *
     * @return for TensorFlow
     */
    public ConfigProto session() {
        // A single thread within an operation: more would change the last bits of sums, and so the run.
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(device.isGpu() ? 2 : 1)
                .setAllowSoftPlacement(true);
        if (device.isGpu()) { // that executor refuses the copies between devices, which are asynchronous
            return config.setGpuOptions(sharing()).build();
        }
        return config.setExperimental(ConfigProto.Experimental.newBuilder().setExecutorType("SINGLE_THREADED_EXECUTOR"))
                .putDeviceCount(ComputeDevice.GPU, 0)
                .build();
    }

    /** Takes memory as it is needed, else the first session would take nearly all that the card has. */
    static GPUOptions sharing() {
        return GPUOptions.newBuilder().setAllowGrowth(true).build();
    }

    @Override
    public String toString() {
        return device.toString();
    }
}

package io.github.gdxagents.training.tensor;

import io.github.gdxagents.training.config.Device;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;

/** What networks learn on, and how TensorFlow is told. Thread safety: immutable. */
public final class LearningDevice {
    /** Any machine has it. */
    public static final LearningDevice CPU = new LearningDevice(new ComputeDevice("CPU:0", 0), null, false);

    private static final String ITEM = "\n  - ";

    private final ComputeDevice device;
    private final String notice;
    private final boolean compiles;

    private LearningDevice(ComputeDevice device, String notice, boolean compiles) {
        this.device = device;
        this.notice = notice;
        this.compiles = compiles;
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
        return choose(
                wanted,
                TensorFlowLibrary.isBuiltForGpus(),
                TensorFlowLibrary::devices,
                () -> GpuDiagnosis.ofThisMachine().findings());
    }

    /**
     * Chooses from what there is.
     *
     * @param isBuiltForGpus whether the native library is that for GPUs
     * @param devices that TensorFlow has; asked only if it matters, since that wakes the GPUs up
     * @param findings why there is no GPU among them; asked only then
     */
    static LearningDevice choose(
            Device wanted,
            boolean isBuiltForGpus,
            Supplier<List<ComputeDevice>> devices,
            Supplier<List<String>> findings) {
        if (wanted == Device.CPU || wanted == Device.AUTO && !isBuiltForGpus) {
            return CPU; // what everybody expects needs no words
        }
        Optional<ComputeDevice> gpu = isBuiltForGpus
                ? devices.get().stream().filter(ComputeDevice::isGpu).findFirst()
                : Optional.empty();
        if (gpu.isPresent()) {
            return new LearningDevice(gpu.get(), "Learning on " + gpu.get() + ".", false);
        }
        String reasons = ITEM + String.join(ITEM, isBuiltForGpus ? findings.get() : List.of(noGpuLibrary()));
        if (wanted == Device.GPU) {
            throw new DeviceException("learner.device is gpu, but TensorFlow has none to learn on:" + reasons
                    + "\nTrain on the CPU instead:  --device cpu");
        }
        return new LearningDevice(
                CPU.device,
                "Learning on the CPU: TensorFlow's GPU library is on the class path, but finds no GPU to learn on:"
                        + reasons,
                false);
    }

    private static String noGpuLibrary() {
        String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        return system.equals("Linux on amd64")
                ? "its native library on the class path is that for the CPU. In a build of this project name the profile gpu"
                        + " too (mvn -q -Ptrain,gpu); in yours, depend on org.tensorflow:tensorflow-core-native with the"
                        + " classifier linux-x86_64-gpu"
                : "its GPU library exists for Linux on amd64 alone, and this is " + system;
    }

    /**
     * {@return the same device with XLA, TensorFlow's compiler, which makes few large operations of many small ones; on
     * the CPU, where compiled graphs are slower, this with a notice that says so}
     */
    public LearningDevice compiling() {
        if (device.isGpu()) {
            return new LearningDevice(device, notice, true);
        }
        String unused = "learner.xla does nothing on the CPU, where compiled graphs are slower.";
        return new LearningDevice(device, notice == null ? unused : notice + "\n" + unused, false);
    }

    /** {@return the device as TensorFlow knows it} */
    public ComputeDevice device() {
        return device;
    }

    /** {@return which device learns and, if it was to be a GPU and is none, why; empty where all is as expected} */
    public Optional<String> notice() {
        return Optional.ofNullable(notice);
    }

    /** {@return settings of a session; a CPU's computes all on the calling thread, and several may call at once} */
    public ConfigProto session() {
        // A single thread within an operation: more would change the last bits of sums, and so the run.
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(device.isGpu() ? 2 : 1)
                .setAllowSoftPlacement(true);
        if (device.isGpu()) { // that executor refuses the copies between devices, which are asynchronous
            return config.setGpuOptions(sharing()).setGraphOptions(graphs()).build();
        }
        return config.setExperimental(ConfigProto.Experimental.newBuilder().setExecutorType("SINGLE_THREADED_EXECUTOR"))
                .putDeviceCount(ComputeDevice.GPU, 0)
                .build();
    }

    /** {@return settings of a session that so many threads, at least 1, run at the same time; they change no result} */
    public ConfigProto inferenceSession(int callers) {
        if (!device.isGpu()) {
            return session(); // each in its caller's thread
        }
        return session().toBuilder()
                .setUsePerSessionThreads(true) // the first session's few would serve all others too
                .setInterOpParallelismThreads(callers)
                .build();
    }

    private GraphOptions graphs() {
        OptimizerOptions.GlobalJitLevel level =
                compiles ? OptimizerOptions.GlobalJitLevel.ON_1 : OptimizerOptions.GlobalJitLevel.DEFAULT;
        return GraphOptions.newBuilder()
                .setOptimizerOptions(OptimizerOptions.newBuilder().setGlobalJitLevel(level))
                .build();
    }

    /** Takes memory as it is needed, else the first session would take nearly all that the card has. */
    static GPUOptions sharing() {
        return GPUOptions.newBuilder().setAllowGrowth(true).build();
    }

    @Override
    public String toString() {
        return device + (compiles ? " with XLA" : "");
    }
}

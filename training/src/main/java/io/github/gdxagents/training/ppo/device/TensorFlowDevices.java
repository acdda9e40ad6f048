package io.github.gdxagents.training.ppo.device;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.KernelDef;
import org.tensorflow.proto.KernelList;

/**
 * What TensorFlow can compute on. Its Java API has no word for that, the C API below it has.
 *
 * <p>Thread safety: any number of threads.
 */
public final class TensorFlowDevices {
    /** Has been there for every kind of device since there is TensorFlow. */
    private static final String OPERATION = "MatMul";

    private TensorFlowDevices() {}

    /**
     * The version of the native library.
     *
     * @return such as 2.18.0
     * @throws DeviceException if there is none for this machine
     */
    public static String version() {
        TensorFlowLibrary.load();
        return TensorFlow.version();
    }

    /**
     * Whether the native library is the one for GPUs, wherever it was loaded from; that there is a GPU it does not say.
     *
     * @return true if it has code for GPUs
     */
    public static boolean isBuiltForGpus() {
        return hasKernelsFor(ComputeDevice.GPU);
    }

    /** Whether the native library has code for a kind of device. */
    static boolean hasKernelsFor(String kind) {
        TensorFlowLibrary.load();
        try (PointerScope scope = new PointerScope()) {
            TF_Status status = TF_Status.newStatus();
            TF_Buffer kernels = tensorflow.TF_GetRegisteredKernelsForOp(OPERATION, status);
            status.throwExceptionIfNotOK();
            try {
                return KernelList.parseFrom(bytes(kernels)).getKernelList().stream()
                        .map(KernelDef::getDeviceType)
                        .anyMatch(kind::equals);
            } finally {
                tensorflow.TF_DeleteBuffer(kernels);
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("TensorFlow's list of kernels is not what it says it is", e);
        }
    }

    private static byte[] bytes(TF_Buffer buffer) {
        byte[] bytes = new byte[(int) buffer.length()];
        new BytePointer(buffer.data()).get(bytes);
        return bytes;
    }

    /**
     * The devices that a session has. Wakes up the GPUs, if the native library is for GPUs and finds any.
     *
     * @return at least the CPU
     */
    public static List<ComputeDevice> list() {
        TensorFlowLibrary.load();
        // The first session of a process decides for all how the GPU's memory is taken.
        byte[] config = ConfigProto.newBuilder()
                .setGpuOptions(LearningDevice.sharing())
                .build()
                .toByteArray();
        try (PointerScope scope = new PointerScope()) {
            TF_Status status = TF_Status.newStatus();
            TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
            tensorflow.TF_SetConfig(options, new BytePointer(config), config.length, status);
            status.throwExceptionIfNotOK();
            TF_Session session = TF_Session.newSession(TF_Graph.newGraph(), options, status);
            status.throwExceptionIfNotOK();
            TF_DeviceList devices = tensorflow.TF_SessionListDevices(session, status);
            status.throwExceptionIfNotOK();
            try {
                return read(devices, status);
            } finally {
                tensorflow.TF_DeleteDeviceList(devices);
            }
        }
    }

    private static List<ComputeDevice> read(TF_DeviceList devices, TF_Status status) {
        List<ComputeDevice> read = new ArrayList<>();
        for (int i = 0; i < tensorflow.TF_DeviceListCount(devices); i++) {
            // such as /job:localhost/replica:0/task:0/device:GPU:0
            String name = tensorflow.TF_DeviceListName(devices, i, status).getString();
            status.throwExceptionIfNotOK();
            long bytes = tensorflow.TF_DeviceListMemoryBytes(devices, i, status);
            status.throwExceptionIfNotOK();
            read.add(new ComputeDevice(name.substring(name.lastIndexOf("device:") + "device:".length()), bytes));
        }
        return List.copyOf(read);
    }
}

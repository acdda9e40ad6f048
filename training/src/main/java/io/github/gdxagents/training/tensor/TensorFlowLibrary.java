package io.github.gdxagents.training.tensor;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.KernelList;

/**
 * TensorFlow's native library: hundreds of megabytes that the system links and that initialize themselves, which takes about half a second.
 * Its Java API has no word for what it can compute on, the C API below it has.
 *
 * <p>Thread safety: any number of threads; whoever needs the library while another loads it waits.
 */
public final class TensorFlowLibrary {
    /** The property by which JavaCPP, which loads the library, is told what build of it there is: {@code -gpu}, or the plain one. */
    private static final String BUILD = "org.bytedeco.javacpp.platform.extension";

    private static final String GPU_BUILD = "/org/tensorflow/internal/c_api/linux-x86_64-gpu/libjnitensorflow.so";

    /** The property by which JavaCPP is told where to unpack it. */
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    private static final long NEEDED_BYTES = 700_000_000;

    private TensorFlowLibrary() {}

    /**
     * Begins to load it on a thread of its own, for a caller that will need it and has something else to do first. A failure is left to
     * {@link #load}.
     */
    public static void loadAhead() {
        // Native methods that are called for the first time wait while a library is linked. This one is called when
        // an archive is closed, in the middle of loading classes: not to wait then, it is called now.
        new Inflater().end();
        Thread loader = new Thread(TensorFlowLibrary::tryToLoad, "tensorflow-loader");
        loader.setDaemon(true);
        loader.start();
    }

    /** With the classes that any graph is built by, which take a fifth of the time. No session: the first one would wake the GPUs up. */
    private static void tryToLoad() {
        nameBuild();
        try (Graph graph = new Graph()) {
            Ops.create(graph).constant(0f);
        } catch (RuntimeException | Error e) {
            return; // load meets it again, where there is somebody to tell
        }
    }

    /**
     * Loads it, unless that is done.
     *
     * @throws DeviceException if there is none for this machine
     */
    public static void load() {
        version();
    }

    /**
     * {@return the version of the native library, such as 2.18.0}
     *
     * @throws DeviceException if there is none for this machine
     */
    public static String version() {
        nameBuild();
        try {
            return TensorFlow.version();
        } catch (LinkageError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new DeviceException(
                    "TensorFlow's native library can't be loaded on this machine ("
                            + System.getProperty("os.name") + " on " + System.getProperty("os.arch") + "): "
                            + root.getMessage()
                            + withoutRoom()
                            + "\nIt exists for Linux on amd64 and aarch64, for macOS on aarch64 and for Windows on amd64:"
                            + " train on one of them, with a JVM of 64 bits, and with tensorflow-core-native for it on the class"
                            + " path.",
                    e);
        }
    }

    /** What to say where there is hardly any room to unpack it; empty if there is enough. */
    private static String withoutRoom() {
        File cache = new File(System.getProperty(
                CACHE, System.getProperty("user.home") + File.separator + ".javacpp" + File.separator + "cache"));
        File existing = cache;
        while (existing != null && !existing.exists()) {
            existing = existing.getParentFile();
        }
        boolean isWritable = existing != null && existing.canWrite();
        long free = isWritable ? existing.getUsableSpace() : 0;
        return isWritable && free > NEEDED_BYTES
                ? ""
                : "\nIt is unpacked into '" + cache + "', which "
                        + (isWritable ? "has " + free / 1_000_000 + " MB free" : "can't be written to")
                        + ": it needs about " + NEEDED_BYTES / 1_000_000
                        + " MB. Make room, or name another folder in a variable:  JDK_JAVA_OPTIONS=-D"
                        + CACHE + "=FOLDER";
    }

    /** Else the whole class path is searched for twenty libraries of CUDA by several names each: a third of a second on two cores. */
    private static void nameBuild() {
        if (System.getProperty(BUILD) == null && TensorFlowLibrary.class.getResource(GPU_BUILD) == null) {
            System.setProperty(BUILD, "");
        }
    }

    /** {@return whether the library, wherever it was loaded from, has code for GPUs, be there one or not} */
    public static boolean isBuiltForGpus() {
        return hasKernelsFor(ComputeDevice.GPU);
    }

    /** Whether the library has code for a kind of device. */
    static boolean hasKernelsFor(String kind) {
        load();
        try (PointerScope scope = new PointerScope()) {
            TF_Status status = TF_Status.newStatus();
            // An operation that has been there for every kind of device since there is TensorFlow.
            TF_Buffer kernels = tensorflow.TF_GetRegisteredKernelsForOp("MatMul", status);
            status.throwExceptionIfNotOK();
            try {
                byte[] bytes = new byte[(int) kernels.length()];
                new BytePointer(kernels.data()).get(bytes);
                return KernelList.parseFrom(bytes).getKernelList().stream()
                        .anyMatch(kernel -> kernel.getDeviceType().equals(kind));
            } finally {
                tensorflow.TF_DeleteBuffer(kernels);
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("TensorFlow's list of kernels is not what it says it is", e);
        }
    }

    /** {@return the devices that a session has, at least the CPU; wakes up the GPUs, if the library is for them} */
    public static List<ComputeDevice> devices() {
        load();
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

    /**
     * {@return whether it was TensorFlow that could not compute something: its exceptions have no common ancestor of
     * their own, and one of them is an {@link IllegalArgumentException}}
     */
    public static boolean hasThrown(Throwable failure) {
        return failure.getClass().getName().startsWith("org.tensorflow.exceptions.");
    }
}

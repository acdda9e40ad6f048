package io.github.gdxagents.training.ppo.device;

import java.util.zip.Inflater;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;

/**
 * TensorFlow's native library: hundreds of megabytes that the system links and that initialize themselves, which takes about half a second.
 *
 * <p>Thread safety: any number of threads; whoever needs the library while another loads it waits.
 */
public final class TensorFlowLibrary {
    /** The property by which JavaCPP, which loads the library, is told what build of it there is: {@code -gpu}, or the plain one. */
    private static final String BUILD = "org.bytedeco.javacpp.platform.extension";

    private static final String GPU_BUILD = "/org/tensorflow/internal/c_api/linux-x86_64-gpu/libjnitensorflow.so";

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
        nameBuild();
        try {
            TensorFlow.version();
        } catch (LinkageError e) {
            throw new DeviceException(
                    "TensorFlow's native library can't be loaded on this machine ("
                            + System.getProperty("os.name") + " on " + System.getProperty("os.arch") + "): "
                            + root(e).getMessage()
                            + "\nIt exists for Linux on amd64 and aarch64, for macOS on aarch64 and for Windows on amd64:"
                            + " train on one of them, with a JVM of 64 bits, and with tensorflow-core-native for it on the class"
                            + " path.",
                    e);
        }
    }

    /** Else the whole class path is searched for twenty libraries of CUDA by several names each: a third of a second on two cores. */
    private static void nameBuild() {
        if (System.getProperty(BUILD) == null && TensorFlowLibrary.class.getResource(GPU_BUILD) == null) {
            System.setProperty(BUILD, "");
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

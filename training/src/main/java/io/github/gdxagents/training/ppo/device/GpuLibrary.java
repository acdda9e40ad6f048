package io.github.gdxagents.training.ppo.device;

/**
 * The files that TensorFlow 2.18 opens by name before it uses a GPU. If one is missing it uses the CPU, and says so in its log alone.
 *
 * <p>The number at the end of a name is the version of its interface: no other will do.
 */
enum GpuLibrary {
    DRIVER("libcuda.so.1", "NVIDIA's driver, 525.60.13 or newer"),
    RUNTIME("libcudart.so.12", "CUDA 12"),
    BLAS("libcublas.so.12", "cuBLAS of CUDA 12"),
    BLAS_LT("libcublasLt.so.12", "cuBLAS of CUDA 12"),
    DNN("libcudnn.so.9", "cuDNN 9 for CUDA 12"),
    FFT("libcufft.so.11", "cuFFT of CUDA 12"),
    SOLVER("libcusolver.so.11", "cuSOLVER of CUDA 12"),
    SPARSE("libcusparse.so.12", "cuSPARSE of CUDA 12");

    private final String file;
    private final String origin;

    GpuLibrary(String file, String origin) {
        this.file = file;
        this.origin = origin;
    }

    /** Its name on disk. */
    String file() {
        return file;
    }

    /** What has to be installed to have it. */
    String origin() {
        return origin;
    }

    /** The name without the version, such as {@code libcudnn.so.} */
    String stem() {
        return file.substring(0, file.lastIndexOf('.') + 1);
    }
}

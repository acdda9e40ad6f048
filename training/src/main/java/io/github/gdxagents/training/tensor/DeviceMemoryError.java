package io.github.gdxagents.training.tensor;

/**
 * TensorFlow finds no room for a tensor: neither in the memory of the GPU, if it learns there, nor else in that of the machine outside the
 * Java heap.
 */
public final class DeviceMemoryError extends OutOfMemoryError {
    private static final long serialVersionUID = 1L;

    /** @param cause what TensorFlow says */
    public DeviceMemoryError(Throwable cause) {
        super(cause.getMessage());
        initCause(cause);
    }
}

package io.github.gdxagents.training.tensor;

import java.util.Locale;

/**
 * A device that TensorFlow computes on.
 *
 * @param name such as {@code CPU:0} or {@code GPU:0}
 * @param memoryBytes that TensorFlow may use of it
 */
public record ComputeDevice(String name, long memoryBytes) {
    /** As TensorFlow names the kind of device. */
    static final String GPU = "GPU";

    private static final double GIBIBYTE = 1 << 30;

    /** {@return whether it is a GPU} */
    public boolean isGpu() {
        return name.startsWith(GPU + ":");
    }

    @Override
    public String toString() {
        return isGpu() ? String.format(Locale.ROOT, "%s (%.1f GiB)", name, memoryBytes / GIBIBYTE) : name;
    }
}

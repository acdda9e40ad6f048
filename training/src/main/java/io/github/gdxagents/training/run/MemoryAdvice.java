package io.github.gdxagents.training.run;

import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.tensor.DeviceMemoryError;

/**
 * Says what to lower when the memory is used up.
 *
 * <p>Thread safety: stateless.
 */
public final class MemoryAdvice {
    private static final long MEGABYTE = 1 << 20;

    private MemoryAdvice() {}

    /**
     * The advice for a run.
     *
     * @param config its settings
     * @param error what was thrown
     * @return lines for a user
     */
    public static String of(TrainingConfig config, OutOfMemoryError error) {
        if (error instanceof DeviceMemoryError) {
            return "Out of memory for learning, outside the Java heap (" + error.getMessage()
                    + ").\nLower ppo.minibatchSize (" + config.ppo().minibatchSize() + "), " + sizes(config)
                    + ", or free memory of the machine or its GPU; a larger Java heap (-Xmx) would take from it.";
        }
        return "Out of memory (" + error.getMessage() + "; the heap may have "
                + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB).\nLower " + sizes(config)
                + ", or give the JVM more: -Xmx8g, with Maven -Dtrain.jvm=-Xmx8g.";
    }

    private static String sizes(TrainingConfig config) {
        return "rollout.instances (" + config.rollout().instances() + "), rollout.horizon ("
                + config.rollout().horizon() + ") or network.hidden ("
                + config.network().hidden() + ")";
    }
}

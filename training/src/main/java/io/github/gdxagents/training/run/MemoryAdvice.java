package io.github.gdxagents.training.run;

import io.github.gdxagents.training.config.TrainingConfig;

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
        return "Out of memory (" + error.getMessage() + "; the heap may have "
                + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB).\nLower rollout.instances ("
                + config.rollout().instances() + "), rollout.horizon ("
                + config.rollout().horizon() + ") or network.hidden ("
                + config.network().hidden()
                + "), or give the JVM more: -Xmx8g, with Maven -Dtrain.jvm=-Xmx8g.";
    }
}

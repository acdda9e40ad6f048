package io.github.gdxagents.training.run;

import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.tensor.DeviceMemoryError;
import java.nio.file.Path;

/** What a user may do next: go on with a run, see a policy play, or lower what takes too much memory. */
public final class Advice {
    private static final long MEGABYTE = 1 << 20;

    private Advice() {}

    /**
     * The command that goes on with a run.
     *
     * @param directory the run's folder
     * @param options further ones, each after a blank; may be empty
     * @return what to type
     */
    public static String resume(RunDirectory directory, String options) {
        return "train --resume " + directory + options;
    }

    /**
     * How to see a policy play: the window knows the bundled games alone.
     *
     * @param game as configured
     * @param policy file of the best policy
     * @return a line
     */
    public static String watch(String game, Path policy) {
        return GameCatalog.games().stream().anyMatch(bundled -> bundled.name().equals(game))
                ? "Watch it with:  mvn -q -Pwatch -Dgame=" + game + " -Dwatch.args=\"--policy " + policy + "\""
                : "Your game loads it with PolicyFile.read and lets a PolicyDriver decide with it.";
    }

    /**
     * What to lower when the memory is used up.
     *
     * @param config the run's settings
     * @param error what was thrown
     * @return lines for a user
     */
    public static String memory(TrainingConfig config, OutOfMemoryError error) {
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

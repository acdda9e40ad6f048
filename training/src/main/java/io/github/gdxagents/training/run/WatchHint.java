package io.github.gdxagents.training.run;

import io.github.gdxagents.games.GameCatalog;
import java.nio.file.Path;

/**
 * Says how to see a policy play.
 *
 * <p>Thread safety: stateless.
 */
public final class WatchHint {
    private WatchHint() {}

    /**
     * The hint: the window knows the bundled games alone.
     *
     * @param game as configured
     * @param policy file of the best policy
     * @return a line
     */
    public static String of(String game, Path policy) {
        return GameCatalog.games().stream().anyMatch(bundled -> bundled.name().equals(game))
                ? "Watch it with:  mvn -q -Pwatch -Dgame=" + game + " -Dwatch.args=\"--policy " + policy + "\""
                : "Your game loads it with PolicyFile.read and lets a PolicyDriver decide with it.";
    }
}

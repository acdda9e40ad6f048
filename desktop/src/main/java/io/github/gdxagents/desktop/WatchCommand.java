package io.github.gdxagents.desktop;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watch GAME}: a trained policy decides. */
@Command(name = "watch", description = "Watch a trained policy.", mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @ParentCommand
    private DesktopCommand parent;

    @Parameters(paramLabel = "GAME", description = "The game's name, for example lander.")
    private String game;

    @ArgGroup
    private Who who = new Who();

    @Option(
            names = "--stochastic",
            description = "Draw actions by their probabilities instead of taking the likeliest.")
    private boolean stochastic;

    /** One of these, or the bundled policy. */
    static final class Who {
        @Option(
                names = "--policy",
                paramLabel = "FILE",
                description = "The policy file (default: the bundled one); it is read again whenever it changes.")
        private Path policy;

        @Option(names = "--heuristic", description = "Watch the game's own script instead of a policy.")
        private boolean heuristic;
    }

    @Override
    public Integer call() {
        Launch.Mode mode = who.heuristic ? Launch.Mode.HEURISTIC : Launch.Mode.POLICY;
        return parent.open(new Launch(game, mode, who.policy, stochastic, null, parent.window()));
    }
}

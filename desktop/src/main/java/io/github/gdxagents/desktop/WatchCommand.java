package io.github.gdxagents.desktop;

import io.github.gdxagents.desktop.session.PolicySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code watch GAME}: a trained policy decides. */
@Command(name = "watch", description = "Watch a trained policy.", mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @ParentCommand
    private DesktopCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "GAME", description = DesktopCommand.GAME)
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
                paramLabel = "PATH",
                arity = "1..*",
                description =
                        "Policy files, one for each behavior, or the folder of a run (default: the bundled one); they are read"
                                + " again whenever they change.")
        private List<Path> policies = List.of();

        @Option(names = "--heuristic", description = "Watch the game's own script instead of a policy.")
        private boolean heuristic;
    }

    @Override
    public Integer call() {
        Launch.Mode mode = who.heuristic ? Launch.Mode.HEURISTIC : Launch.Mode.POLICY;
        try {
            List<Path> files = PolicySource.files(who.policies);
            return parent.open(new Launch(game, mode, files, stochastic, null, parent.window()));
        } catch (IOException problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}

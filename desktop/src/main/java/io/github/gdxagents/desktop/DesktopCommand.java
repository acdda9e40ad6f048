package io.github.gdxagents.desktop;

import io.github.gdxagents.games.GameCatalog;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the window; without a subcommand it shows the menu. */
@Command(
        name = "gdx-agents",
        description =
                "Shows games: play them, watch trained agents, or see an episode again. Without a command: a menu of the bundled ones.",
        subcommands = {PlayCommand.class, WatchCommand.class, ReplayCommand.class},
        mixinStandardHelpOptions = true)
final class DesktopCommand implements Callable<Integer> {
    /** What a game may be called. */
    static final String GAME = "A bundled game, for example lander, or the class of your own SimulationFactory.";

    private final ToIntFunction<Launch> opener;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WindowOptions window;

    /** Makes the command; {@code opener} shows the window until it is closed and gives the exit status. */
    DesktopCommand(ToIntFunction<Launch> opener) {
        this.opener = opener;
    }

    static CommandLine commandLine(ToIntFunction<Launch> opener) {
        return new CommandLine(new DesktopCommand(opener))
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler(DesktopCommand::complain);
    }

    /** The problem and where to read on; the whole usage would bury it. */
    private static int complain(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(problem.getMessage());
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public Integer call() {
        return open(Launch.menu(window));
    }

    WindowOptions window() {
        return window;
    }

    int open(Launch launch) {
        List<String> problems = launch.window().problems();
        if (launch.isReplay()) {
            launch.window().oneEpisodeProblems(problems);
        }
        if (launch.game() == null && launch.window().screenshot != null && launch.window().frames == 0) {
            problems.add("--screenshot of the menu needs --frames: no episode ends there.");
        }
        if (launch.game() != null) {
            try {
                GameCatalog.get(launch.game());
            } catch (IllegalArgumentException unknown) {
                problems.add(0, unknown.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
        return opener.applyAsInt(launch);
    }
}

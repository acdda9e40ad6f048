package io.github.gdxagents.training.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The program: trains, evaluates and inspects the policies of libGDX games.
 *
 * <p>Exit status: 0 if all went well, 1 if something failed, 2 if the command line or the configuration is wrong.
 *
 * <p>Thread safety: none.
 */
@Command(
        name = "gdx-agents",
        description = "Trains the characters of libGDX games by reinforcement learning.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            GamesCommand.class,
            InspectCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            ReplayCommand.class,
            BenchmarkCommand.class,
            BenchmarkLearnerCommand.class,
            CheckDeviceCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  gdx-agents games",
            "  gdx-agents train lander --seed 3",
            "  gdx-agents evaluate runs/lander/20260131-120000-seed3/best.policy",
            "  gdx-agents COMMAND --help",
            "",
            "Exit status: 0 all went well, 1 something failed, 2 the command line or the configuration is wrong."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public Main() {}

    /**
     * Runs the program and exits with its status.
     *
     * @param args command and options
     */
    public static void main(String[] args) {
        HeadStart.take(Arrays.asList(args));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(args));
    }

    /** The command line with given streams, for tests too. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(new UsageReport())
                .setExecutionExceptionHandler(new FailureReport());
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is missing: train, evaluate, games, inspect, report, compare, replay, benchmark,"
                        + " benchmark-learner or check-device.");
    }
}

package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.games.GameClassPath;
import io.github.gdxagents.games.UnknownGameException;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.replay.ReplayFileException;
import io.github.gdxagents.training.concurrent.Threads;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.run.RunException;
import io.github.gdxagents.training.tensor.DeviceException;
import io.github.gdxagents.training.tensor.TensorFlowLibrary;
import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program: trains, evaluates and inspects the policies of libGDX games.
 *
 * <p>Exit status: 0 if all went well, 1 if something failed, 2 if the command line or the configuration is wrong.
 */
@Command(
        name = "gdx-agents",
        description = "Trains the characters of libGDX games by reinforcement learning.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            GamesCommand.class,
            NewCommand.class,
            InspectCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            CheckReplayCommand.class,
            BenchmarkCommand.class,
            BenchmarkLearnerCommand.class,
            CheckDeviceCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  gdx-agents new com.acme.mygame",
            "  gdx-agents train lander --seed 3",
            "  gdx-agents evaluate runs/lander/20260131-120000-seed3/best.policy",
            "  gdx-agents COMMAND --help",
            "",
            "Exit status: 0 all went well, 1 something failed, 2 the command line or the configuration is wrong."
        })
public final class Main implements Runnable {
    private static final int LONGEST_HOOKS_SECONDS = 10;
    private static final Set<String> LEARNING = Set.of("train", "benchmark", "benchmark-learner");
    private static final Set<String> QUESTIONS = Set.of("-h", "--help", "-V", "--version");

    /** Their messages say where, what, expected, actual and remedy. */
    private static final List<Class<? extends Exception>> SELF_EXPLAINING = List.of(
            ConfigException.class,
            RunException.class,
            PolicyFileException.class,
            PolicyMismatchException.class,
            ReplayFileException.class,
            SimulationFault.class,
            TrainingFault.class,
            DeviceException.class,
            IllegalArgumentException.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = GameClassPath.OPTION,
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description = GameClassPath.DESCRIPTION)
    private void classPath(List<String> path) { // Launcher takes it
        throw new ParameterException(
                spec.commandLine(),
                GameClassPath.OPTION
                        + " needs a value, and the program to be started by its launcher (bin/gdx-agents or "
                        + Launcher.class.getName() + "); here the game belongs into -cp.");
    }

    /** Runs the program and exits with its status. */
    public static void main(String[] args) {
        if (learns(List.of(args))) { // takes as long as to read command line and configuration, on another core
            TensorFlowLibrary.loadAhead();
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = execute(out, err, args);
        Threads.daemons("end").newThread(() -> endWithoutHooks(err, status)).start();
        System.exit(status);
    }

    /** All is done by then, also if a signal ends the process: a game's shutdown hook that never returns must not keep it. */
    private static void endWithoutHooks(PrintWriter err, int status) {
        try {
            TimeUnit.SECONDS.sleep(LONGEST_HOOKS_SECONDS);
        } catch (InterruptedException e) { // by nobody but the game, which then waits for its own hook
            return;
        }
        err.println("A shutdown hook of the game has not come back within " + LONGEST_HOOKS_SECONDS
                + " seconds: the process ends without it.");
        Runtime.getRuntime().halt(status);
    }

    /** Gives the exit status: 1 also if what was to be printed was lost, as on a full disk; training goes on without, and keeps a run. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        String folder = System.getProperty("user.dir");
        if (!new File(folder).isDirectory()) {
            err.println("The name of the folder that this was started in can't be read: " + PrintableText.line(folder)
                    + ". All files would be kept elsewhere. The system's encoding is "
                    + System.getProperty("sun.jnu.encoding") + "; set another by the variable LC_ALL=C.UTF-8.");
            return ExitCode.USAGE;
        }
        int status = commandLine(out, err).execute(args);
        boolean trains = args.length > 0 && args[0].equals("train");
        if (status == ExitCode.OK && !trains && out.checkError()) {
            err.println("The output could not be written: the disk is full, or nobody reads it any more.");
            return ExitCode.SOFTWARE;
        }
        return status;
    }

    /** Whether a command line is likely to need TensorFlow: by mistake, the program ends a little later. */
    static boolean learns(List<String> arguments) {
        return !arguments.isEmpty()
                && LEARNING.contains(arguments.get(0))
                && Collections.disjoint(arguments, QUESTIONS);
    }

    /** The command line with given streams, for tests too. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((failure, arguments) -> reportMisuse(failure))
                .setExecutionExceptionHandler((failure, command, arguments) -> report(failure, command));
    }

    /** Tells a user what is wrong with the command line, in two or three lines. */
    private static int reportMisuse(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(PrintableText.lines(failure.getMessage())));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try:  " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** Tells a user what went wrong: the message alone where it says everything, else the stack trace too. Gives the exit status. */
    static int report(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        boolean explained = SELF_EXPLAINING.stream().anyMatch(type -> type.isInstance(failure));
        String message = explained ? failure.getMessage() : "Unexpected failure: " + failure;
        err.println(command.getColorScheme().errorText(PrintableText.lines(String.valueOf(message))));
        if (command.getCommand() instanceof Subcommand subcommand && subcommand.verbose) {
            err.print(Messages.stackTrace(failure));
        } else if (!explained) {
            err.println("Run the command again with --verbose for the stack trace, and please report it.");
        }
        boolean misused = failure instanceof ConfigException || failure instanceof UnknownGameException;
        return misused ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is missing: one of "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    /** Says which version this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Version.class.getPackage().getImplementationVersion();
            return new String[] {"gdx-agents " + (version == null ? "development" : version)};
        }
    }
}

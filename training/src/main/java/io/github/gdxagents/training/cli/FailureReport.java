package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.replay.ReplayFileException;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.run.RunException;
import io.github.gdxagents.training.tensor.DeviceException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Tells a user what went wrong: the message alone where it says everything, the stack trace too where a developer must look.
 *
 * <p>Thread safety: stateless.
 */
final class FailureReport implements IExecutionExceptionHandler {
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

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult arguments) {
        PrintWriter err = commandLine.getErr();
        boolean verbose = commandLine.getCommand() instanceof VerboseOption.Owner owner && owner.isVerbose();
        boolean explained = SELF_EXPLAINING.stream().anyMatch(type -> type.isInstance(failure));
        String message = explained ? failure.getMessage() : "Unexpected failure: " + failure;
        err.println(commandLine.getColorScheme().errorText(PrintableText.lines(String.valueOf(message))));
        if (verbose) {
            err.print(StackTrace.of(failure));
        } else if (!explained) {
            err.println("Run the command again with --verbose for the stack trace, and please report it.");
        }
        boolean misused = failure instanceof ConfigException || failure instanceof UnknownGameException;
        return misused ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}

package io.github.gdxagents.training.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.gdxagents.training.run.Advice;
import io.github.gdxagents.training.run.RunException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands have in common: help, version and {@code --verbose}, where they print, and how they refuse. */
@Command(mixinStandardHelpOptions = true, versionProvider = Main.Version.class, sortOptions = false)
abstract class Subcommand implements Callable<Integer> {
    private static final String OURS = "io.github.gdxagents";

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            order = 1, // after the command's own
            description = "Log more, and print stack traces.")
    boolean verbose;

    /** Does what the command is for. Gives the exit status. */
    abstract int execute();

    /** Waits until what can be saved is saved: the process ends. */
    void awaitSaved() {
        // most have nothing to save
    }

    @Override
    public final Integer call() {
        if (LoggerFactory.getLogger(OURS) instanceof Logger ours) {
            ours.setLevel(verbose ? Level.DEBUG : null); // null: as configured
        }
        GameExit exit = new GameExit(spec.commandLine().getErr(), this::awaitSaved);
        try {
            return execute();
        } catch (OutOfMemoryError error) {
            throw new RunException(Advice.memory(error), error);
        } finally {
            exit.forget();
        }
    }

    final Messages messages() {
        return new Messages(spec.commandLine().getOut());
    }

    /** The command line is wrong; the message says how. */
    final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** A file that was named on the command line, or null for none, must be no other's than the command's own. */
    final void requireOwn(String option, Path file, OutputFile kind) {
        String refusal = file == null ? null : kind.refusal(file);
        if (refusal != null) {
            throw misuse(option + ": " + refusal);
        }
    }

    /** A file that was named on the command line takes nothing. */
    static RunException unwritable(Path file, IOException cause) {
        return new RunException(
                "Can't write '" + file + "': " + cause + ". Choose another file, or check the permissions.", cause);
    }
}

package io.github.gdxagents.training.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The option that makes a command tell more. Thread safety: none. */
final class VerboseOption {
    /** A command that has it. */
    interface Owner {
        /** Whether it was given. */
        boolean isVerbose();
    }

    private static final String OURS = "io.github.gdxagents";

    @Option(
            names = {"-v", "--verbose"},
            description = "Log more, and print stack traces.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    void apply() {
        if (LoggerFactory.getLogger(OURS) instanceof Logger ours) {
            ours.setLevel(verbose ? Level.DEBUG : null); // null: as configured
        }
    }
}

package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.tensor.TensorFlowLibrary;
import java.util.List;
import java.util.Set;

/**
 * Begins what takes long before it is known whether the command line is right: to read it and the configuration takes as long as to load
 * TensorFlow's library, on another core.
 *
 * <p>Thread safety: stateless.
 */
final class HeadStart {
    private static final Set<String> LEARNING = Set.of("train", "benchmark", "benchmark-learner");
    private static final Set<String> QUESTIONS = Set.of("-h", "--help", "-V", "--version");

    private HeadStart() {}

    /** Loads TensorFlow for commands that learn. */
    static void take(List<String> arguments) {
        if (learns(arguments)) {
            TensorFlowLibrary.loadAhead();
        }
    }

    /** Whether a command line is likely to load the classes that most trainers load; a run that goes on may be over. */
    static boolean trains(List<String> arguments) {
        return learns(arguments) && arguments.get(0).equals("train") && !arguments.contains("--resume");
    }

    /** Whether a command line is likely to need TensorFlow: by mistake, it ends a little later. */
    static boolean learns(List<String> arguments) {
        return !arguments.isEmpty()
                && LEARNING.contains(arguments.get(0))
                && arguments.stream().noneMatch(QUESTIONS::contains);
    }
}

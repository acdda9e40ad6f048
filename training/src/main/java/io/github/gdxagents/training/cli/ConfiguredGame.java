package io.github.gdxagents.training.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A game as parameter or as option, whichever is given. */
final class GameParameter {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "GAME",
            description = "A bundled game (see the command games), or the class of your own SimulationFactory.")
    private String game;

    @Option(names = "--game", paramLabel = "GAME", description = "The same as an option.")
    private String option;

    /** What was given, or null; both are no contradiction if they are the same. */
    String name() {
        if (game != null && option != null && !game.equals(option)) {
            throw new ParameterException(
                    command.commandLine(), "GAME and --game name different games; give one of them.");
        }
        return game == null ? option : game;
    }

    /** What was given; to give nothing is wrong. */
    String required() {
        if (name() == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "GAME is missing: a bundled game (see the command games) or a class of yours.");
        }
        return name();
    }
}

package io.github.gdxagents.training.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A game as parameter or as option, whichever is given. Thread safety: none. */
final class GameParameter {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "GAME",
            description = "A bundled game (see the command games), or the class of your own SimulationFactory.")
    private String game;

    @Option(names = "--game", paramLabel = "GAME", description = "The same as an option.")
    private String option;

    /** What was given, or null. */
    String name() {
        return game == null ? option : game;
    }

    boolean isContradictory() {
        return game != null && option != null && !game.equals(option);
    }
}

package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.config.ConfigLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A game as parameter or as option, whichever is given, and what of its configuration is to be another: for all that trains. */
final class ConfiguredGame {
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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML with the keys that you want to change; may be repeated.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a key, such as ppo.epochs=4; may be repeated.")
    private List<String> assignments = new ArrayList<>();

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

    /** Has the changes of this command line; files of before come first. */
    ConfigLoader loader(GameChoice choice, Path... before) {
        ConfigLoader loader =
                ConfigLoader.forGame(choice.name(), choice.factory().settings());
        Stream.concat(Stream.of(before), files.stream()).forEach(loader::file);
        assignments.forEach(assignment -> loader.set(assignment, "--set"));
        return loader;
    }

    /** Changes a key that has an option of its own, unless that was not given. */
    static void set(ConfigLoader loader, String key, String value, String option) {
        if (value != null) {
            loader.setText(key, value, option);
        }
    }
}

package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.replay.FaultPlace;
import io.github.gdxagents.training.config.Suggestions;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

/** A game that was asked for by name: one of the catalog, or any {@link SimulationFactory} on the class path by the name of its class. */
record GameChoice(String name, SimulationFactory factory) {
    static GameChoice of(String name) {
        Optional<Game> bundled = GameCatalog.games().stream()
                .filter(game -> game.name().equals(name))
                .findFirst();
        GameChoice choice =
                new GameChoice(name, bundled.isPresent() ? bundled.get().factory() : ofClass(name));
        choice.requireSettings();
        return choice;
    }

    /** A game whose settings can't be asked for is broken, and nobody else is to blame. */
    private void requireSettings() {
        String fault;
        Throwable cause = null;
        try {
            if (factory.settings() != null) {
                return;
            }
            fault = "returned null; without settings it must return SimulationSettings.none()";
        } catch (VirtualMachineError e) { // out of memory is nobody's fault
            throw e;
        } catch (RuntimeException | Error thrown) {
            fault = "threw " + FaultPlace.describe(thrown);
            cause = thrown;
        }
        throw new IllegalArgumentException("Game '" + name + "' is broken: settings() " + fault + ".", cause);
    }

    /** A class that is no game is not even initialized: the name may come from a stranger's file. */
    private static SimulationFactory ofClass(String name) {
        try {
            Class<?> type = Class.forName(name, false, GameChoice.class.getClassLoader());
            if (!SimulationFactory.class.isAssignableFrom(type)) {
                throw new UnknownGameException(
                        "Class " + name + " is no game: it must implement " + SimulationFactory.class.getName() + ".",
                        null);
            }
            return (SimulationFactory) type.getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw unknown(name, e);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new UnknownGameException(
                    "Class " + name
                            + " must be public, not abstract, and have a public constructor without parameters.",
                    e);
        } catch (InvocationTargetException e) {
            throw new UnknownGameException(
                    "The constructor of " + name + " threw " + FaultPlace.describe(e.getCause()) + ".", e);
        } catch (LinkageError e) {
            throw new UnknownGameException("Class " + name + " can't be loaded: " + FaultPlace.describe(e) + ".", e);
        }
    }

    private static UnknownGameException unknown(String name, ClassNotFoundException cause) {
        List<String> names = GameCatalog.games().stream().map(Game::name).toList();
        String shown = PrintableText.line(name); // it may come from a stranger's file
        if (name.contains(".")) {
            return new UnknownGameException(
                    "There is no class " + shown
                            + " on the class path. Add the jar or folder of your game to it, and write the class's full"
                            + " name (nested classes with $).",
                    cause);
        }
        String remedy = Suggestions.nearest(name, names)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Give one of them, or the full name of a class of yours that implements SimulationFactory.");
        return new UnknownGameException(
                "There is no game '" + shown + "'. The bundled games are " + String.join(", ", names) + ". " + remedy,
                cause);
    }

    /** What was given as a game is none; the message says why and what may be given. */
    static final class UnknownGameException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownGameException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

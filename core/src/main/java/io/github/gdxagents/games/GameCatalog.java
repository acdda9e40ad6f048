package io.github.gdxagents.games;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.games.lander.LanderFactory;
import io.github.gdxagents.games.platformer.PlatformerFactory;
import io.github.gdxagents.games.racer.RacerFactory;
import io.github.gdxagents.games.walker.WalkerFactory;
import io.github.gdxagents.replay.FaultPlace;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The games that are bundled, and any other that is on the class path.
 */
public final class GameCatalog {
    private static final List<Game> GAMES = Collections.unmodifiableList(Arrays.asList(
            new Game(
                    "lander",
                    "Lunar Lander",
                    "Bring the craft to rest between the flags; its engines are switched on and off.",
                    new LanderFactory(false)),
            new Game(
                    "lander-continuous",
                    "Lunar Lander, throttled",
                    "Bring the craft to rest between the flags; its engines are throttled.",
                    new LanderFactory(true)),
            new Game("walker", "Bipedal Walker", "Walk on two legs across the hills.", new WalkerFactory(false)),
            new Game(
                    "walker-hardcore",
                    "Bipedal Walker, hard course",
                    "Walk on two legs across hills with stumps, pits and stairs.",
                    new WalkerFactory(true)),
            new Game(
                    "platformer",
                    "Platformer",
                    "Run and jump to the flag, over gaps, spikes and walkers; sees the tiles around.",
                    new PlatformerFactory(false)),
            new Game(
                    "platformer-rays",
                    "Platformer, by rays",
                    "Run and jump to the flag, over gaps, spikes and walkers; sees by rays.",
                    new PlatformerFactory(true)),
            new Game(
                    "racer",
                    "Racer",
                    "Drive a lap on a track that is new each time; tyres give way at a limit.",
                    new RacerFactory())));

    private GameCatalog() {}

    /**
     * All bundled games.
     *
     * @return unmodifiable
     */
    public static List<Game> games() {
        return GAMES;
    }

    /**
     * Finds a game: a bundled one, or any {@link SimulationFactory} on the class path by the name of its class.
     *
     * @param name as {@link Game#name} gives it, or the full name of a public class with a public constructor without parameters
     * @return the game
     * @throws UnknownGameException if there is none of that name; the message says what there is, or what the class lacks
     * @throws IllegalArgumentException if the game can't say which settings it has
     */
    public static Game get(String name) {
        List<String> names = new ArrayList<String>();
        for (Game game : GAMES) {
            if (game.name().equals(name)) {
                return game;
            }
            names.add(game.name());
        }
        if (name.indexOf('.') < 0 && !isClass(name)) {
            throw new UnknownGameException(
                    "There is no game '" + PrintableText.line(name) + "'. The bundled games are "
                            + names.toString().replaceAll("[\\[\\]]", "")
                            + ". Give one of them, or the full name of a class of yours that implements SimulationFactory.",
                    null);
        }
        SimulationFactory factory = ofClass(name);
        requireSettings(name, factory);
        String title = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return new Game(name, title, "", factory);
    }

    /** A class that is no game is not even initialized: the name may come from a stranger's file. */
    private static SimulationFactory ofClass(String name) {
        try {
            Class<?> type = load(name);
            if (!SimulationFactory.class.isAssignableFrom(type)) {
                throw new UnknownGameException(
                        "Class " + name + " is no game: it must implement " + SimulationFactory.class.getName() + ".",
                        null);
            }
            return (SimulationFactory) type.getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new UnknownGameException(
                    "There is no class " + PrintableText.line(name)
                            + " on the class path. Add the jar or folder of your game to it (--class-path), and write the"
                            + " class's full name (nested classes with $).",
                    e);
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

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, GameCatalog.class.getClassLoader());
    }

    private static boolean isClass(String name) {
        try {
            load(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        } catch (LinkageError e) { // it is there, and what is wrong with it is to be told
            return true;
        }
    }

    /** A game whose settings can't be asked for is broken, and nobody else is to blame. */
    private static void requireSettings(String name, SimulationFactory factory) {
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
}

package io.github.gdxagents.desktop;

import com.badlogic.gdx.Gdx;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.desktop.plain.PlainPresentation;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.HandPilot;
import io.github.gdxagents.desktop.session.Pilot;
import io.github.gdxagents.desktop.session.PolicyPilot;
import io.github.gdxagents.desktop.session.PolicySource;
import io.github.gdxagents.desktop.session.ReplayPilot;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.games.GamePresentations;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.FaultPlace;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.replay.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a window shows: a game, one instance of it, and who decides in it. It is made without a window, so that what is wrong is told before
 * one opens.
 *
 * @param game the game
 * @param presentation how it is shown
 * @param simulation what is drawn, disposed by the screen
 * @param session what steps it
 */
record Performance(Game game, GamePresentation presentation, Simulation simulation, EpisodeSession session) {
    /**
     * Makes what was launched.
     *
     * @throws IOException if a policy or a replay can't be used; the message says what to do
     * @throws io.github.gdxagents.policy.PolicyFileException if a policy is damaged
     * @throws io.github.gdxagents.policy.PolicyMismatchException if a policy is none for this game
     * @throws IllegalArgumentException if there are two policies for one behavior, the game has a presentation that can't be made, or
     *     no such setting
     */
    static Performance of(Launch launch) throws IOException {
        Game game = GameCatalog.get(launch.game());
        Map<String, Double> chosen = launch.window().settings;
        if (launch.isReplay() && !chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "A replay is played with the settings that it was recorded with; leave --setting out.");
        }
        if (launch.isReplay()) {
            Simulation simulation = recorded(game.factory(), launch);
            EpisodeSession session = ReplayPilot.session(
                    simulation,
                    launch.replay().episode(),
                    launch.replayFile().getFileName().toString());
            return new Performance(game, presentation(simulation), simulation, session);
        }
        Map<String, PolicyModel> policies = launch.mode() == Launch.Mode.POLICY ? policies(launch) : Map.of();
        SimulationSettings settings = game.factory().settings();
        for (PolicyModel model : policies.values()) { // they are watched in the physics that they were trained in
            settings = settings.withKnown(model.provenance().settings());
        }
        for (Map.Entry<String, Double> setting : chosen.entrySet()) {
            settings = settings.with(setting.getKey(), setting.getValue());
        }
        Simulation simulation = create(game, settings);
        GamePresentation presentation = presentation(simulation);
        EpisodeLoop loop = new EpisodeLoop(new RecordedSimulation(
                simulation,
                RecordedSimulation.MOST_STEPS,
                RecordedSimulation.MOST_BYTES)); // which names what goes wrong in the game
        Pilot pilot = switch (launch.mode()) {
            case POLICY ->
                new PolicyPilot(
                        loop,
                        launch.game(),
                        policies,
                        launch.stochastic() ? DecisionMode.STOCHASTIC : DecisionMode.DETERMINISTIC);
            case HEURISTIC -> HandPilot.heuristic(loop);
            default -> HandPilot.player(loop, presentation.input(simulation), key -> Gdx.input.isKeyPressed(key));
        };
        return new Performance(game, presentation, simulation, new EpisodeSession(pilot));
    }

    private static Simulation create(Game game, SimulationSettings settings) {
        try {
            Simulation made = game.factory().create(settings);
            if (made != null) {
                return made;
            }
        } catch (RuntimeException | LinkageError thrown) {
            throw new IllegalArgumentException(
                    "Game '" + game.name() + "' can't be made: " + FaultPlace.describe(thrown), thrown);
        }
        throw new IllegalArgumentException("Game '" + game.name() + "' can't be made: its factory returned null");
    }

    /** The game's own, or one for any game. */
    private static GamePresentation presentation(Simulation simulation) {
        GamePresentation own = GamePresentations.of(simulation);
        return own == null ? new PlainPresentation(simulation) : own;
    }

    private static Simulation recorded(SimulationFactory factory, Launch launch) throws IOException {
        Replay replay = launch.replay();
        try {
            return factory.create(factory.settings().withKnown(replay.settings()));
        } catch (IllegalArgumentException settings) {
            throw new IOException(
                    "Replay file '" + launch.replayFile() + "': " + settings.getMessage()
                            + ". It was recorded with another version of the game, or is damaged.",
                    settings);
        }
    }

    /** By how messages name them. */
    private static Map<String, PolicyModel> policies(Launch launch) throws IOException {
        Map<String, PolicyModel> policies = new LinkedHashMap<>();
        for (Path file : launch.files()) {
            policies.put(file.toString(), PolicySource.read(file));
        }
        if (policies.isEmpty()) {
            policies.put(launch.game() + ".policy", PolicySource.bundled(launch.game()));
        }
        return policies;
    }
}

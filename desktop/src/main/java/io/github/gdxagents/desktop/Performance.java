package io.github.gdxagents.desktop;

import com.badlogic.gdx.Gdx;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
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
import io.github.gdxagents.replay.Replay;
import java.io.IOException;

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
     * @throws io.github.gdxagents.policy.PolicyFileException if the policy is damaged
     * @throws io.github.gdxagents.policy.PolicyMismatchException if the policy is none for this game
     */
    static Performance of(Launch launch) throws IOException {
        Game game = GameCatalog.get(launch.game());
        GamePresentation presentation = GamePresentations.of(game.name());
        if (launch.isReplay()) {
            Simulation simulation = recorded(game.factory(), launch);
            EpisodeSession session =
                    ReplayPilot.session(simulation, launch.replay().episode(), launch.source());
            return new Performance(game, presentation, simulation, session);
        }
        PolicyModel model = launch.mode() == Launch.Mode.POLICY ? policy(launch) : null;
        SimulationSettings settings = game.factory().settings();
        // a policy is watched in the physics that it was trained in
        Simulation simulation = game.factory()
                .create(
                        model == null
                                ? settings
                                : settings.withKnown(model.provenance().settings()));
        EpisodeLoop loop = new EpisodeLoop(simulation);
        Pilot pilot = switch (launch.mode()) {
            case POLICY -> policyPilot(launch, loop, model);
            case HEURISTIC -> HandPilot.heuristic(loop);
            default -> HandPilot.player(loop, presentation.input(simulation), key -> Gdx.input.isKeyPressed(key));
        };
        return new Performance(game, presentation, simulation, new EpisodeSession(pilot));
    }

    private static Simulation recorded(SimulationFactory factory, Launch launch) throws IOException {
        Replay replay = launch.replay();
        try {
            return factory.create(factory.settings().withKnown(replay.settings()));
        } catch (IllegalArgumentException settings) {
            throw new IOException(
                    "Replay file '" + launch.file() + "': " + settings.getMessage()
                            + ". It was recorded with another version of the game, or is damaged.",
                    settings);
        }
    }

    private static PolicyModel policy(Launch launch) throws IOException {
        return launch.file() != null ? PolicySource.read(launch.file()) : PolicySource.bundled(launch.game());
    }

    private static PolicyPilot policyPilot(Launch launch, EpisodeLoop loop, PolicyModel model) {
        DecisionMode mode = launch.stochastic() ? DecisionMode.STOCHASTIC : DecisionMode.DETERMINISTIC;
        return new PolicyPilot(loop, launch.game(), launch.source(), model, mode);
    }
}

package io.github.gdxagents.desktop;

import com.badlogic.gdx.utils.Disposable;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.HandPilot;
import io.github.gdxagents.desktop.session.SteppingClock;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GamePresentations;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.games.view.GameView;

/** A game that plays itself behind the menu. */
final class Demo implements Disposable {
    private static final float PAUSE_BETWEEN_EPISODES = 2.5f;

    private final Simulation simulation;
    private final SteppingClock clock;
    private final EpisodeSession session;
    private final GameView view;
    private float sinceEnd;

    Demo(Game game) {
        simulation = game.factory().create(game.factory().settings());
        GamePresentation presentation = GamePresentations.of(simulation);
        clock = new SteppingClock(presentation.stepSeconds());
        session = new EpisodeSession(HandPilot.heuristic(new EpisodeLoop(simulation)));
        view = presentation.view(simulation);
        begin(1);
    }

    private void begin(long seed) {
        session.begin(seed);
        view.reset();
        clock.restart();
        sinceEnd = 0f;
    }

    void resize(int width, int height) {
        view.resize(0, 0, width, height);
    }

    void render(float delta) {
        clock.advance(delta);
        while (clock.takeStep()) {
            if (session.step()) {
                view.step();
            }
        }
        view.render((float) clock.delta(), session.isOver() ? 1f : (float) clock.alpha());
        sinceEnd += session.isOver() ? delta : 0f;
        if (sinceEnd > PAUSE_BETWEEN_EPISODES) {
            begin(session.seed() + 1);
        }
    }

    @Override
    public void dispose() {
        view.dispose();
        simulation.dispose();
    }
}

package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.utils.Disposable;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.sensor.SensingAgent;
import io.github.gdxagents.sensor.Sensor;
import java.util.List;

/** What agents sense, drawn over the scene: that of the first, of all, or nothing. */
public final class SensorOverlay implements Disposable {
    private final GameView view;
    private final List<SensingAgent> agents;
    private final ShapeRenderer shapes = new ShapeRenderer();
    private int shown; // agents

    /**
     * Makes an overlay that shows nothing yet. Needs a graphics context.
     *
     * @param simulation whose agents are shown
     * @param view that it is drawn over
     */
    public SensorOverlay(Simulation simulation, GameView view) {
        this.view = view;
        agents = simulation.agents().stream()
                .filter(SensingAgent.class::isInstance)
                .map(SensingAgent.class::cast)
                .toList();
        shapes.setAutoShapeType(true);
    }

    /**
     * Shows what the first agent senses, then what all do, then nothing.
     *
     * @return what is shown now, for people
     */
    public String change() {
        if (agents.isEmpty() || view.projection() == null) {
            return "This game shows no sensors";
        }
        shown = shown == 0 ? 1 : shown < agents.size() ? agents.size() : 0;
        return shown == 0 ? "Sensors are hidden" : shown == 1 ? "What the first agent senses" : "What all agents sense";
    }

    /** Draws over what the view has just rendered, in its viewport. */
    public void draw() {
        if (shown == 0 || view.projection() == null) {
            return;
        }
        Gdx.gl.glEnable(GL20.GL_BLEND);
        Gdx.gl.glBlendFunc(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA);
        shapes.setProjectionMatrix(view.projection());
        shapes.begin();
        for (int i = 0; i < shown; i++) {
            for (Sensor sensor : agents.get(i).sensors()) {
                sensor.draw(shapes);
            }
        }
        shapes.end();
    }

    @Override
    public void dispose() {
        shapes.dispose();
    }
}

package io.github.gdxagents.desktop.plain;

import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.utils.viewport.ScreenViewport;
import com.kotcrab.vis.ui.widget.VisLabel;
import com.kotcrab.vis.ui.widget.VisTable;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.games.view.GameView;
import java.util.List;
import java.util.Locale;

/** Shows what the agents of a game perceive, where there is nothing else to be seen: a line for each of the first ones. */
final class NumbersView implements GameView {
    private static final int MOST_AGENTS = 20;
    private static final int MOST_VALUES = 8;
    private static final float TEXT_SECONDS = 0.1f;

    private final List<? extends Agent> agents;
    private final Stage stage = new Stage(new ScreenViewport());
    private final VisLabel[] lines;
    private final StringBuilder text = new StringBuilder();
    private int x;
    private int y;
    private float untilText;

    NumbersView(Simulation simulation) {
        agents = simulation.agents();
        lines = new VisLabel[Math.min(MOST_AGENTS, agents.size())];
        VisTable table = new VisTable();
        table.setFillParent(true);
        table.top().left().pad(24f).defaults().left().padBottom(10f);
        table.add(new VisLabel("This game shows no picture of itself: what its agents perceive"))
                .padBottom(18f)
                .row();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new VisLabel("");
            lines[i].setWrap(true);
            table.add(lines[i]).growX().row();
        }
        stage.addActor(table);
    }

    @Override
    public void resize(int newX, int newY, int width, int height) {
        x = newX;
        y = newY;
        stage.getViewport().update(width, height, true);
    }

    @Override
    public void reset() {
        untilText = 0f;
    }

    @Override
    public void step() {
        // the agents are asked when they are drawn
    }

    @Override
    public void render(float delta, float alpha) {
        untilText -= delta;
        if (untilText <= 0f) {
            untilText = TEXT_SECONDS;
            for (int i = 0; i < lines.length; i++) {
                lines[i].setText(describe(i));
            }
        }
        stage.getViewport().setScreenPosition(x, y);
        stage.getViewport().apply();
        stage.act(delta);
        stage.draw();
    }

    private String describe(int index) {
        Agent agent = agents.get(index);
        ObservationSpec observation = agent.behavior().observation();
        float[] values = new float[observation.size()];
        text.setLength(0);
        text.append(index).append(' ').append(agent.behavior().name()).append(", ");
        text.append(agent.status().name().toLowerCase(Locale.ROOT));
        if (agent.status() != StepStatus.RUNNING) { // the dead need not be able to observe
            return text.toString();
        }
        try {
            agent.observe(new ObservationWriter(observation).begin(values));
        } catch (RuntimeException broken) { // who plays it is told by the game's own fault
            return text.append(", observe() threw ")
                    .append(PrintableText.describe(broken))
                    .toString();
        }
        text.append(':');
        for (int k = 0; k < Math.min(MOST_VALUES, values.length); k++) {
            text.append("   ").append(observation.names().get(k)).append(' ');
            text.append(String.format(Locale.ROOT, "%.3g", values[k]));
        }
        return values.length > MOST_VALUES ? text.append("   ...").toString() : text.toString();
    }

    @Override
    public void dispose() {
        stage.dispose();
    }
}

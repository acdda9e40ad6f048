package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Matrix4;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.Pose;

/**
 * Shows a lander simulation: takes poses, contacts and the outcome from it after each step, and lets the stage draw them.
 *
 * <p>Thread safety: none (render thread). Allocates nothing per frame.
 */
public final class LanderView implements GameView {
    private final LanderSimulation simulation;
    private final LanderStage stage;
    private final LanderPose pose = new LanderPose();

    /**
     * Makes a view. Needs a graphics context.
     *
     * @param simulation is only read
     */
    public LanderView(LanderSimulation simulation) {
        this.simulation = simulation;
        stage = new LanderStage();
    }

    @Override
    public void resize(int x, int y, int width, int height) {
        stage.resize(x, y, width, height);
    }

    @Override
    public void reset() {
        read();
        stage.reset(simulation.terrainHeights(), simulation.padLeft(), simulation.padRight(), simulation.padY(), pose);
    }

    @Override
    public void step() {
        read();
        stage.step(pose, LanderPresentation.STEP_SECONDS);
        for (int leg = 0; leg < pose.legs.length; leg++) {
            stage.touch(leg, simulation.legContact(leg), LanderPresentation.STEP_SECONDS);
        }
        if (simulation.isCrashed()) {
            stage.crash();
        } else if (simulation.isLanded()) {
            stage.land();
        }
    }

    private void read() {
        set(pose.hull, simulation.hull());
        for (int leg = 0; leg < pose.legs.length; leg++) {
            set(pose.legs[leg], simulation.leg(leg));
        }
        boolean over = simulation.isEpisodeOver(); // engines go out, or they would burn on in the last frame
        pose.main = over ? 0f : simulation.mainPower();
        pose.side = over ? 0f : simulation.sidePower();
    }

    private static void set(Pose target, LanderBody source) {
        target.set(source.x(), source.y(), source.angle());
    }

    @Override
    public void render(float delta, float alpha) {
        stage.render(delta, alpha);
    }

    @Override
    public Matrix4 projection() {
        return stage.projection();
    }

    @Override
    public void dispose() {
        stage.dispose();
    }
}

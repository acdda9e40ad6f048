package io.github.gdxagents.games.walker;

import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import io.github.gdxagents.games.view.Backdrop;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Dust;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.Pose;
import io.github.gdxagents.games.view.Tint;

/**
 * Shows a walker simulation: takes poses and contacts from it after each step, and draws from back to front.
 *
 * <p>Thread safety: none (render thread). Allocates nothing per frame.
 */
public final class WalkerView implements GameView {
    private static final float LEAST_WIDTH = 9f; // metres, as are all below
    private static final float LEAST_HEIGHT = 7f;
    private static final float AHEAD = 1.6f;
    private static final float SCENERY_BESIDE = 6f;
    private static final float LOWEST = -2f;
    private static final float FOOT = (float) WalkerBodies.HALF_LEG;

    private final WalkerSimulation simulation;
    private final Canvas canvas = new Canvas();
    private final FollowCamera camera = new FollowCamera(LEAST_WIDTH, LEAST_HEIGHT);
    private final WalkerScenery scenery = new WalkerScenery();
    private final WalkerLandscape landscape;
    private final WalkerFigure figure = new WalkerFigure();
    private final Dust dust = new Dust(WalkerPalette.DUST);
    private final Pose[] before = poses();
    private final Pose[] now = poses();
    private final Pose[] shown = poses();
    private final Pose[] legs = {shown[1], shown[2], shown[3], shown[4]};
    private final boolean[] touching = new boolean[2];
    private boolean isDown;
    private boolean isNew;
    private float time;

    /**
     * Makes a view. Needs a graphics context.
     *
     * @param simulation is only read
     */
    public WalkerView(WalkerSimulation simulation) {
        this.simulation = simulation;
        landscape = new WalkerLandscape(simulation.ground());
    }

    /** The hull, and thigh and shin of each leg. */
    private static Pose[] poses() {
        return new Pose[] {new Pose(), new Pose(), new Pose(), new Pose(), new Pose()};
    }

    @Override
    public void resize(int x, int y, int width, int height) {
        camera.resize(x, y, width, height);
    }

    @Override
    public void reset() {
        read(now);
        read(before);
        dust.clear();
        camera.shake(0f);
        camera.bounds(-SCENERY_BESIDE, WalkerGround.x(WalkerField.CORNERS - 1) + SCENERY_BESIDE, LOWEST);
        landscape.reset(now[0].x);
        touching[0] = simulation.contacts().isTouching(0);
        touching[1] = simulation.contacts().isTouching(1);
        isDown = false;
        isNew = true;
    }

    @Override
    public void step() {
        for (int i = 0; i < now.length; i++) {
            before[i].set(now[i]);
        }
        read(now);
        for (int leg = 0; leg < touching.length; leg++) {
            boolean touches = simulation.contacts().isTouching(leg);
            if (touches && !touching[leg]) {
                stirDust(now[2 * leg + 2], before[2 * leg + 2]);
            }
            touching[leg] = touches;
        }
        if (simulation.isFallen() && !isDown) {
            isDown = true;
            camera.shake(0.6f);
            dust.touch(now[0].x, landscape.height(now[0].x), 2f);
        }
    }

    private void stirDust(Pose shin, Pose earlier) {
        float x = shin.x + FOOT * MathUtils.sin(shin.angle);
        float y = shin.y - FOOT * MathUtils.cos(shin.angle);
        float fall = (earlier.y - shin.y) / WalkerSimulation.STEP_SECONDS;
        dust.touch(x, y, MathUtils.clamp(fall, 0f, 2f));
    }

    private void read(Pose[] poses) {
        WalkerBodies bodies = simulation.bodies();
        set(poses[0], bodies.hull);
        for (int i = 0; i < bodies.legs.length; i++) {
            set(poses[i + 1], bodies.legs[i]);
        }
    }

    private static void set(Pose pose, Body body) {
        Vector2 position = body.getPosition();
        pose.set(position.x, position.y, body.getAngle());
    }

    @Override
    public void render(float delta, float alpha) {
        time += delta;
        dust.update(delta);
        for (int i = 0; i < shown.length; i++) {
            shown[i].between(before[i], now[i], alpha);
        }
        follow(delta);
        camera.begin(canvas);
        draw();
        camera.end(canvas);
    }

    private void follow(float delta) {
        Pose hull = shown[0];
        float level = (hull.y + landscape.height(hull.x) + 2.3f) / 2f; // half of a bounce
        float spare = camera.wholeHeight() - LEAST_HEIGHT; // a high window shows more sky than soil
        camera.follow(hull.x + AHEAD, level - 0.3f + 0.2f * spare, 1f, isNew ? Float.POSITIVE_INFINITY : delta);
        isNew = false;
    }

    private void draw() {
        scenery.draw(canvas, camera, time);
        landscape.draw(canvas, camera, time);
        canvas.shine();
        WalkerFigure.lidar(canvas, simulation.lidar(), shown[0]);
        canvas.cover();
        figure.draw(canvas, shown[0], legs, time);
        dust.draw(canvas);
        Backdrop.vignette(canvas, camera, Tint.alpha(WalkerPalette.SOIL_DEEP, 0.6f), 0.22f);
    }

    @Override
    public Matrix4 projection() {
        return camera.projection();
    }

    @Override
    public void dispose() {
        canvas.dispose();
    }
}

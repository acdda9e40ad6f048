package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.utils.Disposable;
import io.github.gdxagents.games.view.Backdrop;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Pose;
import io.github.gdxagents.games.view.Tint;

/**
 * Draws the lander's world from back to front, given poses; where they come from is {@link LanderView}'s business.
 *
 * <p>Thread safety: none (render thread). Allocates nothing per frame.
 */
final class LanderStage implements Disposable {
    private static final int TERRAIN_POINTS = 11;
    private static final float TERRAIN_SPACING = 2f; // metres
    private static final float CELEBRATION_SECONDS = 1.5f;
    private static final float FLAME_SECONDS = 0.12f;

    private final Canvas canvas = new Canvas();
    private final LanderCamera camera = new LanderCamera();
    private final LanderSky sky = new LanderSky();
    private final LanderTerrain terrain;
    private final LanderPad pad = new LanderPad();
    private final LanderCraft craft = new LanderCraft();
    private final LanderFlames flames = new LanderFlames();
    private final LanderEffects effects = new LanderEffects();
    private final LanderPose before = new LanderPose();
    private final LanderPose now = new LanderPose();
    private final LanderPose shown = new LanderPose();
    private final boolean[] touching = new boolean[2];
    private float padLeft;
    private float padRight;
    private float padY;
    private boolean crashed;
    private boolean landed;
    private float lampChange;
    private float mainFlame;
    private float sideFlame;
    private float time;

    LanderStage() {
        terrain = new LanderTerrain(TERRAIN_POINTS, TERRAIN_SPACING);
    }

    void resize(int x, int y, int width, int height) {
        camera.view().resize(x, y, width, height);
    }

    /** Begins an episode on new ground. */
    void reset(float[] heights, float newPadLeft, float newPadRight, float newPadY, LanderPose pose) {
        terrain.reset(heights);
        padLeft = newPadLeft;
        padRight = newPadRight;
        padY = newPadY;
        pad.reset(padLeft, padRight, padY);
        effects.reset();
        camera.reset();
        before.set(pose);
        now.set(pose);
        crashed = false;
        landed = false;
        lampChange = 0f;
        mainFlame = 0f;
        sideFlame = 0f;
        touching[0] = false;
        touching[1] = false;
    }

    /** Takes the state after a physics step of {@code seconds}. */
    void step(LanderPose pose, float seconds) {
        before.set(now);
        now.set(pose);
        effects.step(before, now, seconds, terrain);
    }

    /** Says whether a foot stands on the ground; the first moment of it raises dust. */
    void touch(int leg, boolean contact, float seconds) {
        if (contact && !touching[leg]) {
            Pose body = now.legs[leg];
            float footX = body.x + LanderCraft.LEG * (float) Math.sin(body.angle);
            float impact = Math.abs(body.y - before.legs[leg].y) / seconds;
            effects.dust().touch(footX, terrain.height(footX), impact);
        }
        touching[leg] = contact;
    }

    void crash() {
        if (!crashed) {
            crashed = true;
            effects.crash(now.hull.x, now.hull.y);
            camera.view().shake(1f);
        }
    }

    void land() {
        landed = true;
    }

    void render(float delta, float alpha) {
        time += delta;
        effects.update(delta);
        celebrate(delta);
        smoulder(delta);
        shown.between(before, now, alpha);
        burn(delta);
        camera.follow(shown.hull.x, shown.hull.y, terrain.height(shown.hull.x), delta);

        camera.view().begin(canvas);
        draw();
        camera.view().end(canvas);
    }

    Matrix4 projection() {
        return camera.view().projection();
    }

    /** An engine lights at once and goes out within a few frames: policies switch it on and off many times a second. */
    private void burn(float delta) {
        mainFlame = Math.max(now.main, mainFlame - delta / FLAME_SECONDS);
        sideFlame = now.side != 0f
                ? now.side
                : Math.signum(sideFlame) * Math.max(0f, Math.abs(sideFlame) - delta / FLAME_SECONDS);
        shown.main = mainFlame;
        shown.side = sideFlame;
    }

    private void smoulder(float delta) {
        if (crashed && delta > 0f) {
            effects.smoulder(shown.hull.x, shown.hull.y);
        }
    }

    private void celebrate(float delta) {
        if (landed && delta > 0f && lampChange < 1f) {
            lampChange = Math.min(1f, lampChange + delta / CELEBRATION_SECONDS);
            effects.celebrate(padLeft, padRight, padY);
        }
    }

    private void draw() {
        sky.draw(canvas, camera.view(), time);
        pad.drawFlags(canvas, time);
        terrain.draw(canvas, camera.view().bottom());
        pad.drawPlate(canvas);
        flames.drawShadow(canvas, shown, terrain);
        canvas.shine();
        flames.drawGroundLight(canvas, shown, terrain);
        pad.drawLamps(canvas, time, Math.min(1f, 4f * lampChange));
        flames.draw(canvas, shown, time);
        canvas.cover();
        craft.draw(canvas, shown, time);
        effects.dust().draw(canvas);
        canvas.shine();
        effects.drawLight(canvas);
        canvas.cover();
        Backdrop.vignette(canvas, camera.view(), Tint.alpha(LanderPalette.ZENITH, 0.7f), 0.3f);
    }

    @Override
    public void dispose() {
        canvas.dispose();
    }
}

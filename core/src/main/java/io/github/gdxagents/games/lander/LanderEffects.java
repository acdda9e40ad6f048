package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Dust;
import io.github.gdxagents.games.view.Particles;
import io.github.gdxagents.games.view.Tint;

/** What flies about: exhaust, sparks of a landing or a crash, smoke, and the dust that engine and feet stir up. */
final class LanderEffects {
    private static final float FLASH_SECONDS = 0.5f;

    private final Particles fire = new Particles(360, 0f, 1.2f);
    private final Particles sparks = new Particles(160, 3.5f, 0.3f);
    private final Dust dust = new Dust(LanderPalette.DUST);
    private final RandomStream random = RandomStream.of(7);
    private float flash;
    private float flashX;
    private float flashY;

    void reset() {
        fire.clear();
        sparks.clear();
        dust.clear();
        flash = 0f;
    }

    private float spread(float range) {
        return range * (2f * random.nextFloat() - 1f);
    }

    /** Emits what one physics step gives off. */
    void step(LanderPose before, LanderPose now, float seconds, LanderTerrain terrain) {
        float velocityX = (now.hull.x - before.hull.x) / seconds;
        float velocityY = (now.hull.y - before.hull.y) / seconds;
        float cos = MathUtils.cos(now.hull.angle);
        float sin = MathUtils.sin(now.hull.angle);
        if (now.main > 0.02f) {
            exhaust(now, velocityX, velocityY, cos, sin);
            blownDust(now, terrain, cos, sin);
        }
        if (Math.abs(now.side) > 0.02f) {
            jet(now, velocityX, velocityY, cos, sin);
        }
    }

    private void exhaust(LanderPose pose, float velocityX, float velocityY, float cos, float sin) {
        for (int i = 0; i < 4; i++) {
            float across = spread(0.16f);
            float speed = 5.2f * (0.7f + 0.5f * random.nextFloat()) * (0.5f + 0.5f * pose.main);
            float x = pose.hull.x + cos * across - sin * (LanderCraft.NOZZLE_Y - 0.1f);
            float y = pose.hull.y + sin * across + cos * (LanderCraft.NOZZLE_Y - 0.1f);
            float drift = spread(0.8f);
            int p = fire.emit(
                    x,
                    y,
                    velocityX + sin * speed + cos * drift,
                    velocityY - cos * speed + sin * drift,
                    0.22f + 0.3f * random.nextFloat());
            fire.look(
                    p, 0.13f, -0.08f, Tint.alpha(LanderPalette.FLAME, 0.55f), Tint.alpha(LanderPalette.FLAME_EDGE, 0f));
        }
        if (random.nextFloat() < 0.6f) {
            int p = dust.puffs()
                    .emit(
                            pose.hull.x + sin * 1.3f,
                            pose.hull.y - cos * 1.3f,
                            velocityX * 0.4f + sin * 2f + spread(0.4f),
                            velocityY * 0.4f - cos * 2f + spread(0.3f),
                            0.9f + 0.7f * random.nextFloat());
            dust.puffs()
                    .look(p, 0.1f, 0.32f, Tint.alpha(LanderPalette.SMOKE, 0.13f), Tint.alpha(LanderPalette.SMOKE, 0f));
        }
    }

    private void jet(LanderPose pose, float velocityX, float velocityY, float cos, float sin) {
        float side = -Math.signum(pose.side);
        for (int i = 0; i < 2; i++) {
            float localX = side * (LanderCraft.JET_X + 0.1f);
            float localY = LanderCraft.JET_Y + spread(0.05f);
            float speed = side * (3f + 2f * random.nextFloat());
            float drift = spread(0.6f);
            int p = fire.emit(
                    pose.hull.x + cos * localX - sin * localY,
                    pose.hull.y + sin * localX + cos * localY,
                    velocityX + cos * speed - sin * drift,
                    velocityY + sin * speed + cos * drift,
                    0.16f + 0.2f * random.nextFloat());
            fire.look(p, 0.07f, 0.18f, Tint.alpha(LanderPalette.JET, 0.4f), Tint.alpha(LanderPalette.LAMP, 0f));
        }
    }

    /** Where the exhaust meets the ground it sweeps dust to both sides. */
    private void blownDust(LanderPose pose, LanderTerrain terrain, float cos, float sin) {
        float above = pose.hull.y - terrain.height(pose.hull.x) - 0.6f;
        float power = pose.main * MathUtils.clamp(1f - above / 3.2f, 0f, 1f);
        if (cos < 0.5f || random.nextFloat() > 1.6f * power) {
            return;
        }
        float x = pose.hull.x + sin / cos * above + spread(0.3f);
        for (int side = -1; side <= 1; side += 2) {
            float speed = side * (1.6f + 2.6f * random.nextFloat()) * (0.5f + power);
            dust.puff(x + side * 0.35f, terrain.height(x) + 0.06f, speed, 0.25f + 0.7f * random.nextFloat(), 0.3f);
        }
    }

    void crash(float x, float y) {
        flash = 1f;
        flashX = x;
        flashY = y;
        for (int i = 0; i < 110; i++) {
            float angle = MathUtils.PI2 * random.nextFloat();
            float speed = 6f * (float) Math.sqrt(random.nextFloat());
            int p = fire.emit(
                    x + spread(0.3f),
                    y + spread(0.3f),
                    speed * MathUtils.cos(angle),
                    0.8f + speed * MathUtils.sin(angle),
                    0.35f + 0.75f * random.nextFloat());
            fire.look(
                    p,
                    0.22f + 0.2f * random.nextFloat(),
                    0.1f,
                    Tint.alpha(LanderPalette.FLAME, 0.8f),
                    Tint.alpha(LanderPalette.FLAME_EDGE, 0f));
        }
        for (int i = 0; i < 46; i++) {
            int p = sparks.emit(x, y, spread(5.5f), 1f + 5.5f * random.nextFloat(), 1f + 1.3f * random.nextFloat());
            sparks.look(
                    p,
                    0.04f + 0.06f * random.nextFloat(),
                    -0.02f,
                    i % 3 == 0 ? LanderPalette.SHELL : LanderPalette.FLAME,
                    Tint.alpha(LanderPalette.FLAME_EDGE, 0.1f));
        }
        for (int i = 0; i < 40; i++) {
            int p = dust.puffs()
                    .emit(
                            x + spread(0.5f),
                            y + spread(0.3f),
                            spread(1.3f),
                            0.3f + 1.6f * random.nextFloat(),
                            1.4f + 1.8f * random.nextFloat());
            dust.puffs()
                    .look(
                            p,
                            0.25f,
                            0.45f,
                            Tint.alpha(LanderPalette.STEEL_DARK, 0.5f),
                            Tint.alpha(LanderPalette.OUTLINE, 0f));
        }
    }

    /** A wreck smokes and sparks: call it once a frame. */
    void smoulder(float x, float y) {
        if (random.nextFloat() < 0.4f) {
            int p = dust.puffs()
                    .emit(
                            x + spread(0.35f),
                            y + spread(0.2f),
                            0.25f + spread(0.3f),
                            0.7f + 0.6f * random.nextFloat(),
                            1.6f + 1.2f * random.nextFloat());
            dust.puffs()
                    .look(
                            p,
                            0.16f,
                            0.36f,
                            Tint.alpha(LanderPalette.STEEL_DARK, 0.55f),
                            Tint.alpha(LanderPalette.OUTLINE, 0f));
        }
        if (random.nextFloat() < 0.5f) {
            int p = fire.emit(
                    x + spread(0.4f),
                    y + spread(0.25f),
                    spread(0.3f),
                    0.9f + 0.8f * random.nextFloat(),
                    0.3f + 0.4f * random.nextFloat());
            fire.look(p, 0.2f, -0.12f, Tint.alpha(LanderPalette.FLAME, 0.5f), Tint.alpha(LanderPalette.FLAME_EDGE, 0f));
        }
    }

    /** Lights rise from both ends of the pad for a while: call it once a step. */
    void celebrate(float left, float right, float y) {
        for (int side = 0; side < 2; side++) {
            float inwards = (side == 0 ? 1f : -1f) * 0.9f * random.nextFloat();
            int p = sparks.emit(
                    side == 0 ? left : right,
                    y + 0.1f,
                    inwards + spread(0.6f),
                    3.6f + 3f * random.nextFloat(),
                    1.2f + 0.9f * random.nextFloat());
            sparks.look(
                    p,
                    0.035f + 0.035f * random.nextFloat(),
                    -0.008f,
                    random.nextFloat() < 0.35f ? LanderPalette.FLAME : LanderPalette.LAMP_LANDED,
                    Tint.alpha(LanderPalette.LAMP, 0f));
        }
    }

    void update(float delta) {
        fire.update(delta);
        sparks.update(delta);
        dust.update(delta);
        flash = Math.max(0f, flash - delta / FLASH_SECONDS);
    }

    /** The dust, to be drawn before what glows. */
    Dust dust() {
        return dust;
    }

    /** Draws what glows; the canvas must shine. */
    void drawLight(Canvas canvas) {
        fire.draw(canvas, 0f);
        sparks.draw(canvas, 0.7f);
        if (flash > 0f) {
            float size = 1.5f + 5f * (1f - flash);
            canvas.ellipse(
                    flashX,
                    flashY,
                    size,
                    size,
                    Tint.alpha(LanderPalette.FLAME_CORE, flash * flash),
                    Tint.alpha(LanderPalette.FLAME_EDGE, 0f),
                    48);
            canvas.ring(
                    flashX,
                    flashY,
                    0.9f * size,
                    0.9f * size,
                    0.12f * flash,
                    Tint.alpha(LanderPalette.FLAME, 0.7f * flash),
                    48);
        }
    }
}

package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Pose;
import io.github.gdxagents.games.view.Tint;

/**
 * The lander itself: legs where the physics has them, braces that follow, and a hull of foil and white shell lit from the upper left.
 *
 * <p>The hull's outline is that of the physics, in metres around the body's origin.
 */
final class LanderCraft {
    /** Where the main engine's flame begins, in the hull's frame. */
    static final float NOZZLE_Y = -0.5f;

    /** How far from the axis, and how high, the side engines sit in the hull's frame. */
    static final float JET_X = 0.54f;

    static final float JET_Y = 0.44f;

    /** Half the length of a leg. */
    static final float LEG = 8f / 30f;

    void draw(Canvas canvas, LanderPose pose, float time) {
        for (int i = 0; i < pose.legs.length; i++) {
            leg(canvas, pose.hull, pose.legs[i]);
        }
        canvas.place(pose.hull.x, pose.hull.y, pose.hull.angle);
        nozzle(canvas, pose.main);
        hull(canvas);
        window(canvas);
        details(canvas, time);
        canvas.unplace();
    }

    private static void leg(Canvas canvas, Pose hull, Pose leg) {
        float cosHull = MathUtils.cos(hull.angle);
        float sinHull = MathUtils.sin(hull.angle);
        float dx = leg.x - hull.x;
        float dy = leg.y - hull.y;
        float side = dx * cosHull + dy * sinHull < 0f ? -1f : 1f;
        float cos = MathUtils.cos(leg.angle);
        float sin = MathUtils.sin(leg.angle);
        float footX = leg.x + LEG * sin;
        float footY = leg.y - LEG * cos;
        float kneeX = leg.x - 0.75f * LEG * sin;
        float kneeY = leg.y + 0.75f * LEG * cos;
        strut(
                canvas,
                hull,
                cosHull,
                sinHull,
                side * 0.28f,
                -0.26f,
                leg.x + 0.35f * LEG * sin,
                leg.y - 0.35f * LEG * cos,
                0.055f);
        strut(canvas, hull, cosHull, sinHull, side * 0.52f, -0.05f, kneeX, kneeY, 0.075f);
        canvas.line(kneeX, kneeY, footX, footY, 0.17f, LanderPalette.OUTLINE);
        canvas.line(kneeX, kneeY, 0.115f, LanderPalette.STEEL, footX, footY, 0.085f, LanderPalette.STEEL_DARK);
        canvas.disc(kneeX, kneeY, 0.09f, LanderPalette.OUTLINE, 14);
        canvas.disc(kneeX, kneeY, 0.06f, LanderPalette.FOIL, 14);
        canvas.place(footX, footY, leg.angle);
        canvas.quad(
                -0.22f,
                -0.005f,
                0.22f,
                -0.005f,
                LanderPalette.OUTLINE,
                0.14f,
                0.115f,
                -0.14f,
                0.115f,
                LanderPalette.OUTLINE);
        canvas.quad(
                -0.19f,
                0.015f,
                0.19f,
                0.015f,
                LanderPalette.STEEL_DARK,
                0.12f,
                0.09f,
                -0.12f,
                0.09f,
                LanderPalette.STEEL);
        canvas.unplace();
    }

    private static void strut(
            Canvas canvas, Pose hull, float cos, float sin, float localX, float localY, float x, float y, float width) {
        float fromX = hull.x + cos * localX - sin * localY;
        float fromY = hull.y + sin * localX + cos * localY;
        canvas.line(fromX, fromY, x, y, width + 0.045f, LanderPalette.OUTLINE);
        canvas.line(fromX, fromY, width, LanderPalette.STEEL, x, y, width, LanderPalette.STEEL_DARK);
    }

    private static void nozzle(Canvas canvas, float power) {
        int hot = Tint.mix(LanderPalette.STEEL_DARK, LanderPalette.FLAME_EDGE, 0.75f * power);
        canvas.quad(
                -0.27f,
                NOZZLE_Y - 0.03f,
                0.27f,
                NOZZLE_Y - 0.03f,
                LanderPalette.OUTLINE,
                0.15f,
                -0.3f,
                -0.15f,
                -0.3f,
                LanderPalette.OUTLINE);
        canvas.quad(
                -0.235f,
                NOZZLE_Y,
                0f,
                NOZZLE_Y,
                Tint.mix(hot, LanderPalette.STEEL, 0.4f),
                0f,
                -0.3f,
                -0.12f,
                -0.3f,
                LanderPalette.STEEL_DARK);
        canvas.quad(
                0f,
                NOZZLE_Y,
                0.235f,
                NOZZLE_Y,
                hot,
                0.12f,
                -0.3f,
                0f,
                -0.3f,
                Tint.shade(LanderPalette.STEEL_DARK, 0.7f));
    }

    private static void hull(Canvas canvas) {
        float o = 0.03f;
        canvas.quad(
                -0.5667f - o,
                -0.3333f - o,
                0.5667f + o,
                -0.3333f - o,
                LanderPalette.OUTLINE,
                0.5667f + o,
                o,
                -0.5667f - o,
                o,
                LanderPalette.OUTLINE);
        canvas.quad(
                -0.5667f - o,
                0f,
                0.5667f + o,
                0f,
                LanderPalette.OUTLINE,
                0.4667f + o,
                0.5667f + o,
                -0.4667f - o,
                0.5667f + o,
                LanderPalette.OUTLINE);
        foil(canvas);
        int lit = LanderPalette.SHELL;
        int dark = LanderPalette.SHELL_DARK;
        canvas.quad(-0.5667f, 0f, -0.4667f, 0.5667f, lit, -0.25f, 0.5667f, -0.28f, 0f, Tint.shade(lit, 0.97f));
        canvas.quad(
                -0.28f,
                0f,
                -0.25f,
                0.5667f,
                Tint.shade(lit, 0.93f),
                0.22f,
                0.5667f,
                0.25f,
                0f,
                Tint.mix(lit, dark, 0.35f));
        canvas.quad(0.25f, 0f, 0.22f, 0.5667f, Tint.mix(lit, dark, 0.55f), 0.4667f, 0.5667f, 0.5667f, 0f, dark);
        int seam = Tint.alpha(LanderPalette.OUTLINE, 0.3f);
        canvas.line(-0.28f, 0f, -0.25f, 0.5667f, 0.016f, seam);
        canvas.line(0.25f, 0f, 0.22f, 0.5667f, 0.016f, seam);
        canvas.quad(
                -0.4667f,
                0.5667f,
                0.4667f,
                0.5667f,
                Tint.alpha(LanderPalette.SHELL, 0.9f),
                0.474f,
                0.525f,
                -0.474f,
                0.525f,
                Tint.alpha(LanderPalette.SHELL, 0f));
        canvas.quad(
                -0.5667f, 0.0f, 0.5667f, 0.0f, LanderPalette.FLAG, 0.555f, 0.065f, -0.555f, 0.065f, LanderPalette.FLAG);
        canvas.quad(
                0.1f,
                0.0f,
                0.5667f,
                0.0f,
                Tint.alpha(LanderPalette.OUTLINE, 0.25f),
                0.555f,
                0.065f,
                0.1f,
                0.065f,
                Tint.alpha(LanderPalette.OUTLINE, 0.25f));
    }

    /** Crinkled gold foil: facets of different brightness. */
    private static void foil(Canvas canvas) {
        int facets = 8;
        float width = 2f * 0.5667f / facets;
        for (int i = 0; i < facets; i++) {
            float x = -0.5667f + i * width;
            float across = i / (facets - 1f);
            int base = Tint.mix(LanderPalette.FOIL, LanderPalette.FOIL_DARK, 0.12f + 0.72f * across);
            int bright = Tint.shade(base, i % 2 == 0 ? 1.16f : 0.94f);
            int dull = Tint.shade(base, i % 3 == 0 ? 0.78f : 0.9f);
            float middle = x + width * (i % 2 == 0 ? 0.3f : 0.7f);
            canvas.triangle(x, 0f, bright, x + width, 0f, bright, middle, -0.17f, dull);
            canvas.triangle(x, 0f, dull, middle, -0.17f, dull, x, -0.3333f, dull);
            canvas.triangle(x + width, 0f, dull, middle, -0.17f, bright, x + width, -0.3333f, dull);
            canvas.triangle(x, -0.3333f, dull, middle, -0.17f, bright, x + width, -0.3333f, Tint.shade(dull, 0.7f));
        }
    }

    private static void window(Canvas canvas) {
        canvas.disc(-0.02f, 0.31f, 0.205f, LanderPalette.OUTLINE, 32);
        canvas.ellipse(-0.02f, 0.31f, 0.185f, 0.185f, LanderPalette.STEEL, LanderPalette.STEEL_DARK, 32);
        canvas.disc(-0.02f, 0.31f, 0.145f, LanderPalette.GLASS_DARK, 32);
        canvas.ellipse(
                -0.045f, 0.335f, 0.115f, 0.115f, LanderPalette.GLASS, Tint.alpha(LanderPalette.GLASS_DARK, 0f), 32);
        canvas.ellipse(-0.075f, 0.375f, 0.045f, 0.03f, LanderPalette.SHELL, Tint.alpha(LanderPalette.SHELL, 0.2f), 14);
    }

    private static void details(Canvas canvas, float time) {
        for (int side = -1; side <= 1; side += 2) {
            float x = side * 0.5f;
            canvas.quad(
                    x,
                    JET_Y - 0.085f,
                    x,
                    JET_Y + 0.085f,
                    LanderPalette.OUTLINE,
                    x + side * 0.115f,
                    JET_Y + 0.06f,
                    x + side * 0.115f,
                    JET_Y - 0.06f,
                    LanderPalette.OUTLINE);
            canvas.quad(
                    x,
                    JET_Y - 0.06f,
                    x,
                    JET_Y + 0.06f,
                    LanderPalette.STEEL_DARK,
                    x + side * 0.09f,
                    JET_Y + 0.04f,
                    x + side * 0.09f,
                    JET_Y - 0.04f,
                    LanderPalette.STEEL);
        }
        canvas.line(0.3f, 0.5667f, 0.36f, 0.84f, 0.03f, LanderPalette.STEEL);
        boolean on = time % 1.4f < 0.16f;
        canvas.disc(0.36f, 0.85f, 0.04f, on ? LanderPalette.FLAG : LanderPalette.STEEL_DARK, 12);
        if (on) {
            canvas.ellipse(
                    0.36f,
                    0.85f,
                    0.28f,
                    0.28f,
                    Tint.alpha(LanderPalette.FLAG, 0.5f),
                    Tint.alpha(LanderPalette.FLAG, 0f),
                    20);
        }
        canvas.line(-0.3f, 0.5667f, -0.3f, 0.66f, 0.03f, LanderPalette.STEEL);
        canvas.quad(
                -0.42f,
                0.72f,
                -0.18f,
                0.72f,
                LanderPalette.SHELL,
                -0.25f,
                0.64f,
                -0.35f,
                0.64f,
                LanderPalette.SHELL_DARK);
    }
}

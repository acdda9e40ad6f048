package io.github.gdxagents.games.walker;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Pose;
import io.github.gdxagents.games.view.Tint;

/** Draws the walker: a machine with a cabin in front, two legs of two parts each, and the rays that it looks with. */
final class WalkerFigure {
    private static final float EDGE = 0.035f;
    private static final float LEG = (float) WalkerBodies.HALF_LEG;
    private static final float HIP_Y = (float) -WalkerBodies.HIP_DOWN;
    private static final int ROUND = 20;
    /** How dark the leg on the far side is. */
    private static final float FAR = 0.62f;

    private final float[] hullX;
    private final float[] hullY;

    WalkerFigure() {
        float[] corners = WalkerBodies.hullCorners();
        hullX = new float[corners.length / 2];
        hullY = new float[corners.length / 2];
        for (int i = 0; i < hullX.length; i++) {
            hullX[i] = corners[2 * i];
            hullY[i] = corners[2 * i + 1];
        }
    }

    /** Draws all of it; {@code legs} are thigh and shin of the far leg, then those of the near one. */
    void draw(Canvas canvas, Pose hull, Pose[] legs, float time) {
        leg(canvas, legs[0], legs[1], FAR);
        hull(canvas, hull, time);
        leg(canvas, legs[2], legs[3], 1f);
        canvas.place(hull.x, hull.y, hull.angle);
        joint(canvas, 0f, HIP_Y, 0.17f, 1f);
        canvas.unplace();
    }

    private static void leg(Canvas canvas, Pose thigh, Pose shin, float light) {
        canvas.place(shin.x, shin.y, shin.angle);
        limb(canvas, 0.115f, 0.075f, -LEG + 0.12f, Tint.shade(WalkerPalette.STEEL, light), light);
        foot(canvas, light);
        canvas.place(thigh.x, thigh.y, thigh.angle);
        limb(canvas, 0.15f, 0.11f, -LEG, Tint.shade(WalkerPalette.SHELL, light), light);
        int stripe = Tint.shade(WalkerPalette.STRIPE, light);
        canvas.quad(-0.1f, 0.16f, 0.1f, 0.16f, stripe, 0.1f, 0.05f, -0.1f, 0.05f, Tint.shade(stripe, 0.8f));
        joint(canvas, 0f, -LEG, 0.115f, light);
        if (light < 1f) {
            joint(canvas, 0f, LEG, 0.15f, light);
        }
        canvas.unplace();
    }

    /** A limb from its upper joint down to {@code end}, lit from the left. */
    private static void limb(Canvas canvas, float above, float below, float end, int colour, float light) {
        int edge = Tint.shade(WalkerPalette.OUTLINE, light);
        taper(canvas, above + EDGE, below + EDGE, end, edge, edge);
        taper(canvas, above, below, end, Tint.shade(colour, 1.04f), Tint.shade(colour, 0.72f));
    }

    private static void taper(Canvas canvas, float above, float below, float end, int left, int right) {
        canvas.disc(0f, LEG, above, Tint.mix(left, right, 0.5f), ROUND);
        canvas.disc(0f, end, below, Tint.mix(left, right, 0.5f), ROUND);
        canvas.quad(-above, LEG, -below, end, left, below, end, above, LEG, right);
    }

    private static void foot(Canvas canvas, float light) {
        int edge = Tint.shade(WalkerPalette.OUTLINE, light);
        int sole = Tint.shade(WalkerPalette.STEEL_DARK, light);
        float ground = -LEG - 0.02f;
        canvas.quad(-0.17f, ground, 0.23f, ground, edge, 0.12f, -LEG + 0.17f, -0.12f, -LEG + 0.17f, edge);
        canvas.quad(
                -0.13f,
                ground + EDGE,
                0.18f,
                ground + EDGE,
                Tint.shade(sole, 0.7f),
                0.09f,
                -LEG + 0.14f,
                -0.09f,
                -LEG + 0.14f,
                Tint.shade(sole, 1.3f));
    }

    private static void joint(Canvas canvas, float x, float y, float radius, float light) {
        canvas.disc(x, y, radius + EDGE, Tint.shade(WalkerPalette.OUTLINE, light), ROUND);
        int rim = Tint.shade(WalkerPalette.STRIPE, 0.75f * light);
        canvas.ellipse(x, y, radius, radius, Tint.shade(WalkerPalette.STRIPE, light), rim, ROUND);
        canvas.disc(x, y, 0.4f * radius, Tint.shade(WalkerPalette.SHELL, light), ROUND);
    }

    private void hull(Canvas canvas, Pose hull, float time) {
        canvas.place(hull.x, hull.y, hull.angle);
        canvas.line(-0.8f, 0.3f, -0.92f, 0.72f, 0.035f, WalkerPalette.OUTLINE); // antenna
        float blink = 0.6f + 0.4f * MathUtils.sin(4f * time);
        canvas.disc(-0.92f, 0.74f, 0.06f, Tint.shade(WalkerPalette.LAMP, 0.5f + 0.5f * blink), ROUND);
        canvas.ellipse(
                -0.92f,
                0.74f,
                0.22f,
                0.22f,
                Tint.alpha(WalkerPalette.LAMP, 0.5f * blink),
                Tint.alpha(WalkerPalette.LAMP, 0f),
                ROUND);
        for (int i = 0; i < hullX.length; i++) { // a rounded outline
            int next = (i + 1) % hullX.length;
            canvas.line(hullX[i], hullY[i], hullX[next], hullY[next], 2f * EDGE, WalkerPalette.OUTLINE);
            canvas.disc(hullX[i], hullY[i], EDGE, WalkerPalette.OUTLINE, 10);
        }
        int low = WalkerPalette.SHELL_DARK;
        int high = WalkerPalette.SHELL;
        canvas.quad(hullX[4], hullY[4], 0.2f, hullY[3], low, hullX[1], hullY[1], hullX[0], hullY[0], high);
        canvas.quad(0.2f, hullY[3], hullX[3], hullY[3], low, hullX[2], hullY[2], hullX[1], hullY[1], high);
        canvas.quad(-1f, -0.14f, 1.13f, -0.14f, WalkerPalette.STRIPE, 1.13f, -0.06f, -1f, -0.06f, WalkerPalette.STRIPE);
        window(canvas);
        for (int i = 0; i < 4; i++) { // vents
            float x = -0.86f + 0.12f * i;
            canvas.line(x, 0.06f, x + 0.05f, 0.2f, 0.035f, Tint.alpha(WalkerPalette.OUTLINE, 0.55f));
        }
        canvas.line(-0.95f, 0.275f, 0.19f, 0.275f, 0.03f, Tint.alpha(0xFFFFFFFF, 0.7f)); // light on the roof
        canvas.unplace();
    }

    private static void window(Canvas canvas) {
        int frame = WalkerPalette.OUTLINE;
        canvas.quad(0.2f, -0.02f, 1.0f, -0.02f, frame, 0.97f, 0.055f, 0.26f, 0.255f, frame);
        int deep = WalkerPalette.GLASS_DARK;
        int bright = Tint.mix(WalkerPalette.GLASS_DARK, WalkerPalette.GLASS, 0.55f);
        canvas.quad(0.25f, 0.005f, 0.95f, 0.005f, deep, 0.93f, 0.045f, 0.29f, 0.22f, bright);
        canvas.ellipse(0.66f, 0.06f, 0.045f, 0.045f, 0xFFFFFFFF, WalkerPalette.GLASS, ROUND); // an eye
        int glow = Tint.alpha(WalkerPalette.GLASS, 0.6f);
        canvas.ellipse(0.66f, 0.06f, 0.16f, 0.12f, glow, Tint.alpha(glow, 0f), ROUND);
    }

    /** Draws what the rays meet; the canvas must shine. */
    static void lidar(Canvas canvas, WalkerLidar lidar, Pose hull) {
        int faint = Tint.alpha(WalkerPalette.GLASS, 0.03f);
        for (int ray = 0; ray < WalkerLidar.RAYS; ray++) {
            float fraction = lidar.fraction(ray);
            float x = hull.x + fraction * lidar.endX(ray);
            float y = hull.y + fraction * lidar.endY(ray);
            boolean hits = fraction < 1f;
            int end = Tint.alpha(WalkerPalette.GLASS, hits ? 0.3f : 0f);
            canvas.line(hull.x, hull.y, 0.015f, faint, x, y, 0.03f, end);
            if (hits) {
                canvas.ellipse(x, y, 0.14f, 0.14f, end, Tint.alpha(end, 0f), ROUND);
            }
        }
    }
}

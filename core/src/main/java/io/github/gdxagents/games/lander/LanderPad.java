package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Tint;

/** The landing pad: a striped plate, lamps that turn green after a landing, and two flags in a wind that only they feel. */
final class LanderPad {
    private static final float POLE = 1.75f;
    private static final float CLOTH = 0.95f;
    private static final float CLOTH_HEIGHT = 0.52f;
    private static final int STRIPS = 14;

    private float left;
    private float right;
    private float y;

    void reset(float newLeft, float newRight, float newY) {
        left = newLeft;
        right = newRight;
        y = newY;
    }

    void drawPlate(Canvas canvas) {
        canvas.quad(
                left,
                y,
                right,
                y,
                LanderPalette.PAD,
                right - 0.16f,
                y - 0.17f,
                left + 0.16f,
                y - 0.17f,
                Tint.shade(LanderPalette.PAD, 0.6f));
        int stripes = 20;
        float width = (right - left) / stripes;
        for (int i = 1; i < stripes - 1; i += 2) {
            float x = left + i * width;
            canvas.quad(
                    x + 0.05f,
                    y - 0.05f,
                    x + width + 0.05f,
                    y - 0.05f,
                    LanderPalette.PAD_STRIPE,
                    x + width - 0.05f,
                    y - 0.13f,
                    x - 0.05f,
                    y - 0.13f,
                    Tint.shade(LanderPalette.PAD_STRIPE, 0.7f));
        }
        canvas.quad(
                left,
                y,
                right,
                y,
                LanderPalette.PAD_TOP,
                right,
                y - 0.05f,
                left,
                y - 0.05f,
                Tint.shade(LanderPalette.PAD_TOP, 0.75f));
    }

    void drawFlags(Canvas canvas, float time) {
        flag(canvas, left, time);
        flag(canvas, right, time + 1.7f);
    }

    private void flag(Canvas canvas, float x, float time) {
        float top = y + POLE;
        canvas.quad(
                x - 0.09f,
                y,
                x + 0.09f,
                y,
                LanderPalette.STEEL_DARK,
                x + 0.05f,
                y + 0.09f,
                x - 0.05f,
                y + 0.09f,
                LanderPalette.STEEL);
        canvas.line(x, y, 0.06f, LanderPalette.STEEL_DARK, x, top, 0.045f, LanderPalette.POLE);
        canvas.disc(x, top + 0.02f, 0.055f, LanderPalette.PAD_STRIPE, 14);
        float lastX = x;
        float lastShift = 0f;
        for (int i = 1; i <= STRIPS; i++) {
            float along = i / (float) STRIPS;
            float shift = wave(along, time);
            float nextX = x + CLOTH * along * (0.95f + 0.04f * MathUtils.sin(time * 3.1f + 2f * along));
            float light = 0.9f + MathUtils.clamp((shift - lastShift) * 6.5f, -0.4f, 0.3f);
            float taper = 0.1f * along;
            float lastTaper = 0.1f * (i - 1) / STRIPS;
            int bright = Tint.shade(LanderPalette.FLAG, light);
            canvas.quad(
                    lastX,
                    top - lastTaper + lastShift,
                    nextX,
                    top - taper + shift,
                    bright,
                    nextX,
                    top - CLOTH_HEIGHT + taper + shift,
                    lastX,
                    top - CLOTH_HEIGHT + lastTaper + lastShift,
                    Tint.shade(bright, 0.78f));
            band(canvas, lastX, lastShift, nextX, shift, top, light);
            lastX = nextX;
            lastShift = shift;
        }
    }

    private static void band(Canvas canvas, float x1, float shift1, float x2, float shift2, float top, float light) {
        int white = Tint.shade(LanderPalette.SHELL, Math.min(1f, light));
        float high = top - 0.2f;
        float low = top - 0.32f;
        canvas.quad(
                x1,
                high + shift1,
                x2,
                high + shift2,
                white,
                x2,
                low + shift2,
                x1,
                low + shift1,
                Tint.shade(white, 0.85f));
    }

    private static float wave(float along, float time) {
        return along
                * (0.085f * MathUtils.sin(7f * along - 5.2f * time)
                        + 0.03f * MathUtils.sin(13f * along - 8.1f * time)
                        - 0.06f * along);
    }

    /** The lamps' light; the canvas must shine. */
    void drawLamps(Canvas canvas, float time, float landed) {
        int colour = Tint.mix(LanderPalette.LAMP, LanderPalette.LAMP_LANDED, landed);
        int lamps = 7;
        for (int i = 0; i < lamps; i++) {
            float x = left + 0.25f + (right - left - 0.5f) * i / (lamps - 1);
            float chase = Math.max(0f, MathUtils.sin(2.6f * time - Math.abs(i - (lamps - 1) / 2f) * 0.9f));
            float power = MathUtils.lerp(0.3f + 0.7f * chase * chase, 1f, landed);
            float size = 0.42f + 0.2f * power;
            canvas.ellipse(
                    x, y - 0.02f, size, 0.6f * size, Tint.alpha(colour, 0.34f * power), Tint.alpha(colour, 0f), 20);
            canvas.disc(x, y - 0.025f, 0.042f, Tint.alpha(colour, 0.5f + 0.5f * power), 10);
        }
    }
}

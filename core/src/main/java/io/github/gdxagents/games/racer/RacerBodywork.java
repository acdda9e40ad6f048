package io.github.gdxagents.games.racer;

import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Pose;
import io.github.gdxagents.games.view.Tint;

/** How a car looks from above: a coupe with stripes, wheels that steer and lamps that light when it brakes. */
final class RacerBodywork {
    private static final float WHEEL_X = (float) RacerCar.AXLE;
    private static final float WHEEL_Y = 0.84f;
    private static final float[] HULL = {2.1f, 0.5f, 1.75f, 0.86f, 0.9f, 0.93f, -0.5f, 0.9f, -1.5f, 0.95f, -2.05f, 0.8f
    };
    private static final float[] CABIN = {0.75f, 0.66f, -0.25f, 0.68f, -1.35f, 0.62f};

    private RacerBodywork() {}

    static void shadow(Canvas canvas, Pose pose) {
        canvas.place(pose.x + 0.28f, pose.y - 0.28f, pose.angle);
        int dark = Tint.alpha(RacerPalette.SHADOW, 0.55f);
        hull(canvas, HULL, 1.06f, dark, dark);
        canvas.unplace();
    }

    static void draw(Canvas canvas, Pose pose, float steering, boolean isBraking, int colour) {
        for (int wheel = 0; wheel < 4; wheel++) {
            float ahead = wheel < 2 ? WHEEL_X : -WHEEL_X;
            wheel(canvas, pose, ahead, wheel % 2 == 0 ? WHEEL_Y : -WHEEL_Y, wheel < 2 ? steering : 0f);
        }
        canvas.place(pose.x, pose.y, pose.angle);
        // light falls from the upper left
        float lit = 0.16f * (float) (-Math.sin(pose.angle) * -0.7 + Math.cos(pose.angle) * 0.7);
        hull(canvas, HULL, 1.05f, Tint.shade(colour, 0.35f), Tint.shade(colour, 0.35f));
        hull(canvas, HULL, 1f, Tint.shade(colour, 0.88f + lit), Tint.shade(colour, 0.88f - lit));
        hull(canvas, HULL, 0.8f, Tint.shade(colour, 1.04f + lit), Tint.shade(colour, 1.04f - lit));
        stripe(canvas, 0.24f);
        stripe(canvas, -0.24f);
        hull(canvas, CABIN, 1f, RacerPalette.GLASS, RacerPalette.GLASS);
        glint(canvas);
        canvas.rectangle(-0.95f, -0.52f, 0.95f, 1.04f, Tint.shade(colour, 1f - lit), Tint.shade(colour, 1f + lit));
        canvas.rectangle(-0.95f, 0.15f, 0.95f, 0.18f, RacerPalette.PAINT, RacerPalette.PAINT);
        canvas.rectangle(-0.95f, -0.33f, 0.95f, 0.18f, RacerPalette.PAINT, RacerPalette.PAINT);
        canvas.rectangle(-2.02f, -0.86f, 0.34f, 1.72f, Tint.shade(colour, 0.5f), Tint.shade(colour, 0.68f)); // spoiler
        lamps(canvas, isBraking);
        canvas.unplace();
    }

    private static void wheel(Canvas canvas, Pose pose, float ahead, float left, float steering) {
        float cos = (float) Math.cos(pose.angle);
        float sin = (float) Math.sin(pose.angle);
        canvas.place(pose.x + cos * ahead - sin * left, pose.y + sin * ahead + cos * left, pose.angle + steering);
        canvas.rectangle(-0.4f, -0.19f, 0.8f, 0.38f, RacerPalette.TYRE, Tint.shade(RacerPalette.TYRE, 1.7f));
        canvas.rectangle(-0.16f, -0.19f, 0.32f, 0.38f, RacerPalette.RIM, RacerPalette.TYRE);
    }

    /** A shape that is the same on both sides: {@code half} has the corners of the left one from the front to the back. */
    private static void hull(Canvas canvas, float[] half, float scale, int left, int right) {
        int middle = Tint.mix(left, right, 0.5f);
        for (int i = 0; i + 3 < half.length; i += 2) {
            float x1 = half[i] * scale;
            float y1 = half[i + 1] * scale;
            float x2 = half[i + 2] * scale;
            float y2 = half[i + 3] * scale;
            canvas.quad(x1, 0f, x2, 0f, middle, x2, y2, x1, y1, left);
            canvas.quad(x1, 0f, x2, 0f, middle, x2, -y2, x1, -y1, right);
        }
    }

    private static void stripe(Canvas canvas, float y) {
        canvas.rectangle(-2f, y - 0.09f, 4.04f, 0.18f, RacerPalette.PAINT, Tint.shade(RacerPalette.PAINT, 0.94f));
    }

    private static void glint(Canvas canvas) {
        int light = Tint.alpha(RacerPalette.GLASS_LIGHT, 0.75f);
        int clear = Tint.alpha(RacerPalette.GLASS_LIGHT, 0.1f);
        canvas.quad(0.72f, 0.5f, 0.72f, -0.05f, light, 0.05f, -0.05f, 0.05f, 0.5f, clear);
    }

    private static void lamps(Canvas canvas, boolean isBraking) {
        for (int side = -1; side <= 1; side += 2) {
            canvas.ellipse(1.86f, side * 0.56f, 0.16f, 0.14f, RacerPalette.LAMP, RacerPalette.PAINT, 8);
            int red = isBraking ? RacerPalette.BRAKE : RacerPalette.BRAKE_OFF;
            canvas.rectangle(-2.12f, side * 0.58f - 0.2f, 0.14f, 0.4f, red, red);
        }
    }

    /** The brake lights' glow; the canvas must shine. */
    static void glow(Canvas canvas, Pose pose) {
        canvas.place(pose.x, pose.y, pose.angle);
        int red = Tint.alpha(RacerPalette.BRAKE, 0.75f);
        for (int side = -1; side <= 1; side += 2) {
            canvas.ellipse(-2.15f, side * 0.58f, 0.9f, 0.6f, red, Tint.alpha(red, 0f), 14);
        }
        canvas.unplace();
    }
}

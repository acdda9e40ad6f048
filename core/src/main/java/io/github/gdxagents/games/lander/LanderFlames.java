package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Tint;

/** The light of the engines: flickering flames in the hull's frame and the glow that they throw on the ground. */
final class LanderFlames {
    /** Draws flames; the canvas must shine. */
    void draw(Canvas canvas, LanderPose pose, float time) {
        canvas.place(pose.hull.x, pose.hull.y, pose.hull.angle);
        if (pose.main > 0.02f) {
            main(canvas, pose.main, time);
        }
        if (Math.abs(pose.side) > 0.02f) {
            // an engine that pushes to the left sits on the right and blows to the right
            jet(canvas, -Math.signum(pose.side), Math.abs(pose.side), time);
        }
        canvas.unplace();
    }

    private static void main(Canvas canvas, float power, float time) {
        float flicker = 0.86f + 0.09f * MathUtils.sin(time * 61f) + 0.07f * MathUtils.sin(time * 97f + 1f);
        float length = (0.55f + 0.95f * power) * flicker;
        canvas.ellipse(
                0f,
                LanderCraft.NOZZLE_Y - 0.3f * length,
                1.5f,
                1.7f,
                Tint.alpha(LanderPalette.FLAME_EDGE, 0.3f * power),
                Tint.alpha(LanderPalette.FLAME_EDGE, 0f),
                32);
        tongue(canvas, 0.27f, length * 1.15f, Tint.alpha(LanderPalette.FLAME_EDGE, 0.75f), time);
        tongue(canvas, 0.205f, length * 0.85f, Tint.alpha(LanderPalette.FLAME, 0.9f), time + 3f);
        tongue(canvas, 0.125f, length * 0.52f, LanderPalette.FLAME_CORE, time + 7f);
    }

    /** A flame as a stack of slices: round at the nozzle, then narrowing to a point that sways. */
    private static void tongue(Canvas canvas, float radius, float length, int colour, float time) {
        int slices = 12;
        float lastWidth = radius * 0.72f;
        float lastY = LanderCraft.NOZZLE_Y + 0.02f;
        float lastSway = 0f;
        for (int i = 1; i <= slices; i++) {
            float along = i / (float) slices;
            float width = radius * (float) Math.sqrt(1f - along) * (0.72f + 0.9f * along * (1f - along) * 1.6f);
            float sway = 0.05f * along * along * MathUtils.sin(time * 43f + along * 5f);
            float y = LanderCraft.NOZZLE_Y + 0.02f - length * along;
            float before = 1f - (i - 1) / (float) slices;
            int from = Tint.alpha(colour, (colour & 0xFF) / 255f * before);
            int to = Tint.alpha(colour, (colour & 0xFF) / 255f * (1f - along));
            canvas.quad(
                    lastSway - lastWidth,
                    lastY,
                    lastSway + lastWidth,
                    lastY,
                    from,
                    sway + width,
                    y,
                    sway - width,
                    y,
                    to);
            lastWidth = width;
            lastY = y;
            lastSway = sway;
        }
    }

    private static void jet(Canvas canvas, float side, float power, float time) {
        float length = (0.35f + 0.5f * power) * (0.9f + 0.1f * MathUtils.sin(time * 83f));
        float x = side * LanderCraft.JET_X;
        float y = LanderCraft.JET_Y;
        int bright = Tint.alpha(LanderPalette.JET, 0.95f);
        int gone = Tint.alpha(LanderPalette.LAMP, 0f);
        canvas.ellipse(x + side * 0.2f, y, 0.55f, 0.45f, Tint.alpha(LanderPalette.LAMP, 0.4f * power), gone, 24);
        canvas.triangle(x, y - 0.075f, bright, x, y + 0.075f, bright, x + side * length, y + 0.17f, gone);
        canvas.triangle(x, y - 0.075f, bright, x + side * length, y + 0.17f, gone, x + side * length, y - 0.17f, gone);
        canvas.triangle(
                x,
                y - 0.04f,
                LanderPalette.SHELL,
                x,
                y + 0.04f,
                LanderPalette.SHELL,
                x + side * 0.6f * length,
                y,
                gone);
    }

    /** The light of the main engine on the ground below; the canvas must shine. */
    void drawGroundLight(Canvas canvas, LanderPose pose, LanderTerrain terrain) {
        float ground = terrain.height(pose.hull.x);
        float above = pose.hull.y - 1f - ground;
        float power = pose.main * MathUtils.clamp(1f - above / 4.5f, 0f, 1f);
        if (power > 0.02f && above > -1.5f) {
            float spread = 1.2f + 0.35f * Math.max(0f, above);
            canvas.ellipse(
                    pose.hull.x,
                    ground - 0.05f,
                    spread,
                    0.42f * spread,
                    Tint.alpha(LanderPalette.FLAME, 0.5f * power),
                    Tint.alpha(LanderPalette.FLAME_EDGE, 0f),
                    40);
        }
    }

    /** The shadow under the lander, darker as it comes down. */
    void drawShadow(Canvas canvas, LanderPose pose, LanderTerrain terrain) {
        float above = Math.max(0f, pose.hull.y - 0.87f - terrain.height(pose.hull.x));
        float strength = 0.5f * MathUtils.clamp(1f - above / 6f, 0f, 1f);
        float half = 0.95f + 0.1f * above;
        int dark = Tint.alpha(LanderPalette.OUTLINE, strength);
        int gone = Tint.alpha(LanderPalette.OUTLINE, 0f);
        int steps = 16;
        for (int i = 0; i < steps; i++) {
            float a = -1f + 2f * i / steps;
            float b = -1f + 2f * (i + 1) / steps;
            float x1 = pose.hull.x + a * half;
            float x2 = pose.hull.x + b * half;
            float y1 = terrain.height(x1);
            float y2 = terrain.height(x2);
            int c1 = Tint.alpha(dark, strength * (1f - a * a));
            int c2 = Tint.alpha(dark, strength * (1f - b * b));
            canvas.triangle(x1, y1, c1, x2, y2, c2, x1, y1 - 0.26f, gone);
            canvas.triangle(x2, y2, c2, x2, y2 - 0.26f, gone, x1, y1 - 0.26f, gone);
        }
    }
}

package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer.ShapeType;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Matrix4;

/**
 * Draws what is sensed, in colours that are bright enough for dark scenes, with lines that are as thick on the screen at any zoom.
 *
 * <p>Sine and cosine are those of libGDX's tables: pictures may differ from machine to machine, observations must not.
 */
final class Pen {
    private static final int[] CATEGORIES = {
        0x5EDCFF, 0xFFB454, 0xFF6B9E, 0x8CE99A, 0xFFE066, 0xB197FC, 0xFF8787, 0x63E6BE
    };

    private static final int PLAIN = 0xDDE6F0;
    private static final int MOTION = 0xFFE066;
    private static final float THICKNESS = 0.004f; // parts of the picture's height
    private static final int CORNERS = 40;

    private Pen() {}

    /** Draws on in the colour of a category. */
    static void category(ShapeRenderer shapes, int index, float alpha) {
        use(shapes, CATEGORIES[index % CATEGORIES.length], alpha);
    }

    /** Draws on in the colour of what isn't told apart. */
    static void plain(ShapeRenderer shapes, float alpha) {
        use(shapes, PLAIN, alpha);
    }

    /** Draws on in the colour of velocities. */
    static void motion(ShapeRenderer shapes, float alpha) {
        use(shapes, MOTION, alpha);
    }

    private static void use(ShapeRenderer shapes, int rgb, float alpha) {
        shapes.setColor((rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f, alpha);
    }

    /** Of a line, in metres. */
    private static float thickness(ShapeRenderer shapes) {
        float[] projection = shapes.getProjectionMatrix().val;
        float x = projection[Matrix4.M01];
        float y = projection[Matrix4.M11];
        return 2 * THICKNESS / (float) Math.sqrt(x * x + y * y); // the picture is 2 high
    }

    static void line(ShapeRenderer shapes, float x1, float y1, float x2, float y2) {
        shapes.set(ShapeType.Filled);
        shapes.rectLine(x1, y1, x2, y2, thickness(shapes));
    }

    /** Draws a line with a head at its second end. */
    static void arrow(ShapeRenderer shapes, float x1, float y1, float x2, float y2) {
        line(shapes, x1, y1, x2, y2);
        float length = (float) Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        if (length == 0f) {
            return;
        }
        float size = 4 * thickness(shapes);
        float x = size * (x2 - x1) / length;
        float y = size * (y2 - y1) / length;
        shapes.triangle(x2 + x, y2 + y, x2 - 0.8f * y, y2 + 0.8f * x, x2 + 0.8f * y, y2 - 0.8f * x);
    }

    static void dot(ShapeRenderer shapes, float x, float y) {
        shapes.set(ShapeType.Filled);
        shapes.circle(x, y, 2.2f * thickness(shapes), 12);
    }

    static void ring(ShapeRenderer shapes, float x, float y, float radius) {
        arc(shapes, x, y, radius, 0, MathUtils.PI2);
    }

    /** Draws a part of a circle, radians counter-clockwise if above 0. */
    static void arc(ShapeRenderer shapes, float x, float y, float radius, float start, float radians) {
        float lastX = x + radius * MathUtils.cos(start);
        float lastY = y + radius * MathUtils.sin(start);
        for (int i = 1; i <= CORNERS; i++) {
            float angle = start + radians * i / CORNERS;
            float nextX = x + radius * MathUtils.cos(angle);
            float nextY = y + radius * MathUtils.sin(angle);
            line(shapes, lastX, lastY, nextX, nextY);
            lastX = nextX;
            lastY = nextY;
        }
    }
}

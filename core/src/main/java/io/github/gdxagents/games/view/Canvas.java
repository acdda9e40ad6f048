package io.github.gdxagents.games.view;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.glutils.ImmediateModeRenderer20;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.NumberUtils;

/**
 * Draws filled shapes with a colour at each corner, which is enough for gradients, glows and shading.
 *
 * <p>Colours are {@code 0xRRGGBBAA}. Everything becomes triangles in one buffer, sent when it is full, when the blending changes or at
 * {@link #end}. Shapes may be drawn in the frame of a body: see {@link #place}.
 *
 * <p>Thread safety: none (render thread). Allocates nothing after construction.
 */
public final class Canvas implements Disposable {
    private static final int CAPACITY = 6 * 2048;

    private final ImmediateModeRenderer20 renderer = new ImmediateModeRenderer20(CAPACITY, false, true, 0);
    private final Matrix4 projection = new Matrix4();
    private float originX;
    private float originY;
    private float cos = 1f;
    private float sin;

    /**
     * Begins drawing, opaque colours covering what is below.
     *
     * @param combined projection and view; copied
     */
    public void begin(Matrix4 combined) {
        projection.set(combined);
        unplace();
        Gdx.gl.glEnable(GL20.GL_BLEND);
        Gdx.gl.glBlendFunc(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA);
        renderer.begin(projection, GL20.GL_TRIANGLES);
    }

    /** Sends what was drawn. */
    public void end() {
        renderer.end();
    }

    private void flush() {
        renderer.end();
        renderer.begin(projection, GL20.GL_TRIANGLES);
    }

    /** From now on colours cover what is below, by their opacity. */
    public void cover() {
        blend(GL20.GL_ONE_MINUS_SRC_ALPHA);
    }

    /** From now on colours add to what is below, as light does. */
    public void shine() {
        blend(GL20.GL_ONE);
    }

    private void blend(int destination) {
        flush();
        Gdx.gl.glBlendFunc(GL20.GL_SRC_ALPHA, destination);
    }

    /**
     * From now on coordinates are those of a body.
     *
     * @param x the body's position
     * @param y the body's position
     * @param angle the body's rotation, radians counter-clockwise
     */
    public void place(float x, float y, float angle) {
        originX = x;
        originY = y;
        cos = (float) Math.cos(angle);
        sin = (float) Math.sin(angle);
    }

    /** From now on coordinates are those of the world. */
    public void unplace() {
        originX = 0f;
        originY = 0f;
        cos = 1f;
        sin = 0f;
    }

    private void vertex(float x, float y, int rgba) {
        renderer.color(NumberUtils.intToFloatColor(Integer.reverseBytes(rgba)));
        renderer.vertex(originX + cos * x - sin * y, originY + sin * x + cos * y, 0f);
    }

    /** Draws a triangle with a colour at each corner. */
    public void triangle(float x1, float y1, int c1, float x2, float y2, int c2, float x3, float y3, int c3) {
        if (renderer.getNumVertices() + 3 > CAPACITY) {
            flush();
        }
        vertex(x1, y1, c1);
        vertex(x2, y2, c2);
        vertex(x3, y3, c3);
    }

    /** Draws a four-cornered shape, its corners in order around it, in a colour that runs from the first two to the last two. */
    public void quad(
            float x1, float y1, float x2, float y2, int first, float x3, float y3, float x4, float y4, int last) {
        triangle(x1, y1, first, x2, y2, first, x3, y3, last);
        triangle(x1, y1, first, x3, y3, last, x4, y4, last);
    }

    /** Draws an upright rectangle whose colour runs from its bottom to its top. */
    public void rectangle(float x, float y, float width, float height, int bottom, int top) {
        quad(x, y, x + width, y, bottom, x + width, y + height, x, y + height, top);
    }

    /** Draws an upright rectangle of one colour. */
    public void rectangle(float x, float y, float width, float height, int rgba) {
        rectangle(x, y, width, height, rgba, rgba);
    }

    /** Draws a line of some width whose colour and width run from one end to the other. */
    public void line(float x1, float y1, float width1, int c1, float x2, float y2, float width2, int c2) {
        float dx = x2 - x1;
        float dy = y2 - y1;
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        if (length == 0f) {
            return;
        }
        float nx = -dy / length / 2f;
        float ny = dx / length / 2f;
        quad(
                x1 + nx * width1,
                y1 + ny * width1,
                x1 - nx * width1,
                y1 - ny * width1,
                c1,
                x2 - nx * width2,
                y2 - ny * width2,
                x2 + nx * width2,
                y2 + ny * width2,
                c2);
    }

    /** Draws a line of one width and colour. */
    public void line(float x1, float y1, float x2, float y2, float width, int rgba) {
        line(x1, y1, width, rgba, x2, y2, width, rgba);
    }

    /** Draws an ellipse whose colour runs from its centre to its rim; a rim of opacity 0 makes a glow. */
    public void ellipse(float x, float y, float radiusX, float radiusY, int centre, int rim, int corners) {
        float lastX = x + radiusX;
        float lastY = y;
        for (int i = 1; i <= corners; i++) {
            float angle = MathUtils.PI2 * i / corners;
            float nextX = x + radiusX * MathUtils.cos(angle);
            float nextY = y + radiusY * MathUtils.sin(angle);
            triangle(x, y, centre, lastX, lastY, rim, nextX, nextY, rim);
            lastX = nextX;
            lastY = nextY;
        }
    }

    /** Draws a disc of one colour. */
    public void disc(float x, float y, float radius, int rgba, int corners) {
        ellipse(x, y, radius, radius, rgba, rgba, corners);
    }

    /** Draws an elliptic ring, as a line of some width. */
    public void ring(float x, float y, float radiusX, float radiusY, float width, int rgba, int corners) {
        for (int i = 0; i < corners; i++) {
            float a = MathUtils.PI2 * i / corners;
            float b = MathUtils.PI2 * (i + 1) / corners;
            line(
                    x + radiusX * MathUtils.cos(a),
                    y + radiusY * MathUtils.sin(a),
                    x + radiusX * MathUtils.cos(b),
                    y + radiusY * MathUtils.sin(b),
                    width,
                    rgba);
        }
    }

    @Override
    public void dispose() {
        renderer.dispose();
    }
}

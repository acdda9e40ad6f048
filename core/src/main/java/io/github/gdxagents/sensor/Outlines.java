package io.github.gdxagents.sensor;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The outlines of the shapes that a sensor has met in a world, each read once: vertices cost a call to Box2D each.
 *
 * <p>LibGDX reads every vertex through one array that all worlds on all threads share, so that sensors take turns to read.
 */
final class Outlines {
    private final Map<Shape, Outline> known = new WeakHashMap<Shape, Outline>(); // by identity: shapes have no equals
    private final Vector2 vertex = new Vector2();

    /** What a shape looks like in its body's frame. */
    static final class Outline {
        /** Corners of a polygon, ends of lines, or the middle of a circle. */
        final float[] x;

        final float[] y;
        /** Of a circle, otherwise 0. */
        final float radius;
        /** Whether what is inside belongs to it; otherwise it is only the lines from each corner to the next. */
        final boolean isFilled;

        private int look; // at which it was met last

        private Outline(int corners, float radius, boolean isFilled) {
            x = new float[corners];
            y = new float[corners];
            this.radius = radius;
            this.isFilled = isFilled;
        }

        /** Whether this is the first time in a look: a chain is found once for each of its lines. */
        boolean isNewTo(int newLook) {
            boolean isNew = look != newLook;
            look = newLook;
            return isNew;
        }

        private void set(int corner, Vector2 vertex) {
            x[corner] = vertex.x;
            y[corner] = vertex.y;
        }
    }

    void clear() {
        known.clear();
    }

    Outline of(Shape shape) {
        Outline outline = known.get(shape);
        if (outline == null) {
            synchronized (Outlines.class) {
                outline = read(shape);
            }
            known.put(shape, outline);
        }
        return outline;
    }

    private Outline read(Shape shape) {
        if (shape instanceof CircleShape) {
            CircleShape circle = (CircleShape) shape;
            Outline outline = new Outline(1, circle.getRadius(), true);
            outline.set(0, circle.getPosition());
            return outline;
        }
        if (shape instanceof PolygonShape) {
            PolygonShape polygon = (PolygonShape) shape;
            Outline outline = new Outline(polygon.getVertexCount(), 0f, true);
            for (int i = 0; i < outline.x.length; i++) {
                polygon.getVertex(i, vertex);
                outline.set(i, vertex);
            }
            return outline;
        }
        return readLines(shape);
    }

    private Outline readLines(Shape shape) {
        if (shape instanceof EdgeShape) {
            EdgeShape edge = (EdgeShape) shape;
            Outline outline = new Outline(2, 0f, false);
            edge.getVertex1(vertex);
            outline.set(0, vertex);
            edge.getVertex2(vertex);
            outline.set(1, vertex);
            return outline;
        }
        ChainShape chain = (ChainShape) shape; // one that is a loop has its first vertex at the end once more
        Outline outline = new Outline(chain.getVertexCount(), 0f, false);
        for (int i = 0; i < outline.x.length; i++) {
            chain.getVertex(i, vertex);
            outline.set(i, vertex);
        }
        return outline;
    }
}

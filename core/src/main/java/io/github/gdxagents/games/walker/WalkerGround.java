package io.github.gdxagents.games.walker;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;

/**
 * What the walker walks on: heights at equal distances, and boxes that stand on them or form the walls of pits.
 *
 * <p>Thread safety: that of its simulation.
 */
final class WalkerGround {
    /** Coordinates of a box: four corners around it, x and y in turn. */
    static final int BOX_SIZE = 8;

    /** What rays and legs meet. */
    static final short CATEGORY = 1;

    private static final int MOST_BOXES = WalkerField.CORNERS;
    private static final float FRICTION = 2.5f;

    private final float[] heights = new float[WalkerField.CORNERS];
    private final float[] boxes = new float[MOST_BOXES * BOX_SIZE];
    private int boxCount;

    /** Takes all boxes away. */
    void clear() {
        boxCount = 0;
    }

    /** Says how high the ground is at a corner, metres. */
    void setHeight(int corner, double height) {
        heights[corner] = (float) height;
    }

    /** Adds an upright box between two opposite corners, metres. */
    void addBox(double left, double bottom, double right, double top) {
        int i = boxCount++ * BOX_SIZE;
        boxes[i] = (float) left;
        boxes[i + 1] = (float) top;
        boxes[i + 2] = (float) left;
        boxes[i + 3] = (float) bottom;
        boxes[i + 4] = (float) right;
        boxes[i + 5] = (float) bottom;
        boxes[i + 6] = (float) right;
        boxes[i + 7] = (float) top;
    }

    /**
     * Puts the ground into a world, from right to left. Contacts of a foot that meets several pieces at once then begin from left to right,
     * as in the original: it sorts them by when the pieces were made, and libGDX's Box2D leaves them as its search tree finds them. In
     * another order the solver gives other numbers from the first step on.
     */
    void build(World world) {
        Body body = world.createBody(new BodyDef());
        EdgeShape edge = new EdgeShape();
        for (int i = heights.length - 2; i >= 0; i--) {
            edge.set(x(i), heights[i], x(i + 1), heights[i + 1]);
            add(body, edge);
        }
        edge.dispose();
        PolygonShape box = new PolygonShape();
        for (int i = boxCount - 1; i >= 0; i--) {
            box.set(boxes, i * BOX_SIZE, BOX_SIZE);
            add(body, box);
        }
        box.dispose();
    }

    private static void add(Body body, Shape shape) {
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.friction = FRICTION;
        fixture.filter.categoryBits = CATEGORY;
        body.createFixture(fixture);
    }

    /** Position of a corner, metres. */
    static float x(int corner) {
        return (float) (corner * WalkerField.SPACING);
    }

    /** Height of each corner, {@code [CORNERS]}, kept, do not modify. */
    float[] heights() {
        return heights;
    }

    /** Coordinates of the boxes, {@code [boxCount, BOX_SIZE]}, kept, do not modify. */
    float[] boxes() {
        return boxes;
    }

    int boxCount() {
        return boxCount;
    }
}

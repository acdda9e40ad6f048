package io.github.gdxagents.games.lander;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.World;

/**
 * The moon's surface: hills with a flat pad in the middle.
 */
final class LanderGround {
    private static final float FRICTION = 0.1f;
    private static final float FLOOR_FRICTION = 0.2f;
    private static final double SMOOTHING = 0.33;

    private final double[] raw = new double[LanderField.CORNERS + 1];
    private final float[] heights = new float[LanderField.CORNERS];

    /** Draws new hills. */
    void shape(LanderChance chance) {
        for (int i = 0; i < raw.length; i++) {
            raw[i] = chance.groundHeight();
        }
        for (int i = LanderField.PAD_FIRST - 1; i <= LanderField.PAD_LAST + 1; i++) {
            raw[i] = LanderField.PAD_Y;
        }
        for (int i = 0; i < heights.length; i++) {
            double left = raw[(i + raw.length - 1) % raw.length];
            heights[i] = (float) (SMOOTHING * (left + raw[i] + raw[i + 1]));
        }
    }

    /** Puts the hills into a world. */
    void build(World world) {
        Body body = world.createBody(new BodyDef());
        edge(body, 0, 0, (float) LanderField.WIDTH, 0, FLOOR_FRICTION);
        for (int i = 0; i < heights.length - 1; i++) {
            edge(
                    body,
                    (float) LanderField.cornerX(i),
                    heights[i],
                    (float) LanderField.cornerX(i + 1),
                    heights[i + 1],
                    FRICTION);
        }
    }

    private static void edge(Body body, float x1, float y1, float x2, float y2, float friction) {
        EdgeShape shape = new EdgeShape();
        shape.set(x1, y1, x2, y2);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.friction = friction;
        body.createFixture(fixture);
        shape.dispose();
    }

    /** Height of each corner, {@code [CORNERS]}, kept, do not modify. */
    float[] heights() {
        return heights;
    }
}

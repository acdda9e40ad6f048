package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;

/**
 * Where a part of the craft is: for whoever draws it.
 *
 * <p>Thread safety: that of its simulation.
 */
public final class LanderBody {
    private float x;
    private float y;
    private float angle;

    LanderBody() {}

    LanderBody read(Body body) {
        Vector2 position = body.getPosition();
        x = position.x;
        y = position.y;
        angle = body.getAngle();
        return this;
    }

    /**
     * Position of the body's origin.
     *
     * @return metres from the left edge of the field
     */
    public float x() {
        return x;
    }

    /**
     * Position of the body's origin.
     *
     * @return metres above the bottom of the field
     */
    public float y() {
        return y;
    }

    /**
     * How far the body is turned.
     *
     * @return radians, counter-clockwise
     */
    public float angle() {
        return angle;
    }
}

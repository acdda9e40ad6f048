package io.github.gdxagents.sensor;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;

/**
 * Where a body is and how it is turned, copied: vectors that a body returns are its own and change.
 *
 * <p>Sine and cosine come from {@link StrictMath}, so that they are the same on every machine.
 */
final class BodyPose {
    private float x;
    private float y;
    private float angle;
    private float cos = 1f;
    private float sin;

    void set(Body body) {
        Vector2 position = body.getPosition();
        x = position.x;
        y = position.y;
        turn(body.getAngle());
    }

    /** Stays where it is, turned to an angle. */
    void turn(float newAngle) {
        if (newAngle != angle) { // most bodies stand still
            angle = newAngle;
            cos = (float) StrictMath.cos(newAngle);
            sin = (float) StrictMath.sin(newAngle);
        }
    }

    boolean isFinite() {
        return Math.abs(x + y + angle) <= Float.MAX_VALUE; // a sum isn't finite if a part of it isn't
    }

    float x() {
        return x;
    }

    float y() {
        return y;
    }

    float angle() {
        return angle;
    }

    float cos() {
        return cos;
    }

    float sin() {
        return sin;
    }

    /** Turns a vector of the body's frame into one of the world. */
    float turnedX(float localX, float localY) {
        return cos * localX - sin * localY;
    }

    float turnedY(float localX, float localY) {
        return sin * localX + cos * localY;
    }

    /** Turns a vector of the world into one of the body's frame. */
    float localX(float worldX, float worldY) {
        return cos * worldX + sin * worldY;
    }

    float localY(float worldX, float worldY) {
        return cos * worldY - sin * worldX;
    }
}

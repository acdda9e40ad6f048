package io.github.gdxagents.games.view;

/**
 * Where a body is drawn. A view keeps the pose before and after the last physics step, and draws the one between them.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class Pose {
    /** Position, metres. */
    public float x;

    /** Position, metres. */
    public float y;

    /** How far it is turned, radians counter-clockwise. */
    public float angle;

    /**
     * Takes a place.
     *
     * @param newX metres
     * @param newY metres
     * @param newAngle radians, counter-clockwise; not wrapped, so that a full turn is drawn as one
     */
    public void set(float newX, float newY, float newAngle) {
        x = newX;
        y = newY;
        angle = newAngle;
    }

    /**
     * Copies another pose.
     *
     * @param other unchanged
     */
    public void set(Pose other) {
        set(other.x, other.y, other.angle);
    }

    /**
     * Takes a place between two poses.
     *
     * @param from at 0
     * @param to at 1
     * @param alpha from 0 to 1
     */
    public void between(Pose from, Pose to, float alpha) {
        set(
                from.x + (to.x - from.x) * alpha,
                from.y + (to.y - from.y) * alpha,
                from.angle + (to.angle - from.angle) * alpha);
    }
}

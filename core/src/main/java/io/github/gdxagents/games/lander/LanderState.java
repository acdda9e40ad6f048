package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.box2d.LegContacts;

/**
 * What is known of the craft after a step, in the units of the observation, and how good that is.
 *
 * <p>Thread safety: that of its simulation. Allocates nothing after construction.
 */
final class LanderState {
    private static final double HALF_WIDTH = LanderField.WIDTH / 2;
    private static final double HALF_HEIGHT = LanderField.HEIGHT / 2;

    double x;
    double y;
    double velocityX;
    double velocityY;
    double angle;
    double angularVelocity;
    boolean leftLeg;
    boolean rightLeg;

    void read(Body hull, LegContacts contacts) {
        Vector2 position = hull.getPosition();
        x = (position.x - HALF_WIDTH) / HALF_WIDTH;
        y = (position.y - (LanderField.PAD_Y + LanderField.LEG_DOWN)) / HALF_HEIGHT;
        Vector2 velocity = hull.getLinearVelocity();
        velocityX = velocity.x * HALF_WIDTH / LanderField.STEPS_PER_SECOND;
        velocityY = velocity.y * HALF_HEIGHT / LanderField.STEPS_PER_SECOND;
        angle = hull.getAngle();
        angularVelocity = 20.0 * hull.getAngularVelocity() / LanderField.STEPS_PER_SECOND;
        leftLeg = contacts.isTouching(0);
        rightLeg = contacts.isTouching(1);
    }

    void write(ObservationWriter out) {
        out.add((float) x).add((float) y);
        out.add((float) velocityX).add((float) velocityY);
        out.add((float) angle).add((float) angularVelocity);
        out.add(leftLeg).add(rightLeg);
    }

    /** How good the situation is: near the pad, slow, upright, standing. Rewards are differences of it. */
    double shaping() {
        return -100 * Math.sqrt(x * x + y * y)
                - 100 * Math.sqrt(velocityX * velocityX + velocityY * velocityY)
                - 100 * Math.abs(angle)
                + 10 * (leftLeg ? 1 : 0)
                + 10 * (rightLeg ? 1 : 0);
    }

    boolean isOutside() {
        return Math.abs(x) >= 1;
    }
}

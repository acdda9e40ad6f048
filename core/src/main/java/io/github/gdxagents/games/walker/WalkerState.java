package io.github.gdxagents.games.walker;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.box2d.LegContacts;

/**
 * What is known of the walker after a step, in the units of the observation.
 *
 * <p>Thread safety: that of its simulation. Allocates nothing after construction.
 */
final class WalkerState {
    /** The fastest that motors turn, radians per second. */
    static final float HIP_SPEED = 4;

    static final float KNEE_SPEED = 6;

    private static final double VELOCITY_X = 0.3 * WalkerField.WIDTH / WalkerField.STEPS_PER_SECOND;
    private static final double VELOCITY_Y = 0.3 * WalkerField.HEIGHT / WalkerField.STEPS_PER_SECOND;
    private static final double ANGULAR_VELOCITY = 2.0 / WalkerField.STEPS_PER_SECOND;

    /** Position of the hull's origin, metres; not observed. */
    double x;

    double angle;
    double angularVelocity;
    double velocityX;
    double velocityY;
    final double[] hip = new double[2];
    final double[] hipSpeed = new double[2];
    final double[] knee = new double[2];
    final double[] kneeSpeed = new double[2];
    final boolean[] foot = new boolean[2];

    void read(WalkerBodies bodies, LegContacts contacts) {
        Body hull = bodies.hull;
        x = hull.getPosition().x;
        angle = hull.getAngle();
        angularVelocity = hull.getAngularVelocity() * ANGULAR_VELOCITY;
        Vector2 velocity = hull.getLinearVelocity();
        velocityX = velocity.x * VELOCITY_X;
        velocityY = velocity.y * VELOCITY_Y;
        for (int leg = 0; leg < foot.length; leg++) {
            hip[leg] = bodies.joints[2 * leg].getJointAngle();
            hipSpeed[leg] = bodies.joints[2 * leg].getJointSpeed() / HIP_SPEED;
            knee[leg] = bodies.joints[2 * leg + 1].getJointAngle() + 1.0;
            kneeSpeed[leg] = bodies.joints[2 * leg + 1].getJointSpeed() / KNEE_SPEED;
            foot[leg] = contacts.isTouching(leg);
        }
    }

    void write(ObservationWriter out) {
        out.add((float) angle).add((float) angularVelocity);
        out.add((float) velocityX).add((float) velocityY);
        for (int leg = 0; leg < foot.length; leg++) {
            out.add((float) hip[leg]).add((float) hipSpeed[leg]);
            out.add((float) knee[leg]).add((float) kneeSpeed[leg]);
            out.add(foot[leg]);
        }
    }

    /** How good the situation is: far to the right, upright. Rewards are differences of it. */
    double shaping() {
        return 130 * x / WalkerField.SCALE - 5 * Math.abs(angle);
    }
}

package io.github.gdxagents.games.lander;

import io.github.gdxagents.agent.Actions;

/**
 * A hand-written pilot: two proportional-derivative controllers, one for the angle and one for the height.
 *
 * <p>Source: the controller that Gymnasium ships with LunarLander-v3.
 */
final class LanderHeuristic {
    private static final double MOST_TILT = 0.4;
    private static final double SMALL = 0.05;
    private static final double GAIN = 20;

    private LanderHeuristic() {}

    static void decide(LanderState state, Actions out) {
        double targetAngle = clamp(0.5 * state.x + 1.0 * state.velocityX, MOST_TILT);
        double targetHeight = 0.55 * Math.abs(state.x);
        double turn = 0.5 * (targetAngle - state.angle) - 1.0 * state.angularVelocity;
        double lift = 0.5 * (targetHeight - state.y) - 0.5 * state.velocityY;
        if (state.leftLeg || state.rightLeg) {
            turn = 0;
            lift = -0.5 * state.velocityY; // slow down, the legs do the rest
        }
        if (out.spec().continuousSize() > 0) {
            out.setContinuous(0, (float) clamp(GAIN * lift - 1, 1));
            out.setContinuous(1, (float) clamp(-GAIN * turn, 1));
        } else if (lift > Math.abs(turn) && lift > SMALL) {
            out.setDiscrete(0, 2);
        } else if (turn < -SMALL) {
            out.setDiscrete(0, 3);
        } else if (turn > SMALL) {
            out.setDiscrete(0, 1);
        } else {
            out.setDiscrete(0, 0);
        }
    }

    private static double clamp(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }
}

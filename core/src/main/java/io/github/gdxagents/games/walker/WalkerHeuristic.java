package io.github.gdxagents.games.walker;

import io.github.gdxagents.agent.Actions;

/**
 * A hand-written gait: one leg carries the body forward while the other swings, then is put down, and the first pushes off. Each joint
 * is drawn to the angle that the phase wants; hips also keep the hull upright, knees damp its bouncing.
 *
 * <p>Source: the phases are those of the controller that Gymnasium ships with BipedalWalker-v3; the numbers were found by a search.
 */
final class WalkerHeuristic {
    private static final double SWING_HIP = 1.433;
    private static final double SWING_KNEE = -0.754;
    private static final double STANCE_BEHIND = 0.12; // the other leg is put down when the stance hip is behind this
    private static final double STEP_HIP = 0.156;
    private static final double MOST_STRETCH = 0.112;
    private static final double STRETCHING = 0.043; // per step
    private static final double FAST = 0.235; // above this velocity the knee stretches twice as quickly
    private static final double PUSH_KNEE = 1.294;
    private static final double PUSHED = 0.701; // a push ends at this stretch, or above this velocity
    private static final double FASTEST = 0.285;
    private static final double HIP_GAIN = 0.453;
    private static final double HIP_DAMPING = 0.147;
    private static final double KNEE_GAIN = 2.148;
    private static final double KNEE_DAMPING = 0.141;
    private static final double UPRIGHT = 0.232;
    private static final double UPRIGHT_DAMPING = 0.837;
    private static final double BOUNCE_DAMPING = 8.072;

    private enum Phase {
        SWING,
        STEP,
        PUSH
    }

    private Phase phase = Phase.SWING;
    private int stance = 1;
    private double stanceKnee = MOST_STRETCH;

    /** Begins an episode. */
    void reset() {
        phase = Phase.SWING;
        stance = 1;
        stanceKnee = MOST_STRETCH;
    }

    void decide(WalkerState state, Actions out) {
        advance(state);
        int swing = 1 - stance;
        if (phase == Phase.PUSH) {
            move(state, out, swing, 0, stanceKnee);
            move(state, out, stance, 0, PUSH_KNEE);
            return;
        }
        boolean swings = phase == Phase.SWING;
        double hip =
                HIP_GAIN * ((swings ? SWING_HIP : STEP_HIP) - state.hip[swing]) - HIP_DAMPING * state.hipSpeed[swing];
        move(state, out, swing, hip, swings ? SWING_KNEE : MOST_STRETCH);
        move(state, out, stance, 0, stanceKnee);
    }

    /** Goes on to the next phase when it is time. */
    private void advance(WalkerState state) {
        int swing = 1 - stance;
        switch (phase) {
            case SWING:
                stanceKnee = Math.min(stanceKnee + (state.velocityX > FAST ? 2 : 1) * STRETCHING, MOST_STRETCH);
                if (state.hip[stance] < STANCE_BEHIND) {
                    phase = Phase.STEP;
                }
                break;
            case STEP:
                if (state.foot[swing]) {
                    phase = Phase.PUSH;
                    stanceKnee = Math.min(state.knee[swing], MOST_STRETCH);
                }
                break;
            default:
                if (state.knee[stance] > PUSHED || state.velocityX > FASTEST) {
                    phase = Phase.SWING;
                    stance = swing;
                }
                break;
        }
    }

    private static void move(WalkerState state, Actions out, int leg, double hip, double kneeTarget) {
        double upright = UPRIGHT * state.angle + UPRIGHT_DAMPING * state.angularVelocity;
        double knee = KNEE_GAIN * (kneeTarget - state.knee[leg]) - KNEE_DAMPING * state.kneeSpeed[leg];
        out.setContinuous(2 * leg, (float) (hip + upright));
        out.setContinuous(2 * leg + 1, (float) (knee - BOUNCE_DAMPING * state.velocityY));
    }
}

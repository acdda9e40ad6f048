package io.github.gdxagents.games.platformer;

/**
 * How the hero moves: the constants of running and jumping, and how high and far they carry. Levels are made from these figures, so that
 * whoever changes one changes the levels with it.
 *
 * <p>A tile is a metre. Box2D adds gravity to the velocity before it moves a body: n steps after take-off the feet are
 * {@code v n dt - g dt² n (n + 1) / 2} above the ground.
 *
 * <p>Thread safety: stateless.
 */
final class PlatformerMotion {
    static final float STEP_SECONDS = 1f / 60f;

    /** Metres per second, at most. */
    static final float RUN_SPEED = 6.5f;

    /** Metres per second squared, with a foot on the ground. */
    static final float GROUND_ACCELERATION = 60f;

    /** Metres per second squared, in the air. More than gravity: who lands on an edge with the bevel of his soles slides up, not down. */
    static final float AIR_ACCELERATION = 45f;

    /** Metres per second squared, downward. */
    static final float GRAVITY = 30f;

    /** How much stronger gravity is for who rises without holding the button. */
    static final float SHORT_HOP_GRAVITY = 2.5f;

    /** Metres per second, upward, at take-off. */
    static final float JUMP_SPEED = 14.5f;

    /** Metres per second, upward, off a walker. */
    static final float BOUNCE_SPEED = 10.5f;

    /** Metres per second, downward, at most. */
    static final float FALL_SPEED = 18f;

    /** Physics steps after the ground was left in which a jump is still one from the ground. */
    static final int COYOTE_STEPS = 6;

    /** Physics steps in which a press that came too early still counts, its own included. */
    static final int BUFFER_STEPS = 8;

    private PlatformerMotion() {}

    /** How high the feet are {@code steps} physics steps after take-off with the button held, metres. */
    static float heightAfter(int steps) {
        return JUMP_SPEED * STEP_SECONDS * steps - GRAVITY * STEP_SECONDS * STEP_SECONDS * steps * (steps + 1) / 2f;
    }

    /** How high the highest jump carries the feet, metres. */
    static float jumpHeight() {
        return heightAfter((int) (JUMP_SPEED / (GRAVITY * STEP_SECONDS)));
    }

    /** How many physics steps the longest jump lasts that comes down on ground {@code rise} metres higher; 0 if it is out of reach. */
    static int jumpSteps(float rise) {
        int steps = (int) (JUMP_SPEED / (GRAVITY * STEP_SECONDS)); // the apex
        if (heightAfter(steps) <= rise) {
            return 0;
        }
        while (heightAfter(steps + 1) > rise) {
            steps++;
        }
        return steps;
    }

    /** How far a jump at full speed carries to ground {@code rise} metres higher, metres. */
    static float jumpReach(float rise) {
        return jumpSteps(rise) * STEP_SECONDS * RUN_SPEED;
    }
}

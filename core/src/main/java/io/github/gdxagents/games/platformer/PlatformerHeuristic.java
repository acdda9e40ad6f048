package io.github.gdxagents.games.platformer;

import io.github.gdxagents.agent.Actions;

/**
 * A scripted player that imagines what follows: for each direction and each time to hold the button it plays on in its mind until the hero
 * has landed and stopped, and takes what brings it forward fastest of what it survives.
 *
 * <p>Its mind knows {@link PlatformerMotion} and tiles, not Box2D: it is a little careful beside spikes and walkers.
 *
 * <p>Thread safety: that of its simulation. Allocates nothing after construction.
 */
final class PlatformerHeuristic {
    private static final int[] FIRST_MOVES = {1, 0, -1, 0, -1}; // of the coming decision
    private static final int[] MOVES = {1, 1, 1, 0, -1}; // from then on
    private static final int[] HOLDS = {0, 1, 2, 3, 4, 6, 8}; // decisions
    private static final float FAST_ENOUGH = 0.99f * PlatformerMotion.RUN_SPEED;
    private static final int MOST_STEPS = 100;
    private static final float DEATH = -1000;
    private static final float JUMP_COST = 0.3f; // metres: it runs where it can
    private static final float SPEED_WORTH = 0.1f; // metres for each metre per second
    private static final float CARE = 0.12f; // metres
    private static final float CARE_GROWTH = 0.01f; // metres for each step ahead
    private static final float SPIKE_CARE = 0.03f;
    private static final float SIGHT = 12; // metres
    private static final float STOPPED = 0.3f; // metres per second
    private static final int AFTERMATH = 32; // physics steps that it stands there and must not be caught in

    private final PlatformerSimulation simulation;
    private final PlatformerLevel level;
    private float x;
    private float y; // of the feet
    private float velocityX;
    private float velocityY;
    private boolean touching;
    private boolean grounded;
    private boolean held;
    private int coyote;
    private int buffer;
    private PlatformerWalker stomped;

    PlatformerHeuristic(PlatformerSimulation simulation) {
        this.simulation = simulation;
        level = simulation.level();
    }

    /** Chooses; what is as good as another is taken by order: to the right and with short jumps first. */
    void decide(Actions out) {
        float best = Float.NEGATIVE_INFINITY;
        for (int plan = 0; plan < FIRST_MOVES.length; plan++) {
            for (int hold : HOLDS) {
                float value = imagine(FIRST_MOVES[plan], MOVES[plan], hold);
                if (value > best) {
                    best = value;
                    out.setDiscrete(PlatformerAgent.MOVE, FIRST_MOVES[plan] + 1);
                    out.setDiscrete(PlatformerAgent.JUMP, hold > 0 ? 1 : 0);
                }
                if (best >= FAST_ENOUGH) {
                    return;
                }
            }
        }
    }

    /**
     * Holds the button for some decisions and runs until the hero lands (or a decision is over), then stops.
     *
     * @return the speed at which that brings it forward, metres per second; far below 0 if it dies
     */
    private float imagine(int firstMove, int move, int hold) {
        recall();
        float from = x + SPEED_WORTH * velocityX + (hold > 0 ? JUMP_COST : 0);
        float speed = 0;
        int still = 0;
        boolean landed = false;
        for (int steps = 1; steps <= MOST_STEPS && still < AFTERMATH; steps++) {
            boolean pressed = steps <= hold * PlatformerAgent.DECISION_PERIOD;
            step(landed ? 0 : steps <= PlatformerAgent.DECISION_PERIOD ? firstMove : move, pressed);
            if (isDead(steps)) {
                return DEATH + steps;
            }
            if (!landed) {
                speed = (x + SPEED_WORTH * velocityX - from) / (steps * PlatformerMotion.STEP_SECONDS);
                landed = grounded && steps >= PlatformerAgent.DECISION_PERIOD * Math.max(1, hold);
            }
            still = landed && Math.abs(velocityX) < STOPPED ? still + 1 : 0;
        }
        return speed;
    }

    private void recall() {
        PlatformerHero hero = simulation.hero();
        x = hero.x();
        y = hero.feetY();
        velocityX = hero.velocityX();
        velocityY = hero.velocityY();
        grounded = hero.isGrounded();
        touching = grounded;
        held = hero.isHeld();
        coyote = hero.coyote();
        buffer = hero.buffer();
        stomped = null;
    }

    private void step(int move, boolean pressed) {
        coyote = grounded ? PlatformerMotion.COYOTE_STEPS : coyote;
        buffer = pressed && !held ? PlatformerMotion.BUFFER_STEPS : Math.max(0, buffer - 1);
        held = pressed;
        velocityX = PlatformerHero.run(velocityX, move, grounded);
        boolean jumps = buffer > 0 && coyote > 0;
        if (jumps) {
            velocityY = PlatformerMotion.JUMP_SPEED;
            buffer = 0;
            coyote = 0;
        } else if (!grounded) {
            coyote = Math.max(0, coyote - 1);
        }
        velocityY = Math.max(velocityY, -PlatformerMotion.FALL_SPEED)
                - PlatformerHero.gravityScale(velocityY, held)
                        * PlatformerMotion.GRAVITY
                        * PlatformerMotion.STEP_SECONDS;
        boolean touched = touching;
        moveUp(); // first: who comes down before an edge has not reached it
        moveAcross();
        grounded = touched && !jumps && velocityY <= 0; // Box2D tells of a contact a step later
    }

    private void moveAcross() {
        float next = x + velocityX * PlatformerMotion.STEP_SECONDS;
        int column = (int) Math.floor(next + Math.signum(velocityX) * PlatformerHero.HALF_WIDTH);
        if (isSolid(column, y + PlatformerHero.BEVEL) || isSolid(column, y + 1)) {
            velocityX = 0;
        } else {
            x = next;
        }
    }

    private void moveUp() {
        float next = y + velocityY * PlatformerMotion.STEP_SECONDS;
        float edge = velocityY > 0 ? next + 2 * PlatformerHero.HALF_HEIGHT : next;
        float foot = PlatformerHero.HALF_WIDTH - PlatformerHero.BEVEL - (touching ? 0 : CARE);
        touching = false;
        if (isSolid((int) Math.floor(x - foot), edge) || isSolid((int) Math.floor(x + foot), edge)) {
            touching = velocityY <= 0;
            y = touching ? (float) Math.floor(edge) + 1 : y;
            velocityY = 0;
        } else {
            y = next;
        }
    }

    private boolean isSolid(int column, float height) {
        return level.isSolid(column, (int) Math.floor(height));
    }

    private boolean isDead(int steps) {
        if (y < 0) {
            return true;
        }
        float reach = PlatformerHero.HALF_WIDTH - PlatformerBodies.SPIKE_INSET + SPIKE_CARE;
        return isOnSpikes((int) (x - reach)) || isOnSpikes((int) (x + reach)) || meetsWalker(steps);
    }

    private boolean isOnSpikes(int column) {
        return level.hasSpikes(column) && y < level.ground(column) + PlatformerBodies.SPIKE_HEIGHT + SPIKE_CARE;
    }

    private boolean meetsWalker(int steps) {
        for (PlatformerWalker walker : simulation.walkers()) {
            if (Math.abs(walker.x() - x) < SIGHT && !walker.isStomped() && walker != stomped) {
                float apart =
                        Math.abs(walker.xAfter(steps) - x) - PlatformerHero.HALF_WIDTH - PlatformerWalker.HALF_WIDTH;
                float above = y - walker.y();
                float care = Math.min(CARE, CARE_GROWTH * steps); // it knows best what comes at once
                if (apart < care && above < PlatformerWalker.HALF_HEIGHT && above > -2) {
                    if (velocityY >= 0 || above < care) {
                        return true;
                    }
                    if (apart < -care) {
                        velocityY = PlatformerMotion.BOUNCE_SPEED;
                        stomped = walker;
                    }
                }
            }
        }
        return false;
    }
}

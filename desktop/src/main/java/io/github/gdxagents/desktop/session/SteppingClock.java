package io.github.gdxagents.desktop.session;

/**
 * Turns the uneven time of frames into physics steps of one length, faster or slower, paused, or one at a time.
 *
 * <p>Each frame: {@link #advance}, then a physics step as long as {@link #takeStep} says so, then draw at {@link #alpha}. Time that a
 * slow machine can't keep up with is dropped, so that the game gets slower instead of freezing.
 *
 * <p>Thread safety: none. Allocates nothing.
 */
public final class SteppingClock {
    /** The slowest speed. */
    public static final double SLOWEST = 0.25;

    /** The fastest speed. */
    public static final double FASTEST = 16;

    private static final double LONGEST_FRAME = 0.1; // seconds of a frame that count

    private static final double ROUNDING = 1e-9; // 0.1 s are five steps of 0.02 s, whatever binary fractions say

    private final double stepSeconds;
    private double speed = 1;
    private double pending; // game seconds not yet stepped
    private double lastDelta;
    private boolean paused;
    private boolean single;

    /**
     * Makes a clock at speed 1.
     *
     * @param stepSeconds the length of a physics step, above 0
     */
    public SteppingClock(double stepSeconds) {
        if (!(stepSeconds > 0)) {
            throw new IllegalArgumentException(
                    "clock: a physics step must last longer than 0 s, but lasts " + stepSeconds);
        }
        this.stepSeconds = stepSeconds;
    }

    /**
     * Lets a frame pass.
     *
     * @param realSeconds how long it took, 0 or more
     */
    public void advance(double realSeconds) {
        lastDelta = paused ? 0 : Math.min(realSeconds, LONGEST_FRAME) * speed;
        pending += lastDelta;
    }

    /**
     * Whether to make a physics step now; each call that says so uses the step up.
     *
     * @return true while steps are due
     */
    public boolean takeStep() {
        if (single) {
            single = false;
            lastDelta = stepSeconds;
            pending = 0;
            return true;
        }
        if (paused || pending < stepSeconds - ROUNDING) {
            return false;
        }
        pending = Math.max(0, pending - stepSeconds);
        return true;
    }

    /** Pauses and makes one step due. */
    public void stepOnce() {
        paused = true;
        single = true;
    }

    /**
     * How far the game is from the state before the last step to the state after it.
     *
     * @return 0 to 1; 1 while paused at a step
     */
    public double alpha() {
        return paused && pending == 0 ? 1 : Math.min(1, pending / stepSeconds);
    }

    /**
     * The game time of the last frame.
     *
     * @return seconds; 0 while paused
     */
    public double delta() {
        return lastDelta;
    }

    /** Drops what is pending, for the beginning of an episode. */
    public void restart() {
        pending = 0;
    }

    /** Pauses, or goes on. */
    public void togglePause() {
        paused = !paused;
    }

    /**
     * Whether the game stands still.
     *
     * @return true while paused
     */
    public boolean isPaused() {
        return paused;
    }

    /** Doubles the speed, up to {@link #FASTEST}. */
    public void faster() {
        speed = Math.min(FASTEST, speed * 2);
    }

    /** Halves the speed, down to {@link #SLOWEST}. */
    public void slower() {
        speed = Math.max(SLOWEST, speed / 2);
    }

    /**
     * Sets the speed.
     *
     * @param speed game seconds per second, from {@link #SLOWEST} to {@link #FASTEST}
     * @throws IllegalArgumentException if it is outside
     */
    public void setSpeed(double speed) {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException(
                    "speed must be from " + SLOWEST + " to " + FASTEST + " (1 is the game's own), but is " + speed);
        }
        this.speed = speed;
    }

    /**
     * The speed.
     *
     * @return game seconds per second
     */
    public double speed() {
        return speed;
    }
}

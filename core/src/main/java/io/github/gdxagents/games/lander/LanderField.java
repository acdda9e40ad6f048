package io.github.gdxagents.games.lander;

/** Measures of the playing field and the craft, in metres unless said otherwise. */
final class LanderField {
    /** Pixels of the original's window per metre. */
    static final double SCALE = 30;
    /** Width and height of the field. */
    static final double WIDTH = 600 / SCALE;

    static final double HEIGHT = 400 / SCALE;
    /** Physics steps per second. */
    static final int STEPS_PER_SECOND = 50;
    /** Corners of the ground, and the range of those that are the flat pad. */
    static final int CORNERS = 11;

    static final int PAD_FIRST = CORNERS / 2 - 1;
    static final int PAD_LAST = CORNERS / 2 + 1;
    static final double PAD_Y = HEIGHT / 4;
    /** How far below the hull's origin a leg's joint sits, which is how high the hull is when it stands. */
    static final double LEG_DOWN = 18 / SCALE;

    private LanderField() {}

    /** Position of a corner of the ground. */
    static double cornerX(int corner) {
        return WIDTH / (CORNERS - 1) * corner;
    }
}

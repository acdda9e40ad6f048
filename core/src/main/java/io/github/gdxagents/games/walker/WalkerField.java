package io.github.gdxagents.games.walker;

/** Measures of the landscape, in metres unless said otherwise. */
final class WalkerField {
    /** Pixels of the original's window per metre. */
    static final double SCALE = 30;
    /** Width and height of the original's window, which scale velocities. */
    static final double WIDTH = 600 / SCALE;

    static final double HEIGHT = 400 / SCALE;
    /** Physics steps per second. */
    static final int STEPS_PER_SECOND = 50;
    /** Distance between corners of the ground, and how many there are. */
    static final double SPACING = 14 / SCALE;

    static final int CORNERS = 200;
    /** Height of the ground at the start, which hills tend to. */
    static final double GROUND_Y = HEIGHT / 4;
    /** Corners of flat ground at the start; the walker begins in their middle. */
    static final int START_CORNERS = 20;
    /** Beyond this the walker has arrived. */
    static final double GOAL_X = (CORNERS - 10) * SPACING;

    private WalkerField() {}
}

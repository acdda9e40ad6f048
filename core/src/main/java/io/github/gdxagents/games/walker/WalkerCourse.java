package io.github.gdxagents.games.walker;

import io.github.gdxagents.agent.RandomStream;

/**
 * Draws landscapes from left to right, corner by corner: gentle hills, and between two stretches of them, on the hard course, a stump,
 * stairs or a pit.
 *
 * <p>Thread safety: that of its simulation.
 */
final class WalkerCourse {
    private static final double STEP = WalkerField.SPACING;
    private static final double BACK_TO_LEVEL = 0.01; // metres per corner
    private static final double KEPT_SLOPE = 0.8;
    private static final double ROUGHNESS = 1 / WalkerField.SCALE;
    private static final int SHORTEST_MEADOW = 5; // corners
    private static final int LONGEST_MEADOW = 10; // exclusive
    private static final int PIT_DEPTH = 4; // steps, as are all below
    private static final int STAIR_WIDTH = 4;

    private enum Stretch {
        MEADOW,
        STUMP,
        STAIRS,
        PIT
    }

    private final RandomStream random;
    private final boolean hardcore;
    private WalkerGround ground;
    private Stretch stretch;
    private int left; // corners of this stretch that are still to come
    private double y;
    private double slope;
    private double startY;
    private int length;
    private int direction;

    WalkerCourse(RandomStream random, boolean hardcore) {
        this.random = random;
        this.hardcore = hardcore;
    }

    /** Draws another landscape. */
    void draw(WalkerGround target) {
        ground = target;
        ground.clear();
        stretch = Stretch.MEADOW;
        left = WalkerField.START_CORNERS;
        y = WalkerField.GROUND_Y;
        slope = 0;
        boolean begins = false;
        for (int corner = 0; corner < WalkerField.CORNERS; corner++) {
            if (begins) {
                begin(corner * STEP);
            } else {
                goOn(corner);
            }
            ground.setHeight(corner, y);
            begins = --left == 0;
            if (begins) {
                left = between(SHORTEST_MEADOW, LONGEST_MEADOW);
                stretch = hardcore && stretch == Stretch.MEADOW
                        ? Stretch.values()[between(1, Stretch.values().length)]
                        : Stretch.MEADOW;
            }
        }
    }

    private int between(int low, int highExclusive) {
        return low + random.nextInt(highExclusive - low);
    }

    /** The first corner of a stretch is as high as the one before it. */
    private void begin(double x) {
        startY = y;
        switch (stretch) {
            case STUMP:
                left = between(1, 3);
                ground.addBox(x, y, x + left * STEP, y + left * STEP);
                break;
            case STAIRS:
                beginStairs(x);
                break;
            case PIT:
                beginPit(x);
                break;
            default:
                break;
        }
    }

    private void beginStairs(double x) {
        direction = random.nextDouble() > 0.5 ? 1 : -1;
        int steps = between(3, 5);
        for (int i = 0; i < steps; i++) {
            double top = y + i * direction * STEP;
            ground.addBox(x + i * STAIR_WIDTH * STEP, top - STEP, x + (i + 1) * STAIR_WIDTH * STEP, top);
        }
        length = steps * STAIR_WIDTH;
        left = length;
    }

    private void beginPit(double x) {
        int width = between(3, 5);
        double floor = y - PIT_DEPTH * STEP;
        ground.addBox(x, floor, x + STEP, y);
        ground.addBox(x + width * STEP, floor, x + (width + 1) * STEP, y);
        left = width + 2;
    }

    private void goOn(int corner) {
        switch (stretch) {
            case MEADOW:
                slope = KEPT_SLOPE * slope + BACK_TO_LEVEL * Math.signum(WalkerField.GROUND_Y - y);
                if (corner > WalkerField.START_CORNERS) {
                    slope += random.uniform(-1, 1) * ROUGHNESS;
                }
                y += slope;
                break;
            case STAIRS: // below the boxes the ground is a slope
                y = startY + (length - left - direction) / (double) STAIR_WIDTH * direction * STEP;
                break;
            case PIT:
                y = left > 1 ? startY - PIT_DEPTH * STEP : startY;
                break;
            default: // below a stump it is flat
                break;
        }
    }
}

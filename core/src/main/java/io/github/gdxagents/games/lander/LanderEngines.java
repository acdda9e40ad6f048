package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;

/**
 * The main engine below the hull and the engines at its sides. Their thrust strays a little, so that no two burns are alike.
 *
 * <p>Thread safety: that of its simulation. Allocates nothing after construction.
 */
final class LanderEngines {
    private static final double MAIN_POWER = 13;
    private static final double MAIN_Y = 4 / LanderField.SCALE;
    private static final double SIDE_POWER = 0.6;
    private static final double SIDE_X = 12 / LanderField.SCALE;
    private static final double SIDE_Y = 14 / LanderField.SCALE;
    private static final double SIDE_PULL = 17 / LanderField.SCALE;

    private final LanderChance chance;
    private double mainPower;
    private double sidePower;

    LanderEngines(LanderChance chance) {
        this.chance = chance;
    }

    void reset() {
        mainPower = 0;
        sidePower = 0;
    }

    /**
     * Sets what burns in the next steps.
     *
     * @param main 0 for off, 0.5 to 1
     * @param side 0 for off, 0.5 to 1 to be pushed to the right, -1 to -0.5 to the left
     */
    void set(double main, double side) {
        mainPower = main;
        sidePower = side;
    }

    double mainPower() {
        return mainPower;
    }

    double sidePower() {
        return sidePower;
    }

    /** Pushes the hull as the engines burn. */
    void burn(Body hull) {
        double tipX = StrictMath.sin(hull.getAngle());
        double tipY = StrictMath.cos(hull.getAngle());
        double strayTip = chance.dispersion() / LanderField.SCALE;
        double straySide = chance.dispersion() / LanderField.SCALE;
        if (mainPower > 0) {
            double along = MAIN_Y + 2 * strayTip;
            double x = tipX * along - tipY * straySide;
            double y = -tipY * along - tipX * straySide;
            push(hull, x, y, MAIN_POWER * mainPower, 0, 0);
        }
        if (sidePower != 0) {
            double across = 3 * straySide + Math.signum(sidePower) * SIDE_X;
            double x = tipX * strayTip - tipY * across;
            double y = -tipY * strayTip - tipX * across;
            push(hull, x, y, SIDE_POWER * Math.abs(sidePower), -tipX * SIDE_PULL, tipY * SIDE_Y);
        }
    }

    private static void push(Body hull, double x, double y, double power, double offsetX, double offsetY) {
        Vector2 position = hull.getPosition();
        hull.applyLinearImpulse(
                (float) (-x * power),
                (float) (-y * power),
                (float) (position.x + x + offsetX),
                (float) (position.y + y + offsetY),
                true);
    }
}

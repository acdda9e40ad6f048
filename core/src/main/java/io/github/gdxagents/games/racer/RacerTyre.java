package io.github.gdxagents.games.racer;

/**
 * How a tyre holds: a force along the wheel and one across it share one grip, and where both want more, the one across gives way and slides
 * at less than it held.
 *
 * <p>So a wheel that brakes or pulls hard has little left for the bend: that is how a drift begins.
 *
 * <p>Thread safety: stateless.
 *
 * <p>Source: the friction circle, for example Milliken and Milliken 1995, "Race Car Vehicle Dynamics", section 2.5.
 */
final class RacerTyre {
    /** What a sliding tyre holds of what it held before it slid. */
    static final double SLIDING = 0.8;

    private RacerTyre() {}

    /**
     * What is left for the force across the wheel.
     *
     * @param grip the most that the tyre holds in any direction, newtons
     * @param along what it pulls or brakes, newtons of either sign
     * @return newtons, 0 if all is used up
     */
    static double left(double grip, double along) {
        return Math.sqrt(Math.max(0, grip * grip - along * along));
    }

    /**
     * The force across the wheel.
     *
     * @param wanted the force that would stop all movement across the wheel, newtons
     * @param left what {@link #left} is left
     * @return the wanted force if it holds, else what a sliding tyre gives of it
     */
    static double across(double wanted, double left) {
        return Math.abs(wanted) <= left ? wanted : Math.copySign(SLIDING * left, wanted);
    }
}

package io.github.gdxagents.games.racer;

import io.github.gdxagents.agent.Actions;

/**
 * A hand-written driver: steers towards a point ahead on his lane, is no faster than he can brake for the bends that he sees, spares the
 * pedals while he steers or slides, and backs out of where he can't go on.
 *
 * <p>Source: Coulter 1992, "Implementation of the Pure Pursuit Path Tracking Algorithm", CMU-RI-TR-92-01, equation 3.
 */
final class RacerHeuristic {
    private static final double LOOK_METRES = 4.5;
    private static final double LOOK_SECONDS = 0.3;
    /** Accelerations that he trusts the tyres with, m/s^2. */
    private static final double BEND = 9;

    private static final double BRAKE = 5;
    private static final double SIGHT = 70; // metres
    private static final double GAIN = 0.5; // full throttle for this many m/s^-1
    private static final double STRAYED = 1.0; // radians
    private static final double SLOW = 3; // m/s

    private RacerHeuristic() {}

    static void decide(RacerAgent driver, Actions out) {
        RacerCar car = driver.car();
        RacerTrack track = driver.track();
        double ahead = driver.place() + LOOK_METRES + LOOK_SECONDS * Math.abs(car.along());
        double direction = track.angle(ahead);
        double dx = track.atX(ahead) - driver.lane() * Math.sin(direction) - car.x();
        double dy = track.atY(ahead) + driver.lane() * Math.cos(direction) - car.y();
        double angle = car.angle();
        double along = dx * Math.cos(angle) + dy * Math.sin(angle);
        double across = dy * Math.cos(angle) - dx * Math.sin(angle);
        if (car.along() < SLOW && Math.abs(Math.atan2(across, along)) > STRAYED) {
            out.setContinuous(0, (float) Math.signum(across));
            out.setContinuous(1, -1);
            return;
        }
        double curvature = 2 * across / (along * along + across * across);
        out.setContinuous(0, (float) (-Math.atan(2 * RacerCar.AXLE * curvature) / RacerCar.MOST_STEERING));
        double grip = car.along() * car.along() * Math.abs(curvature) / (2 * RacerCar.GRIP);
        double pedal = Math.max(0.2, Math.sqrt(Math.max(0, 1 - grip * grip)));
        double slip = car.slide(RacerCar.REAR) > 0 ? 0.3 : 1;
        out.setContinuous(1, (float) (slip * Math.max(-pedal, Math.min(pedal, GAIN * (speed(driver) - car.along())))));
    }

    /** The speed from which all bends in sight can be braked for. */
    private static double speed(RacerAgent driver) {
        RacerTrack track = driver.track();
        double least = Double.MAX_VALUE;
        for (double metres = 0; metres < SIGHT; metres += track.spacing()) {
            double bend = Math.abs(track.curvature(driver.place() + metres));
            least = Math.min(least, BEND / Math.max(bend, 1e-3) + 2 * BRAKE * metres);
        }
        return Math.sqrt(least);
    }
}

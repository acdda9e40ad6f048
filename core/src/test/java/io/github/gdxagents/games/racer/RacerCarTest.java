package io.github.gdxagents.games.racer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.box2d.Box2DNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tyres and the car on an endless plane, against arithmetic by hand. */
class RacerCarTest {
    private static final float STEP = 1f / 60f;

    private final RacerCar car = new RacerCar();
    private World world;

    @BeforeEach
    void putOnThePlane() {
        Box2DNatives.require();
        world = new World(new Vector2(), true);
        car.begin(world, 0, 0, 0);
    }

    @AfterEach
    void takeAway() {
        world.dispose();
    }

    private void drive(int steps) {
        for (int i = 0; i < steps; i++) {
            car.drive(STEP);
            world.step(STEP, 8, 3);
        }
    }

    @Test
    void aTyreHoldsUpToWhatTheForceAlongLeavesOfItsGrip() {
        assertThat(RacerTyre.left(10, 6)).isCloseTo(8, within(1e-12)); // 6, 8, 10
        assertThat(RacerTyre.left(10, -6)).isCloseTo(8, within(1e-12));
        assertThat(RacerTyre.left(10, 11)).isZero();
        assertThat(RacerTyre.across(7.9, 8)).isEqualTo(7.9);
        assertThat(RacerTyre.across(-7.9, 8)).isEqualTo(-7.9);
    }

    @Test
    void beyondItATyreSlidesAtFourFifths() {
        assertThat(RacerTyre.across(8.1, 8)).isCloseTo(6.4, within(1e-12));
        assertThat(RacerTyre.across(-800, 8)).isCloseTo(-6.4, within(1e-12));
    }

    /** 5.8 m/s^2 for a sixtieth of a second; there is no drag at rest. */
    @Test
    void fullThrottle() {
        car.control(1, 0);
        drive(1);
        assertThat(car.along()).isCloseTo(5.8 / 60, within(1e-5));
        assertThat(car.across()).isZero();
    }

    /** At 20 m/s: 4.4 of the front and 6.6 of the rear brake, 0.02 * 20 + 0.004 * 20 * 20 = 2 of drag, 13 m/s^2 in all. */
    @Test
    void fullBrake() {
        car.body().setLinearVelocity(20, 0);
        car.control(-1, 0);
        drive(1);
        assertThat(car.along()).isCloseTo(20 - 13.0 / 60, within(1e-4));
        assertThat(car.isBraking()).isTrue();
    }

    /** What the engine gives is what drag takes at 0.02 v + 0.004 v^2 = 5.8: v = (-0.02 + sqrt(0.0004 + 0.0928)) / 0.008 = 35.7 m/s. */
    @Test
    void topSpeed() {
        car.control(1, 0);
        drive(3600);
        assertThat(car.along()).isCloseTo(35.66, within(0.05));
    }

    @Test
    void brakingEndsInDrivingBackwardsAtWalkingPace() {
        car.body().setLinearVelocity(10, 0);
        car.control(-1, 0);
        drive(60);
        assertThat(car.along()).isBetween(-0.5, 0.5);
        drive(240);
        assertThat(car.along()).isCloseTo(-5, within(0.1));
    }

    /**
     * 1 m/s across at 10 m/s along is more than tyres can stop in a step: both axles slide at 0.8 * 7, drag at 10.05 m/s takes 0.0602 more,
     * 11.26 m/s^2 in all.
     */
    @Test
    void tyresGiveWayWhenPushedAcross() {
        car.body().setLinearVelocity(10, 1);
        drive(1);
        assertThat(car.across()).isCloseTo(1 - 11.26 / 60, within(1e-3));
        assertThat(car.slide(RacerCar.FRONT)).isCloseTo(1, within(1e-6));
        assertThat(car.slide(RacerCar.REAR)).isCloseTo(1, within(1e-6));
    }

    @Test
    void tyresHoldWhenPushedALittle() {
        car.body().setLinearVelocity(10, 0.1f);
        drive(1);
        assertThat(Math.abs(car.across())).isLessThan(0.01);
        assertThat(car.slide(RacerCar.REAR)).isZero();
    }

    /** Slow cars follow their wheels: the rear axle drives a circle of the distance of the axles over the tangent of the steering. */
    @Test
    void aSlowCarDrivesTheCircleOfItsWheels() {
        car.control(0.12, -0.5);
        drive(600);
        double radius = 2.6 / Math.tan(0.5 * RacerCar.MOST_STEERING);
        assertThat(car.steering()).isCloseTo(0.275, within(1e-6)); // left is positive
        assertThat(car.spin()).isPositive();
        double speed = Math.hypot(car.along(), car.across());
        assertThat(speed).isBetween(2.0, 9.0);
        assertThat(car.along() / car.spin()).isCloseTo(radius, within(0.25));
    }

    @Test
    void whoBrakesHardInABendSlidesAndLosesSpeed() {
        double[] slide = new double[2];
        double[] speed = new double[2];
        for (int braking = 0; braking < 2; braking++) {
            car.body().setTransform(0, 0, 0);
            car.body().setLinearVelocity(18, 0);
            car.body().setAngularVelocity(0);
            car.control(0, -0.2);
            drive(15);
            car.control(-braking, -0.2);
            for (int i = 0; i < 30; i++) {
                drive(1);
                slide[braking] = Math.max(slide[braking], car.slide(RacerCar.REAR));
            }
            speed[braking] = Math.hypot(car.along(), car.across());
        }
        assertThat(slide[1]).isGreaterThan(slide[0] + 1);
        assertThat(speed[1]).isLessThan(speed[0] - 3);
    }
}

package io.github.gdxagents.games.racer;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.World;

/**
 * A car seen from above: two axles that roll along their wheels and resist moving across them. The front one is steered, the rear one driven,
 * both brake, the rear one more than the front one: who brakes hard in a bend slides.
 *
 * <p>Along means ahead of the car or wheel, across to its left, angles are counter-clockwise.
 *
 * <p>Thread safety: that of its simulation. A step allocates nothing.
 */
final class RacerCar {
    static final short CATEGORY = 0x2;
    static final float LENGTH = 4.2f;
    static final float WIDTH = 1.9f;
    /** From the middle of the car to each axle, metres. */
    static final double AXLE = 1.3;
    /** How far the front wheels turn, radians. */
    static final double MOST_STEERING = 0.55;

    static final int FRONT = 0;
    static final int REAR = 1;

    private static final double STEERING_PER_SECOND = 2.5;
    /** Accelerations, m/s^2: what one axle's tyres hold, what the engine gives, what each axle brakes. */
    static final double GRIP = 7;

    private static final double ENGINE = 5.8;
    private static final double FRONT_BRAKE = 4.4;
    private static final double REAR_BRAKE = 6.6;
    private static final double REVERSE = 3;
    private static final double FASTEST_REVERSE = 5; // m/s
    private static final double STANDING = 0.5; // m/s
    private static final double ROLLING_DRAG = 0.02; // 1/s
    private static final double AIR_DRAG = 0.004; // 1/m
    private static final float DENSITY = 150; // kg/m^2, which makes 1.1 tons
    private static final float FRICTION = 0.25f;
    private static final float BOUNCE = 0.2f;
    private static final float[] OUTLINE = {
        0.5f, 0.3f, 0.38f, 0.5f, -0.42f, 0.5f, -0.5f, 0.38f, -0.5f, -0.38f, -0.42f, -0.5f, 0.38f, -0.5f, 0.5f, -0.3f
    };

    private final double[] slide = new double[2];
    private Body body;
    private double mass;
    private double inertia;
    private double throttle;
    private double wantedSteering;
    private double steering;
    private double forceX;
    private double forceY;
    private double torque;

    /** Puts the car into a world. */
    void begin(World world, float x, float y, float angle) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set(x, y);
        definition.angle = angle;
        definition.angularDamping = 0.3f;
        definition.allowSleep = false;
        body = world.createBody(definition);
        body.createFixture(fixture());
        body.setUserData(this);
        mass = body.getMass();
        inertia = body.getInertia();
        throttle = 0;
        wantedSteering = 0;
        steering = 0;
        slide[FRONT] = 0;
        slide[REAR] = 0;
    }

    private static FixtureDef fixture() {
        float[] corners = new float[OUTLINE.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = OUTLINE[i] * (i % 2 == 0 ? LENGTH : WIDTH);
        }
        PolygonShape shape = new PolygonShape();
        shape.set(corners);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.density = DENSITY;
        fixture.friction = FRICTION;
        fixture.restitution = BOUNCE;
        fixture.filter.categoryBits = CATEGORY;
        return fixture;
    }

    /** Takes what the driver does: from -1, full brake or backwards, to 1, full throttle; from -1, left, to 1, right. */
    void control(double newThrottle, double steer) {
        throttle = newThrottle;
        wantedSteering = -steer * MOST_STEERING;
    }

    /** Acts on the body for a step of {@code seconds}. */
    void drive(double seconds) {
        double most = STEERING_PER_SECOND * seconds;
        steering += Math.max(-most, Math.min(most, wantedSteering - steering));
        Vector2 velocity = body.getLinearVelocity();
        double velocityX = velocity.x;
        double velocityY = velocity.y;
        double angle = body.getAngle();
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double along = velocityX * cos + velocityY * sin;
        double across = velocityY * cos - velocityX * sin;
        double drag = mass * (ROLLING_DRAG + AIR_DRAG * Math.sqrt(along * along + across * across));
        forceX = -drag * along;
        forceY = -drag * across;
        torque = 0;
        double spin = body.getAngularVelocity();
        axle(FRONT, AXLE, steering, along, across + spin * AXLE, seconds);
        axle(REAR, -AXLE, 0, along, across - spin * AXLE, seconds);
        body.applyForceToCenter((float) (forceX * cos - forceY * sin), (float) (forceX * sin + forceY * cos), true);
        body.applyTorque((float) torque, true);
    }

    /** Adds the forces of an axle that moves with a velocity, in the frame of the car. */
    private void axle(int axle, double place, double angle, double velocityX, double velocityY, double seconds) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double rolling = velocityX * cos + velocityY * sin;
        double slipping = velocityY * cos - velocityX * sin;
        double along = axle == FRONT ? brake(FRONT_BRAKE, rolling, seconds) : pull(rolling, seconds);
        double arm = place * cos;
        double inert = 1 / (1 / mass + arm * arm / inertia); // the mass that a push across the wheel feels
        double wanted = -slipping * inert / seconds;
        double left = RacerTyre.left(GRIP * mass, along);
        double across = RacerTyre.across(wanted, left);
        slide[axle] = Math.abs(wanted) > left ? Math.abs(slipping) : 0;
        double x = along * cos - across * sin;
        double y = along * sin + across * cos;
        forceX += x;
        forceY += y;
        torque += place * y;
    }

    private double pull(double rolling, double seconds) {
        if (isBraking(rolling)) {
            return brake(REAR_BRAKE, rolling, seconds);
        }
        if (throttle < 0) {
            return rolling > -FASTEST_REVERSE ? throttle * REVERSE * mass : 0;
        }
        return throttle * ENGINE * mass;
    }

    private double brake(double strength, double rolling, double seconds) {
        if (!isBraking(rolling)) {
            return 0;
        }
        double standstill = Math.abs(rolling) / seconds / 2; // an axle stops its half of the car
        return -Math.signum(rolling) * mass * Math.min(standstill, strength * Math.abs(throttle));
    }

    private boolean isBraking(double rolling) {
        return throttle < 0 ? rolling > STANDING : rolling < -STANDING && throttle > 0;
    }

    /** Whether the brake lights are on. */
    boolean isBraking() {
        return isBraking(along());
    }

    /** The body, which must not be touched outside its world's life: that would end the whole process. */
    Body body() {
        if (body == null) {
            throw new IllegalStateException(
                    "racer: the car is in no world; reset(seed) must come first, and nothing after dispose()");
        }
        return body;
    }

    /** Forgets the body: its world is about to go. */
    void leave() {
        body = null;
    }

    float x() {
        return body().getPosition().x;
    }

    float y() {
        return body().getPosition().y;
    }

    float angle() {
        return body().getAngle();
    }

    /** Speed ahead, m/s. */
    double along() {
        Vector2 velocity = body().getLinearVelocity();
        double angle = body.getAngle();
        return velocity.x * StrictMath.cos(angle) + velocity.y * StrictMath.sin(angle);
    }

    /** Speed to the left, m/s. */
    double across() {
        Vector2 velocity = body().getLinearVelocity();
        double angle = body.getAngle();
        return velocity.y * StrictMath.cos(angle) - velocity.x * StrictMath.sin(angle);
    }

    /** Radians a second. */
    double spin() {
        return body().getAngularVelocity();
    }

    /** How far the front wheels are turned, radians. */
    double steering() {
        return steering;
    }

    double throttle() {
        return throttle;
    }

    /** How fast the tyres of an axle slide across, m/s; 0 while they hold. */
    double slide(int axle) {
        return slide[axle];
    }
}

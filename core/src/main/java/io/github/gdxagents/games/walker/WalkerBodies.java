package io.github.gdxagents.games.walker;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJoint;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJointDef;

/**
 * The walker's bodies: a hull, and two legs of two parts each on joints with motors.
 */
final class WalkerBodies {
    /** Half the length of a part of a leg, metres. */
    static final double HALF_LEG = 17 / WalkerField.SCALE;
    /** Half the widths of the upper and the lower part of a leg, metres. */
    static final double HALF_THIGH = 4 / WalkerField.SCALE;

    static final double HALF_SHIN = 0.8 * HALF_THIGH;
    /** How far below the hull's origin the hips are, metres. */
    static final double HIP_DOWN = 8 / WalkerField.SCALE;

    private static final int[] HULL = {-30, 9, 6, 9, 34, 1, 34, -8, -30, -8}; // pixels of the original
    private static final float HULL_DENSITY = 5;
    private static final float HULL_FRICTION = 0.1f;
    private static final float LEG_DENSITY = 1;
    private static final float LEG_FRICTION = 0.2f;
    private static final short CATEGORY = 0x20;
    private static final double ANGLE = 0.05;
    private static final float TORQUE = 80;
    private static final float HIP_LOWEST = -0.8f;
    private static final float HIP_HIGHEST = 1.1f;
    private static final float KNEE_LOWEST = -1.6f;
    private static final float KNEE_HIGHEST = -0.1f;
    private static final double START_X = WalkerField.SPACING * WalkerField.START_CORNERS / 2;
    private static final double START_Y = WalkerField.GROUND_Y + 4 * HALF_LEG;

    final Body hull;
    /** Thigh and shin of the first leg, thigh and shin of the second. */
    final Body[] legs = new Body[4];
    /** Hip and knee of the first leg, hip and knee of the second. */
    final RevoluteJoint[] joints = new RevoluteJoint[4];

    /** Builds the walker above the start. */
    WalkerBodies(World world) {
        PolygonShape hullShape = new PolygonShape();
        hullShape.set(hullCorners());
        hull = body(world, START_Y, 0, fixture(hullShape, HULL_DENSITY, HULL_FRICTION));
        for (int i = 0; i < 4; i += 2) {
            int side = i == 0 ? -1 : 1;
            // as in the original, legs begin half a metre too high, and the first step pulls the joints together
            double hip = START_Y + HIP_DOWN;
            legs[i] = leg(world, HALF_THIGH, hip - HALF_LEG, side);
            joints[i] = join(world, hull, legs[i], -HIP_DOWN, side, HIP_LOWEST, HIP_HIGHEST);
            legs[i + 1] = leg(world, HALF_SHIN, hip - 3 * HALF_LEG, side);
            joints[i + 1] = join(world, legs[i], legs[i + 1], -HALF_LEG, 1, KNEE_LOWEST, KNEE_HIGHEST);
        }
    }

    /** Corners of the hull from its upper left one clockwise, metres, x and y in turn. */
    static float[] hullCorners() {
        float[] corners = new float[HULL.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (float) (HULL[i] / WalkerField.SCALE);
        }
        return corners;
    }

    private static Body leg(World world, double halfWidth, double y, int side) {
        PolygonShape shape = new PolygonShape();
        shape.setAsBox((float) halfWidth, (float) HALF_LEG);
        return body(world, y, side * ANGLE, fixture(shape, LEG_DENSITY, LEG_FRICTION));
    }

    private static FixtureDef fixture(Shape shape, float density, float friction) {
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.density = density;
        fixture.friction = friction;
        fixture.filter.categoryBits = CATEGORY;
        fixture.filter.maskBits = WalkerGround.CATEGORY;
        return fixture;
    }

    private static Body body(World world, double y, double angle, FixtureDef fixture) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set((float) START_X, (float) y);
        definition.angle = (float) angle;
        Body body = world.createBody(definition);
        body.createFixture(fixture);
        fixture.shape.dispose();
        return body;
    }

    private static RevoluteJoint join(
            World world, Body upper, Body lower, double anchorY, float speed, float lowest, float highest) {
        RevoluteJointDef joint = new RevoluteJointDef();
        joint.bodyA = upper;
        joint.bodyB = lower;
        joint.localAnchorA.set(0, (float) anchorY);
        joint.localAnchorB.set(0, (float) HALF_LEG);
        // the original's binding sets this by itself; without it the legs stand differently
        joint.referenceAngle = lower.getAngle() - upper.getAngle();
        joint.enableMotor = true;
        joint.maxMotorTorque = TORQUE;
        joint.motorSpeed = speed;
        joint.enableLimit = true;
        joint.lowerAngle = lowest;
        joint.upperAngle = highest;
        return (RevoluteJoint) world.createJoint(joint);
    }

    /**
     * Lets a motor turn its joint.
     *
     * @param joint 0 to 3
     * @param power from -1 to 1: its sign is the direction, its size the share of the strongest torque
     * @param speed the fastest turning, radians per second
     */
    void drive(int joint, float power, float speed) {
        joints[joint].setMotorSpeed(speed * Math.signum(power));
        joints[joint].setMaxMotorTorque(TORQUE * Math.abs(power));
    }
}

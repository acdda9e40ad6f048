package io.github.gdxagents.games.lander;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJointDef;

/**
 * The craft's bodies: a hull, and two legs on joints whose motors push them outwards like springs.
 */
final class LanderCraftBodies {
    private static final float[] HULL = {-14, 17, -17, 0, -17, -10, 17, -10, 17, 0, 14, 17};
    private static final float HULL_DENSITY = 5;
    private static final float HULL_FRICTION = 0.1f;
    private static final short HULL_CATEGORY = 0x10;
    private static final double LEG_AWAY = 20 / LanderField.SCALE;
    private static final double LEG_HALF_WIDTH = 2 / LanderField.SCALE;
    private static final double LEG_HALF_HEIGHT = 8 / LanderField.SCALE;
    private static final float LEG_DENSITY = 1;
    private static final float LEG_FRICTION = 0.2f;
    private static final short LEG_CATEGORY = 0x20;
    private static final double LEG_ANGLE = 0.05;
    private static final float LEG_TORQUE = 40;
    private static final double LEG_SPEED = 0.3;
    private static final double LEG_FOLDED = 0.9;
    private static final double LEG_TRAVEL = 0.5;
    private static final short GROUND_CATEGORY = 1;

    final Body hull;
    final Body[] legs = new Body[2];

    /** Builds the craft at the top of the field. */
    LanderCraftBodies(World world) {
        float[] corners = new float[HULL.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (float) (HULL[i] / LanderField.SCALE);
        }
        PolygonShape hullShape = new PolygonShape();
        hullShape.set(corners);
        hull = body(world, LanderField.WIDTH / 2, 0, fixture(hullShape, HULL_DENSITY, HULL_FRICTION, HULL_CATEGORY));
        for (int leg = 0; leg < 2; leg++) {
            int side = leg == 0 ? -1 : 1;
            PolygonShape legShape = new PolygonShape();
            legShape.setAsBox((float) LEG_HALF_WIDTH, (float) LEG_HALF_HEIGHT);
            legs[leg] = body(
                    world,
                    LanderField.WIDTH / 2 - side * LEG_AWAY,
                    side * LEG_ANGLE,
                    fixture(legShape, LEG_DENSITY, LEG_FRICTION, LEG_CATEGORY));
            join(world, legs[leg], side);
        }
    }

    private static FixtureDef fixture(Shape shape, float density, float friction, short category) {
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.density = density;
        fixture.friction = friction;
        fixture.filter.categoryBits = category;
        fixture.filter.maskBits = GROUND_CATEGORY;
        return fixture;
    }

    private static Body body(World world, double x, double angle, FixtureDef fixture) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set((float) x, (float) LanderField.HEIGHT);
        definition.angle = (float) angle;
        Body body = world.createBody(definition);
        body.createFixture(fixture);
        fixture.shape.dispose();
        return body;
    }

    private void join(World world, Body leg, int side) {
        RevoluteJointDef joint = new RevoluteJointDef();
        joint.bodyA = hull;
        joint.bodyB = leg;
        joint.localAnchorA.set(0, 0);
        joint.localAnchorB.set((float) (side * LEG_AWAY), (float) LanderField.LEG_DOWN);
        // the original's binding sets this by itself; without it the legs stand differently
        joint.referenceAngle = leg.getAngle() - hull.getAngle();
        joint.enableMotor = true;
        joint.maxMotorTorque = LEG_TORQUE;
        joint.motorSpeed = (float) (side * LEG_SPEED);
        joint.enableLimit = true;
        joint.lowerAngle = (float) (side < 0 ? LEG_FOLDED - LEG_TRAVEL : -LEG_FOLDED);
        joint.upperAngle = (float) (side < 0 ? LEG_FOLDED : LEG_TRAVEL - LEG_FOLDED);
        world.createJoint(joint);
    }
}

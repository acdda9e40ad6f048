package io.github.gdxagents.sensor;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ObservationSpec;

/** A sensor that sits on a body and looks from there. */
abstract class MountedSensor implements Sensor {
    private final String name;
    private final BodyPose pose = new BodyPose();
    private World world;
    private Body self;

    MountedSensor(String name) {
        this.name = name;
    }

    /** Tells of names that no observation may have, before the sensor is used. */
    final void requireValidNames() {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        declare(observation);
        observation.build();
    }

    /**
     * The name of the group of values that the sensor writes.
     *
     * @return as it was given to the builder
     */
    public final String name() {
        return name;
    }

    @Override
    public void attach(World newWorld, Body newSelf) {
        if (newWorld == null || newSelf == null) {
            throw new IllegalArgumentException(describe()
                    + "it needs a world and a body to sit on, but was attached to " + newWorld + " and " + newSelf);
        }
        requireWorld("the body that it sits on", newSelf, newWorld);
        world = newWorld;
        self = newSelf;
    }

    final void requireWorld(String what, Body body, World expected) {
        if (body.getWorld() != expected) {
            throw new IllegalArgumentException(describe() + what + " belongs to another world; take a body of the world"
                    + " that the sensor is attached to");
        }
    }

    final World world() {
        if (world == null) {
            throw new IllegalStateException(
                    describe() + "it is attached to no world; call attach(world, body) in Simulation.reset");
        }
        return world;
    }

    final Body self() {
        return self;
    }

    /** The body's pose as it was at the last {@link #locate}. */
    final BodyPose pose() {
        return pose;
    }

    /** Looks where the body is now. */
    final BodyPose locate() {
        world();
        pose.set(self);
        if (!pose.isFinite()) { // Box2D would end the JVM
            throw new IllegalStateException(
                    describe() + "its body is at (" + pose.x() + ", " + pose.y() + "), turned by " + pose.angle()
                            + "; look for a force, an impulse or a velocity that isn't a finite number");
        }
        return pose;
    }

    final String describe() {
        return describe(name);
    }

    private static String describe(String sensor) {
        return "sensor '" + sensor + "': ";
    }

    static float positive(String sensor, String what, float value) {
        return within(sensor, what, value, Float.MIN_VALUE, Float.MAX_VALUE, "above 0 and finite");
    }

    static float finite(String sensor, String what, float value) {
        return within(sensor, what, value, -Float.MAX_VALUE, Float.MAX_VALUE, "a finite number");
    }

    static float within(String sensor, String what, float value, float least, float most, String expected) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(describe(sensor) + what + " must be " + expected + ", but is " + value);
        }
        return value;
    }

    static int atLeastOne(String sensor, String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    describe(sensor) + "there must be at least 1 of " + what + ", but there are " + value);
        }
        return value;
    }
}

package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;

/**
 * Feels where a target is: a body or a point that the game sets after each {@link #attach}, and may change or take away at any time. A body
 * that is going to be destroyed must be taken away before.
 *
 * <table>
 * <caption>Values in order; without a target all are 0, which no target has: sine and cosine aren't both 0 otherwise</caption>
 * <tr><th>name</th><th>value</th></tr>
 * <tr><td>{@code goal.x}, {@code goal.y}</td><td>from the sensor's body to the target, metres in the body's frame</td></tr>
 * <tr><td>{@code goal.distance}</td><td>metres</td></tr>
 * <tr><td>{@code goal.sine}, {@code goal.cosine}</td><td>of the angle from the nose to the target, counter-clockwise: (0, 1) is ahead, and
 * what a target in the very same place shows</td></tr>
 * </table>
 */
public final class TargetSensor extends MountedSensor {
    private final BodyPose nose = new BodyPose(); // in the body's frame, only turned
    private boolean isSet;
    private Body target; // null for a point
    private float targetX;
    private float targetY;
    private float x;
    private float y;
    private float distance;

    private TargetSensor(Builder builder) {
        super(builder.name);
        nose.turn(builder.facing);
        requireValidNames();
    }

    /**
     * Starts a sensor.
     *
     * @param name of the group of its values
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Begins an episode, without a target.
     *
     * @param newWorld of the episode
     * @param newSelf the body that the sensor sits on
     */
    @Override
    public void attach(World newWorld, Body newSelf) {
        super.attach(newWorld, newSelf);
        clearTarget();
    }

    /**
     * Sets a body as the target, until another is set.
     *
     * @param body of the world that the sensor is attached to
     * @throws IllegalStateException if the sensor is attached to no world
     * @throws IllegalArgumentException if the body belongs to another world
     */
    public void setTarget(Body body) {
        if (body == null) {
            throw new IllegalArgumentException(describe() + "there is no body to aim at; for none call clearTarget()");
        }
        requireWorld("the target", body, world());
        target = body;
        isSet = true;
    }

    /**
     * Sets a point as the target, until another is set.
     *
     * @param worldX metres, finite
     * @param worldY metres, finite
     */
    public void setTarget(float worldX, float worldY) {
        targetX = finite(name(), "the target's x", worldX);
        targetY = finite(name(), "the target's y", worldY);
        target = null;
        isSet = true;
    }

    /** Takes the target away. */
    public void clearTarget() {
        target = null;
        isSet = false;
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        observation.vector(name(), "x", "y", "distance", "sine", "cosine");
    }

    @Override
    public void observe(ObservationWriter out) {
        look();
        out.vector(name());
        if (!isSet) {
            out.add(0f, 0f).add(0f).add(0f, 0f);
            return;
        }
        out.add(x, y).add(distance);
        if (distance == 0f) {
            out.add(0f, 1f);
        } else {
            out.add(nose.localY(x, y) / distance, nose.localX(x, y) / distance);
        }
    }

    private void look() {
        BodyPose pose = locate();
        if (target != null) {
            Vector2 position = target.getPosition();
            targetX = position.x;
            targetY = position.y;
        }
        float awayX = targetX - pose.x();
        float awayY = targetY - pose.y();
        x = pose.localX(awayX, awayY);
        y = pose.localY(awayX, awayY);
        distance = (float) Math.sqrt(x * x + y * y);
    }

    @Override
    public void draw(ShapeRenderer shapes) {
        look();
        if (!isSet) {
            return;
        }
        float x1 = pose().x();
        float y1 = pose().y();
        Pen.plain(shapes, 0.5f); // a part of the way along the nose, to compare
        float noseX = pose().turnedX(nose.cos(), nose.sin());
        float noseY = pose().turnedY(nose.cos(), nose.sin());
        Pen.line(shapes, x1, y1, x1 + 0.3f * distance * noseX, y1 + 0.3f * distance * noseY);
        Pen.category(shapes, 3, 0.9f);
        Pen.line(shapes, x1, y1, targetX, targetY);
        Pen.dot(shapes, targetX, targetY);
        Pen.ring(shapes, targetX, targetY, 0.06f * distance);
    }

    /** Collects what a {@link TargetSensor} is. Thread safety: none. */
    public static final class Builder {
        private final String name;
        private float facing;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Says where the nose is.
         *
         * @param radians counter-clockwise from the body's x axis, by default 0
         * @return this
         */
        public Builder facing(float radians) {
            facing = finite(name, "the direction that it faces", radians);
            return this;
        }

        /**
         * Makes the sensor.
         *
         * @return attached to no world yet, without a target
         * @throws IllegalArgumentException if the name is invalid
         */
        public TargetSensor build() {
            return new TargetSensor(this);
        }
    }
}

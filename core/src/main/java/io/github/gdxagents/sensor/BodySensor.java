package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.math.Vector2;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Feels how the body itself moves and is turned.
 *
 * <table>
 * <caption>Values in order; each part can be left out</caption>
 * <tr><th>name</th><th>value</th></tr>
 * <tr><td>{@code self.velocity.x}, {@code self.velocity.y}</td><td>metres per second in the body's own frame</td></tr>
 * <tr><td>{@code self.sine}, {@code self.cosine}</td><td>of the body's angle: an angle alone would jump</td></tr>
 * <tr><td>{@code self.angularVelocity}</td><td>radians per second counter-clockwise</td></tr>
 * </table>
 */
public final class BodySensor extends MountedSensor {
    private final boolean velocity;
    private final boolean angle;
    private final boolean angularVelocity;

    private BodySensor(Builder builder) {
        super(builder.name);
        velocity = builder.velocity;
        angle = builder.angle;
        angularVelocity = builder.angularVelocity;
        requireValidNames();
    }

    /**
     * Starts a sensor.
     *
     * @param name of the group of its values
     * @return a builder of one that feels all there is
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        List<String> values = new ArrayList<String>();
        if (velocity) {
            values.add("velocity.x");
            values.add("velocity.y");
        }
        if (angle) {
            values.add("sine");
            values.add("cosine");
        }
        if (angularVelocity) {
            values.add("angularVelocity");
        }
        observation.vector(name(), values.toArray(new String[0]));
    }

    @Override
    public void observe(ObservationWriter out) {
        BodyPose pose = locate();
        out.vector(name());
        if (velocity) {
            Vector2 own = self().getLinearVelocity();
            out.add(pose.localX(own.x, own.y), pose.localY(own.x, own.y));
        }
        if (angle) {
            out.add(pose.sin(), pose.cos());
        }
        if (angularVelocity) {
            out.add(self().getAngularVelocity());
        }
    }

    /** Draws its axes, a metre long, and how far it moves and turns in a second. */
    @Override
    public void draw(ShapeRenderer shapes) {
        BodyPose pose = locate();
        float x = pose.x();
        float y = pose.y();
        if (angle) {
            Pen.plain(shapes, 0.8f);
            Pen.line(shapes, x, y, x + pose.cos(), y + pose.sin());
            Pen.plain(shapes, 0.35f);
            Pen.line(shapes, x, y, x - pose.sin(), y + pose.cos());
        }
        if (velocity) {
            Vector2 own = self().getLinearVelocity();
            Pen.motion(shapes, 0.9f);
            Pen.arrow(shapes, x, y, x + own.x, y + own.y);
        }
        if (angularVelocity) {
            Pen.category(shapes, 5, 0.9f);
            Pen.arc(shapes, x, y, 1f, pose.angle(), self().getAngularVelocity());
        }
    }

    /** Collects what a {@link BodySensor} feels. Thread safety: none. */
    public static final class Builder {
        private final String name;
        private boolean velocity = true;
        private boolean angle = true;
        private boolean angularVelocity = true;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Tells the velocity.
         *
         * @param wanted by default true
         * @return this
         */
        public Builder velocity(boolean wanted) {
            velocity = wanted;
            return this;
        }

        /**
         * Tells the angle.
         *
         * @param wanted by default true
         * @return this
         */
        public Builder angle(boolean wanted) {
            angle = wanted;
            return this;
        }

        /**
         * Tells the angular velocity.
         *
         * @param wanted by default true
         * @return this
         */
        public Builder angularVelocity(boolean wanted) {
            angularVelocity = wanted;
            return this;
        }

        /**
         * Makes the sensor.
         *
         * @return attached to no world yet
         * @throws IllegalArgumentException if all parts are left out, or the name is invalid
         */
        public BodySensor build() {
            if (!velocity && !angle && !angularVelocity) {
                throw new IllegalArgumentException(
                        "sensor '" + name + "': everything is left out; keep a part of it, or do without the sensor");
            }
            return new BodySensor(this);
        }
    }
}

package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.RayCastCallback;
import com.badlogic.gdx.physics.box2d.Shape;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks along rays that spread from a point of the body like a fan: how far each goes, and what stops it.
 *
 * <p>Rays go counter-clockwise. Those of a fan begin {@code fan / 2} to the right of the nose and end as far to its left; those of a full
 * circle begin at the nose. A ray is stopped by the nearest fixture of a category that is seen or blocks; the sensor's own body and
 * fixtures that are only sensors let it pass, the latter unless they are asked for. A shape that the ray begins in doesn't stop it, as
 * everywhere in Box2D.
 *
 * <table>
 * <caption>Values of each ray, in order</caption>
 * <tr><th>name</th><th>value</th></tr>
 * <tr><td>{@code eyes.0.distance}</td><td>part of its length until it is stopped, 0 to 1; 1 if nothing stops it</td></tr>
 * <tr><td>{@code eyes.0.wall}</td><td>for each category in order of {@code sees}: 1 if it is the first that what stops the ray belongs to,
 * otherwise 0</td></tr>
 * <tr><td>{@code eyes.0.normal.x}, {@code eyes.0.normal.y}</td><td>if asked for: where the surface that was hit faces, of length 1 in the
 * body's frame; zeros if nothing was hit</td></tr>
 * </table>
 *
 * <p>Of fixtures that are hit at the same distance the category that was named first is told, then the normal with the smaller x and y, so
 * that the order in which Box2D finds them means nothing.
 */
public final class RaySensor extends MountedSensor {
    private static final float PI2 = (float) (2 * Math.PI);
    private static final float SHORTEST = 0.001f; // Box2D ends the JVM for a ray without length
    private static final float PASS = -1f; // what Box2D takes for: go on as if nothing was hit

    private final float offsetX;
    private final float offsetY;
    private final float length;
    private final float[] rayX; // [rays] metres in the body's frame
    private final float[] rayY;
    private final Sight sight;
    private final boolean normals;
    private final RayCastCallback callback = this::hit;
    private final BodyPose other = new BodyPose(); // of what is hit; only turned
    private final float[] distance; // [rays], of the last look
    private final int[] category;
    private final float[] normalX; // in the world
    private final float[] normalY;
    private int ray; // that is cast now
    private float clip;

    private RaySensor(Builder builder) {
        super(builder.name);
        offsetX = builder.offsetX;
        offsetY = builder.offsetY;
        length = builder.length;
        sight = builder.sight.isEmpty() ? builder.sight.seesOthers(Sight.EVERYTHING) : builder.sight;
        normals = builder.normals;
        int rays = builder.rays;
        rayX = new float[rays];
        rayY = new float[rays];
        for (int i = 0; i < rays; i++) {
            double angle = builder.facing + builder.angle(i);
            rayX[i] = (float) (length * StrictMath.cos(angle));
            rayY[i] = (float) (length * StrictMath.sin(angle));
        }
        distance = new float[rays];
        category = new int[rays];
        normalX = new float[rays];
        normalY = new float[rays];
        requireValidNames();
    }

    /**
     * Starts a sensor.
     *
     * @param name of the group of its values
     * @return a builder of one that has no rays and no length yet
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        List<String> values = new ArrayList<String>();
        for (int i = 0; i < rayX.length; i++) {
            values.add(i + ".distance");
            for (String seen : sight.names()) {
                values.add(i + "." + seen);
            }
            if (normals) {
                values.add(i + ".normal.x");
                values.add(i + ".normal.y");
            }
        }
        observation.vector(name(), values.toArray(new String[0]));
    }

    @Override
    public void observe(ObservationWriter out) {
        look();
        out.vector(name());
        for (int i = 0; i < rayX.length; i++) {
            out.add(distance[i]);
            for (int c = 0; c < sight.size(); c++) {
                out.add(c == category[i]);
            }
            if (normals) {
                out.add(pose().localX(normalX[i], normalY[i]), pose().localY(normalX[i], normalY[i]));
            }
        }
    }

    private void look() {
        BodyPose pose = locate();
        Arrays.fill(distance, 1f);
        Arrays.fill(category, sight.size() + 1); // of nothing
        Arrays.fill(normalX, 0f);
        Arrays.fill(normalY, 0f);
        float fromX = pose.x() + pose.turnedX(offsetX, offsetY);
        float fromY = pose.y() + pose.turnedY(offsetX, offsetY);
        for (ray = 0; ray < rayX.length; ray++) {
            float toX = fromX + pose.turnedX(rayX[ray], rayY[ray]);
            float toY = fromY + pose.turnedY(rayX[ray], rayY[ray]);
            requireLength(toX - fromX, toY - fromY);
            clip = 1f;
            world().rayCast(callback, fromX, fromY, toX, toY);
        }
    }

    private void requireLength(float x, float y) {
        if (!(x * x + y * y > 0f)) {
            throw new IllegalStateException(
                    describe() + "rays of " + length + " m are lost in rounding at (" + pose().x() + ", " + pose().y()
                            + "); keep bodies nearer to the middle of the world, within some km");
        }
    }

    private float hit(Fixture fixture, Vector2 point, Vector2 normal, float fraction) {
        int bits = sight.bits(fixture, self());
        if (bits == 0) {
            return PASS;
        }
        float x = 0f;
        float y = 0f;
        if (normals) {
            other.turn(isTurnedAlready(fixture) ? 0f : fixture.getBody().getAngle());
            x = other.turnedX(normal.x, normal.y);
            y = other.turnedY(normal.x, normal.y);
        }
        keepFirst(fraction, sight.first(bits), x, y);
        // a little farther than the hit, so that others at the same distance are reported in whatever order
        clip = Math.min(clip, fraction * 1.0001f + 1e-6f);
        return clip;
    }

    /** Box2D 2.3.1 leaves normals of edges and chains in the frame of their body (mended later, in a version that libGDX doesn't have). */
    private static boolean isTurnedAlready(Fixture fixture) {
        Shape.Type type = fixture.getType();
        return type != Shape.Type.Edge && type != Shape.Type.Chain;
    }

    private void keepFirst(float fraction, int seen, float x, float y) {
        if (isBefore(fraction, seen, x, y)) {
            distance[ray] = fraction;
            category[ray] = seen;
            normalX[ray] = x;
            normalY[ray] = y;
        }
    }

    private boolean isBefore(float fraction, int seen, float x, float y) {
        if (fraction != distance[ray]) {
            return fraction < distance[ray];
        }
        if (seen != category[ray]) {
            return seen < category[ray];
        }
        return x != normalX[ray] ? x < normalX[ray] : y < normalY[ray];
    }

    @Override
    public void draw(ShapeRenderer shapes) {
        look();
        float fromX = pose().x() + pose().turnedX(offsetX, offsetY);
        float fromY = pose().y() + pose().turnedY(offsetX, offsetY);
        for (int i = 0; i < rayX.length; i++) {
            float x = fromX + distance[i] * pose().turnedX(rayX[i], rayY[i]);
            float y = fromY + distance[i] * pose().turnedY(rayX[i], rayY[i]);
            boolean isHit = category[i] <= sight.size();
            colour(shapes, category[i], isHit ? 0.7f : 0.18f);
            Pen.line(shapes, fromX, fromY, x, y);
            if (isHit) {
                colour(shapes, category[i], 1f);
                Pen.dot(shapes, x, y);
                if (normals) {
                    Pen.line(shapes, x, y, x + 0.06f * length * normalX[i], y + 0.06f * length * normalY[i]);
                }
            }
        }
    }

    private void colour(ShapeRenderer shapes, int seen, float alpha) {
        if (seen < sight.size()) {
            Pen.category(shapes, seen, alpha);
        } else {
            Pen.plain(shapes, alpha);
        }
    }

    /** Collects how a {@link RaySensor} looks. Thread safety: none. */
    public static final class Builder {
        private final String name;
        private Sight sight;
        private int rays;
        private float fan = PI2;
        private float facing;
        private float length;
        private float offsetX;
        private float offsetY;
        private boolean normals;

        private Builder(String name) {
            this.name = name;
            sight = Sight.of(name);
        }

        /**
         * Says how many rays there are.
         *
         * @param count at least 1; a single one goes along the nose
         * @return this
         */
        public Builder rays(int count) {
            rays = atLeastOne(name, "rays", count);
            return this;
        }

        /**
         * Says how far the rays spread. By default they are a full circle.
         *
         * @param radians from the first to the last, above 0; {@code 2 * PI} is a full circle, in which none is doubled
         * @return this
         */
        public Builder fan(float radians) {
            fan = within(name, "the fan", radians, Float.MIN_VALUE, PI2, "above 0 and at most 2 * PI radians");
            return this;
        }

        /**
         * Says where the nose is, which the middle of the fan follows.
         *
         * @param radians counter-clockwise from the body's x axis, by default 0
         * @return this
         */
        public Builder facing(float radians) {
            facing = finite(name, "the direction that it faces", radians);
            return this;
        }

        /**
         * Says how long the rays are.
         *
         * @param metres finite, at least a millimetre
         * @return this
         */
        public Builder length(float metres) {
            length = within(name, "the length", metres, SHORTEST, Float.MAX_VALUE, "finite and at least 0.001 m");
            return this;
        }

        /**
         * Says where the rays begin, by default at the body's position.
         *
         * @param x metres in the body's frame
         * @param y metres in the body's frame
         * @return this
         */
        public Builder offset(float x, float y) {
            offsetX = finite(name, "the offset's x", x);
            offsetY = finite(name, "the offset's y", y);
            return this;
        }

        /**
         * Lets fixtures of a category stop a ray, and tells that it was one of them. Without this and {@link #blockedBy} all fixtures stop
         * rays, and what they are isn't told.
         *
         * @param category a name for it
         * @param bits one or more of {@code Filter.categoryBits}
         * @return this
         */
        public Builder sees(String category, int bits) {
            sight = sight.sees(category, bits);
            return this;
        }

        /**
         * Lets fixtures stop a ray without telling what they are.
         *
         * @param bits one or more of {@code Filter.categoryBits}
         * @return this
         */
        public Builder blockedBy(int bits) {
            sight = sight.seesOthers(bits);
            return this;
        }

        /**
         * Tells where the surfaces that are hit face, too.
         *
         * @param wanted by default false
         * @return this
         */
        public Builder normals(boolean wanted) {
            normals = wanted;
            return this;
        }

        /**
         * Lets fixtures that are only sensors stop a ray, too.
         *
         * @param areSeen by default false
         * @return this
         */
        public Builder sensors(boolean areSeen) {
            sight = sight.sensors(areSeen);
            return this;
        }

        /** From the nose, counter-clockwise. */
        private double angle(int index) {
            if (rays == 1) {
                return 0;
            }
            boolean isCircle = fan > PI2 - 1e-4f;
            return isCircle ? 2 * Math.PI * index / rays : fan * (index / (rays - 1.0) - 0.5);
        }

        /**
         * Makes the sensor.
         *
         * @return attached to no world yet
         * @throws IllegalArgumentException if it has no rays or no length, or a name is invalid or used twice
         */
        public RaySensor build() {
            rays(rays);
            length(length);
            return new RaySensor(this);
        }
    }
}

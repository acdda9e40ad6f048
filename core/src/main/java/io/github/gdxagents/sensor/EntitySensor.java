package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.QueryCallback;
import com.badlogic.gdx.utils.Array;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Feels the nearest bodies of a kind, wherever they are around, as a set: how many there are, and of each where it is, how it moves, and
 * what the game tells of it.
 *
 * <p>Distances are those between the positions of bodies; a body is felt once, however many fixtures it has. The nearest come first. Of
 * those at the same distance the one whose features are smaller comes first, feature by feature, so that the order in which Box2D finds
 * them means nothing. A body must have a fixture of the category within the square around the range: one that is all made of fixtures far
 * from its position isn't found. The sensor's own body isn't felt, nor fixtures that are only sensors, unless they are asked for.
 *
 * <table>
 * <caption>Values of each entry, in order</caption>
 * <tr><th>name</th><th>value</th></tr>
 * <tr><td>{@code guards[0].x}, {@code guards[0].y}</td><td>from the sensor's body to the other, metres in the sensor's body's frame</td></tr>
 * <tr><td>{@code guards[0].velocity.x}, {@code guards[0].velocity.y}</td><td>if asked for: the other's velocity less that of the sensor's
 * body, metres per second in its frame</td></tr>
 * <tr><td>{@code guards[0].worth}</td><td>for each feature that the game adds</td></tr>
 * </table>
 */
public final class EntitySensor extends MountedSensor {
    private final int most;
    private final float range;
    private final Sight sight;
    private final boolean velocities;
    private final String[] names;
    private final EntityFeature[] features; // the game's
    private final QueryCallback callback = this::found;
    private final Array<Body> candidates = new Array<Body>(false, 16); // some several times
    private final Body[] bodies; // [most + 1], nearest first; the last has room for one that may not be near enough
    private final float[] squares; // of distances
    private final float[][] entries; // [most + 1, features]
    private int count;
    private float ownVelocityX;
    private float ownVelocityY;

    private EntitySensor(Builder builder) {
        super(builder.name);
        most = builder.most;
        range = builder.range;
        sight = builder.sight;
        velocities = builder.velocities;
        features = builder.features.toArray(new EntityFeature[0]);
        names = names(builder.names);
        requireValidNames();
        bodies = new Body[most + 1];
        squares = new float[most + 1];
        entries = new float[most + 1][names.length];
    }

    private String[] names(List<String> added) {
        List<String> all = new ArrayList<String>();
        all.add("x");
        all.add("y");
        if (velocities) {
            all.add("velocity.x");
            all.add("velocity.y");
        }
        all.addAll(added);
        return all.toArray(new String[0]);
    }

    /**
     * Starts a sensor.
     *
     * @param name of the group of its values
     * @return a builder of one that feels nothing yet
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        observation.set(name(), most, names);
    }

    @Override
    public void observe(ObservationWriter out) {
        look();
        out.set(name(), count);
        for (int i = 0; i < count; i++) {
            for (float value : entries[i]) {
                out.add(value);
            }
        }
    }

    private void look() {
        BodyPose pose = locate();
        Vector2 velocity = self().getLinearVelocity();
        ownVelocityX = velocity.x;
        ownVelocityY = velocity.y;
        candidates.clear();
        world().QueryAABB(callback, pose.x() - range, pose.y() - range, pose.x() + range, pose.y() + range);
        count = 0;
        for (int i = 0; i < candidates.size; i++) { // after the query: the game's features may ask the world, too
            consider(candidates.get(i));
        }
    }

    private boolean found(Fixture fixture) {
        if (sight.bits(fixture, self()) != 0) {
            candidates.add(fixture.getBody());
        }
        return true;
    }

    private void consider(Body body) {
        Vector2 position = body.getPosition();
        float x = position.x - pose().x();
        float y = position.y - pose().y();
        float square = x * x + y * y;
        if (square > range * range || count == most && square > squares[most - 1] || isKept(body)) {
            return;
        }
        bodies[count] = body;
        squares[count] = square;
        fill(entries[count], body, x, y);
        for (int i = count; i > 0 && isBefore(i, i - 1); i--) {
            swap(i, i - 1);
        }
        count = Math.min(count + 1, most);
    }

    private boolean isKept(Body body) {
        for (int i = 0; i < count; i++) {
            if (bodies[i] == body) {
                return true;
            }
        }
        return false;
    }

    private void fill(float[] entry, Body body, float x, float y) {
        int next = 0;
        entry[next++] = pose().localX(x, y);
        entry[next++] = pose().localY(x, y);
        if (velocities) {
            Vector2 velocity = body.getLinearVelocity();
            float relativeX = velocity.x - ownVelocityX;
            float relativeY = velocity.y - ownVelocityY;
            entry[next++] = pose().localX(relativeX, relativeY);
            entry[next++] = pose().localY(relativeX, relativeY);
        }
        for (EntityFeature feature : features) {
            entry[next++] = feature.of(body);
        }
    }

    private boolean isBefore(int one, int other) {
        if (squares[one] != squares[other]) {
            return squares[one] < squares[other];
        }
        for (int i = 0; i < names.length; i++) {
            if (entries[one][i] != entries[other][i]) {
                return entries[one][i] < entries[other][i];
            }
        }
        return false; // the same to whoever observes them
    }

    private void swap(int one, int other) {
        Body body = bodies[one];
        bodies[one] = bodies[other];
        bodies[other] = body;
        float square = squares[one];
        squares[one] = squares[other];
        squares[other] = square;
        float[] entry = entries[one];
        entries[one] = entries[other];
        entries[other] = entry;
    }

    @Override
    public void draw(ShapeRenderer shapes) {
        look();
        float x = pose().x();
        float y = pose().y();
        Pen.plain(shapes, 0.25f);
        Pen.ring(shapes, x, y, range);
        for (int i = 0; i < count; i++) {
            float otherX = x + pose().turnedX(entries[i][0], entries[i][1]);
            float otherY = y + pose().turnedY(entries[i][0], entries[i][1]);
            Pen.category(shapes, 1, 1f - 0.6f * i / most); // the nearest is the brightest
            Pen.line(shapes, x, y, otherX, otherY);
            Pen.dot(shapes, otherX, otherY);
            if (velocities) { // how far it moves in a second, seen from here
                float movedX = pose().turnedX(entries[i][2], entries[i][3]);
                float movedY = pose().turnedY(entries[i][2], entries[i][3]);
                Pen.motion(shapes, 0.9f);
                Pen.arrow(shapes, otherX, otherY, otherX + movedX, otherY + movedY);
            }
        }
    }

    /** Collects what an {@link EntitySensor} feels. Thread safety: none. */
    public static final class Builder {
        private final String name;
        private final List<String> names = new ArrayList<String>();
        private final List<EntityFeature> features = new ArrayList<EntityFeature>();
        private Sight sight;
        private int most;
        private float range;
        private boolean velocities;

        private Builder(String name) {
            this.name = name;
            sight = Sight.of(name);
        }

        /**
         * Says which bodies are felt: those that have a fixture of a category.
         *
         * @param bits one or more of {@code Filter.categoryBits}
         * @return this
         */
        public Builder sees(int bits) {
            sight = sight.seesOthers(bits);
            return this;
        }

        /**
         * Says how many bodies are felt at most.
         *
         * @param count at least 1
         * @return this
         */
        public Builder nearest(int count) {
            most = atLeastOne(name, "bodies", count);
            return this;
        }

        /**
         * Says how far away a body is felt.
         *
         * @param metres finite, above 0
         * @return this
         */
        public Builder range(float metres) {
            range = positive(name, "the range", metres);
            return this;
        }

        /**
         * Tells how the bodies move, too.
         *
         * @param wanted by default false
         * @return this
         */
        public Builder velocities(boolean wanted) {
            velocities = wanted;
            return this;
        }

        /**
         * Tells something that the game knows of the bodies, too.
         *
         * @param feature its name
         * @param value gives it for a body
         * @return this
         */
        public Builder feature(String feature, EntityFeature value) {
            names.add(feature);
            features.add(value);
            return this;
        }

        /**
         * Feels fixtures that are only sensors, too.
         *
         * @param areSeen by default false
         * @return this
         */
        public Builder sensors(boolean areSeen) {
            sight = sight.sensors(areSeen);
            return this;
        }

        /**
         * Makes the sensor.
         *
         * @return attached to no world yet
         * @throws IllegalArgumentException if a count, the range or the category is missing, or a name is invalid or used twice
         */
        public EntitySensor build() {
            nearest(most);
            range(range);
            if (sight.isEmpty()) {
                throw new IllegalArgumentException(
                        "sensor '" + name + "': it feels nothing; say which bodies are felt, sees(GUARD_BITS)");
            }
            return new EntitySensor(this);
        }
    }
}

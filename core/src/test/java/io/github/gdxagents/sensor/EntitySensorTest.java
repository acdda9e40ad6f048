package io.github.gdxagents.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.box2d.Box2DNatives;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntitySensorTest {
    private static EntitySensor.Builder guards() {
        return EntitySensor.builder("guards").sees(RandomWorld.GUARD).nearest(3).range(6);
    }

    private static double distance(RandomWorld in, Body body) {
        return Math.hypot(
                body.getPosition().x - in.self.getPosition().x, body.getPosition().y - in.self.getPosition().y);
    }

    /** Whether a fixture has a corner within the square, which is all that these tests look at. */
    private static boolean isAround(RandomWorld in, RandomWorld.Piece piece, double range) {
        for (int i = 0; i < piece.x().length; i++) {
            double x = Math.abs(piece.worldX(i) - in.self.getPosition().x);
            double y = Math.abs(piece.worldY(i) - in.self.getPosition().y);
            if (Math.max(x, y) < range) {
                return true;
            }
        }
        return false;
    }

    @Test
    void itAgreesWithASearchOfAllBodiesInManyWorlds() {
        int felt = 0;
        int skipped = 0;
        for (int seed = 0; seed < 400; seed++) {
            try (RandomWorld in = new RandomWorld(seed, 25)) {
                float range = in.uniform(2, 12);
                int most = 1 + in.random.nextInt(6);
                boolean sensors = in.random.nextInt(2) == 0;
                EntitySensor sensor = EntitySensor.builder("guards")
                        .sees(RandomWorld.GUARD)
                        .nearest(most)
                        .range(range)
                        .velocities(true)
                        .feature("turn", Body::getAngularVelocity)
                        .sensors(sensors)
                        .build();
                sensor.attach(in.world, in.self);
                List<Body> expected = new ArrayList<>();
                boolean isUnclear = false;
                for (Body body : in.bodies) {
                    boolean isGuard = false;
                    boolean isAround = false;
                    for (RandomWorld.Piece piece : in.pieces) {
                        if (piece.body() == body
                                && (piece.bits() & RandomWorld.GUARD) != 0
                                && (sensors || !piece.isSensor())) {
                            isGuard = true;
                            isAround |= isAround(in, piece, range);
                        }
                    }
                    if (isGuard && distance(in, body) < range) {
                        expected.add(body);
                        isUnclear |= !isAround;
                    }
                }
                if (isUnclear) {
                    skipped++;
                    continue;
                }
                expected.sort(Comparator.comparingDouble(body -> distance(in, body)));
                Sensed sensed = new Sensed(sensor).now();
                int count = Math.min(most, expected.size());
                assertThat(sensed.get("guards.count")).as("seed " + seed).isEqualTo(count);
                double cos = Math.cos(in.self.getAngle());
                double sin = Math.sin(in.self.getAngle());
                Vector2 velocity = in.self.getLinearVelocity().cpy();
                for (int i = 0; i < most; i++) {
                    String entry = "guards[" + i + "].";
                    String[] names = {"x", "y", "velocity.x", "velocity.y", "turn"};
                    double[] values = new double[5];
                    if (i < count) {
                        felt++;
                        Body body = expected.get(i);
                        double x = body.getPosition().x - in.self.getPosition().x;
                        double y = body.getPosition().y - in.self.getPosition().y;
                        double vx = body.getLinearVelocity().x - velocity.x;
                        double vy = body.getLinearVelocity().y - velocity.y;
                        values = new double[] {
                            cos * x + sin * y,
                            cos * y - sin * x,
                            cos * vx + sin * vy,
                            cos * vy - sin * vx,
                            body.getAngularVelocity()
                        };
                    }
                    for (int v = 0; v < 5; v++) {
                        assertThat(sensed.get(entry + names[v]))
                                .as("seed " + seed + " " + entry + names[v])
                                .isCloseTo((float) values[v], within(1e-4f));
                    }
                }
            }
        }
        assertThat(felt).isGreaterThan(500);
        assertThat(skipped).isLessThan(80);
    }

    private static World empty() {
        Box2DNatives.require();
        return new World(new Vector2(), true);
    }

    private static Body guard(World world, float x, float y, int fixtures, Integer worth) {
        BodyDef definition = new BodyDef();
        definition.position.set(x, y);
        Body body = world.createBody(definition);
        CircleShape circle = new CircleShape();
        circle.setRadius(0.2f);
        for (int i = 0; i < fixtures; i++) {
            FixtureDef fixture = new FixtureDef();
            fixture.shape = circle;
            fixture.filter.categoryBits = RandomWorld.GUARD;
            body.createFixture(fixture);
        }
        circle.dispose();
        body.setUserData(worth);
        return body;
    }

    @Test
    void theNearestComeFirstAndABodyOfManyFixturesOnce() {
        World world = empty();
        Body self = guard(world, 1, 1, 1, 0);
        guard(world, 3, 1, 4, 20);
        guard(world, 1, 0, 3, 10);
        EntitySensor sensor =
                guards().feature("worth", body -> (Integer) body.getUserData()).build();
        sensor.attach(world, self);
        Sensed sensed = new Sensed(sensor).now();
        assertThat(sensed.spec.names().subList(0, 4))
                .containsExactly("guards.count", "guards[0].x", "guards[0].y", "guards[0].worth");
        assertThat(sensed.values).containsExactly(2, 0, -1, 10, 2, 0, 20, 0, 0, 0);
        world.dispose();
    }

    /** Made in six orders: the features decide, not which Box2D finds first. */
    @Test
    void amongThoseAtTheSameDistanceFeaturesDecide() {
        float[][] places = {{2, 0}, {0, 2}, {0, 2}, {-2, 0}};
        int[][] orders = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}, {0, 2, 1, 3}, {3, 1, 2, 0}};
        for (int[] order : orders) {
            World world = empty();
            Body self = guard(world, 0, 0, 1, 0);
            for (int i : order) {
                guard(world, places[i][0], places[i][1], 2, i);
            }
            EntitySensor sensor = guards().feature("worth", body -> (Integer) body.getUserData())
                    .build();
            sensor.attach(world, self);
            assertThat(new Sensed(sensor).now().values).containsExactly(3, -2, 0, 3, 0, 2, 1, 0, 2, 2);
            world.dispose();
        }
    }

    @Test
    void theRangeIsACircleAroundPositions() {
        World world = empty();
        Body self = guard(world, 0, 0, 1, 0);
        guard(world, 6, 0, 1, 0);
        guard(world, 4.3f, 4.3f, 1, 0); // 6.08 m away
        guard(world, 0, 6.1f, 1, 0); // reaches into the range
        EntitySensor sensor = guards().build();
        sensor.attach(world, self);
        assertThat(new Sensed(sensor).now().values).containsExactly(1, 6, 0, 0, 0, 0, 0);
        world.dispose();
    }

    /** Nothing that a feature throws passes through Box2D, which would be in the middle of a search. */
    @Test
    void aFeatureThatFailsIsReported() {
        World world = empty();
        Body self = guard(world, 0, 0, 1, 0);
        guard(world, 1, 0, 1, null);
        EntitySensor sensor = guards().feature("worth", body -> {
                    world.QueryAABB(fixture -> true, -1, -1, 1, 1); // may be asked meanwhile
                    return (Integer) body.getUserData();
                })
                .build();
        sensor.attach(world, self);
        assertThatThrownBy(() -> new Sensed(sensor).now()).isInstanceOf(NullPointerException.class);
        world.dispose();
    }

    @Test
    void lookingChangesAndAllocatesNothing() {
        try (RandomWorld in = new RandomWorld(1, 60)) {
            EntitySensor sensor = guards().range(10)
                    .velocities(true)
                    .feature("turn", Body::getAngle)
                    .build();
            sensor.attach(in.world, in.self);
            Sensed sensed = new Sensed(sensor);
            float[] before = sensed.now().values.clone();
            assertThat(sensed.get("guards.count")).isEqualTo(3);
            assertThat(sensed.allocated()).isZero();
            assertThat(sensed.now().values).isEqualTo(before);
        }
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(
                        () -> EntitySensor.builder("guards").nearest(1).range(1).build())
                .hasMessage("sensor 'guards': it feels nothing; say which bodies are felt, sees(GUARD_BITS)");
        assertThatThrownBy(() -> EntitySensor.builder("guards").sees(1).range(1).build())
                .hasMessage("sensor 'guards': there must be at least 1 of bodies, but there are 0");
        assertThatThrownBy(
                        () -> EntitySensor.builder("guards").sees(1).nearest(1).build())
                .hasMessage("sensor 'guards': the range must be above 0 and finite, but is 0.0");
        assertThatThrownBy(() -> guards().feature("x", body -> 0).build()).hasMessageContaining("'x' is used twice");
        assertThatThrownBy(() -> new Sensed(guards().build()).now()).hasMessageContaining("attached to no world");
    }
}

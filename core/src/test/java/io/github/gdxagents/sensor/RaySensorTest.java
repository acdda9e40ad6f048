package io.github.gdxagents.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.box2d.Box2DNatives;
import org.junit.jupiter.api.Test;

class RaySensorTest {
    private static final float PI = (float) Math.PI;
    private static final double GRAZES = 1e-4; // metres beside a ray, within which a hit counts as grazing

    private static RaySensor.Builder eyes() {
        return RaySensor.builder("eyes").rays(4).length(10);
    }

    /** The nearest hit of a ray by plain geometry: distance, then bits, then the normal. */
    private static double[] nearest(
            RandomWorld in, double x, double y, double dx, double dy, boolean sensors, int bits) {
        double[] best = {Double.POSITIVE_INFINITY, 0, 0, 0};
        for (RandomWorld.Piece piece : in.pieces) {
            if ((piece.bits() & bits) == 0 || piece.isSensor() && !sensors) {
                continue;
            }
            double[] hit = hit(piece, x, y, dx, dy);
            if (hit[0] < best[0]) {
                best = new double[] {hit[0], piece.bits(), hit[1], hit[2]};
            }
        }
        return best;
    }

    private static double[] hit(RandomWorld.Piece piece, double x, double y, double dx, double dy) {
        double[] best = {Double.POSITIVE_INFINITY, 0, 0};
        if (piece.isCircle()) {
            double fromX = x - piece.worldX(0);
            double fromY = y - piece.worldY(0);
            double along = fromX * dx + fromY * dy;
            double apart = fromX * fromX + fromY * fromY - piece.radius() * piece.radius();
            double root = Math.sqrt(along * along - apart);
            if (apart > 0 && -along - root >= 0) { // false if the root is none
                double t = -along - root;
                best = new double[] {t, (fromX + t * dx) / piece.radius(), (fromY + t * dy) / piece.radius()};
            }
            return best;
        }
        int crossings = 0;
        for (int i = 0; i < piece.lines(); i++) {
            int next = (i + 1) % piece.x().length;
            double ax = piece.worldX(i) - x;
            double ay = piece.worldY(i) - y;
            double ex = piece.worldX(next) - x - ax;
            double ey = piece.worldY(next) - y - ay;
            double cross = dx * ey - dy * ex;
            double t = (ax * ey - ay * ex) / cross;
            double s = (ax * dy - ay * dx) / cross;
            if (s >= 0 && s <= 1 && t >= 0) {
                crossings++;
                if (t < best[0]) {
                    double size = Math.hypot(ex, ey);
                    double sign = Math.signum(cross); // faces the ray
                    best = new double[] {t, -sign * ey / size, sign * ex / size};
                }
            }
        }
        boolean beginsInside = piece.isFilled() && crossings == 1;
        return beginsInside ? new double[] {Double.POSITIVE_INFINITY, 0, 0} : best;
    }

    private static boolean isAlike(double[] a, double[] b) {
        return Math.abs(Math.min(1e3, a[0]) - Math.min(1e3, b[0])) < 0.02
                && a[1] == b[1]
                && Math.hypot(a[2] - b[2], a[3] - b[3]) < 0.02;
    }

    @Test
    void itAgreesWithPlainGeometryInManyWorlds() {
        int clear = 0;
        int grazing = 0;
        int hits = 0;
        for (int seed = 0; seed < 300; seed++) {
            try (RandomWorld in = new RandomWorld(seed)) {
                int rays = 1 + in.random.nextInt(20);
                float fan = in.uniform(0.1, 6);
                float facing = in.uniform(-4, 4);
                float length = in.uniform(1, 15);
                float offsetX = in.uniform(-1, 1);
                float offsetY = in.uniform(-1, 1);
                boolean sensors = in.random.nextInt(2) == 0;
                boolean blocked = in.random.nextInt(2) == 0;
                RaySensor.Builder builder = RaySensor.builder("eyes")
                        .rays(rays)
                        .fan(fan)
                        .facing(facing)
                        .length(length)
                        .offset(offsetX, offsetY)
                        .sees("guard", RandomWorld.GUARD)
                        .sees("wall", RandomWorld.WALL)
                        .sensors(sensors)
                        .normals(true);
                RaySensor sensor = (blocked ? builder.blockedBy(RandomWorld.ZONE) : builder).build();
                sensor.attach(in.world, in.self);
                Sensed sensed = new Sensed(sensor).now();
                int bits = RandomWorld.GUARD | RandomWorld.WALL | (blocked ? RandomWorld.ZONE : 0);
                double angle = in.self.getAngle();
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                double x = in.self.getPosition().x + cos * offsetX - sin * offsetY;
                double y = in.self.getPosition().y + sin * offsetX + cos * offsetY;
                for (int i = 0; i < rays; i++) {
                    double direction = angle + facing + (rays == 1 ? 0 : fan * (i / (rays - 1.0) - 0.5));
                    double dx = Math.cos(direction);
                    double dy = Math.sin(direction);
                    double[] expected = nearest(in, x, y, dx, dy, sensors, bits);
                    double[] left = nearest(in, x - GRAZES * dy, y + GRAZES * dx, dx, dy, sensors, bits);
                    double[] right = nearest(in, x + GRAZES * dy, y - GRAZES * dx, dx, dy, sensors, bits);
                    if (!isAlike(expected, left)
                            || !isAlike(expected, right)
                            || Math.abs(expected[0] - length) < 1e-3) {
                        grazing++;
                        continue;
                    }
                    clear++;
                    boolean isHit = expected[0] < length;
                    hits += isHit ? 1 : 0;
                    int seen = isHit ? (int) expected[1] : 0;
                    String ray = "eyes." + i + ".";
                    String place = "seed " + seed + ", ray " + i;
                    assertThat(sensed.get(ray + "distance"))
                            .as(place)
                            .isCloseTo((float) Math.min(1, expected[0] / length), within(2e-4f));
                    boolean isGuard = (seen & RandomWorld.GUARD) != 0;
                    boolean isWall = !isGuard && (seen & RandomWorld.WALL) != 0;
                    assertThat(sensed.get(ray + "guard")).as(place).isEqualTo(isGuard ? 1 : 0);
                    assertThat(sensed.get(ray + "wall")).as(place).isEqualTo(isWall ? 1 : 0);
                    double nx = isHit ? cos * expected[2] + sin * expected[3] : 0;
                    double ny = isHit ? cos * expected[3] - sin * expected[2] : 0;
                    assertThat(sensed.get(ray + "normal.x")).as(place).isCloseTo((float) nx, within(5e-3f));
                    assertThat(sensed.get(ray + "normal.y")).as(place).isCloseTo((float) ny, within(5e-3f));
                }
            }
        }
        assertThat(clear).isGreaterThan(2000);
        assertThat(hits).isGreaterThan(1000).isLessThan(clear - 500);
        assertThat(grazing).isLessThan(clear / 30);
    }

    private static World empty() {
        Box2DNatives.require();
        return new World(new Vector2(), true);
    }

    private static Body body(World world, float x, float y, float angle) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set(x, y);
        definition.angle = angle;
        return world.createBody(definition);
    }

    private static void line(World world, float x1, float y1, float x2, float y2, int bits) {
        EdgeShape edge = new EdgeShape();
        edge.set(x1, y1, x2, y2);
        FixtureDef definition = new FixtureDef();
        definition.shape = edge;
        definition.filter.categoryBits = (short) bits;
        world.createBody(new BodyDef()).createFixture(definition);
        edge.dispose();
    }

    /** Ray by ray: ahead, to the left, behind, to the right; the body looks upwards. */
    @Test
    void aFullCircleBeginsAtTheNoseAndDoublesNoRay() {
        World world = empty();
        line(world, -1, 5, 1, 5, 1);
        line(world, -8, -1, -8, 1, 2);
        RaySensor sensor = eyes().sees("wall", 1).sees("guard", 2).normals(true).build();
        sensor.attach(world, body(world, 0, 0, PI / 2));
        Sensed sensed = new Sensed(sensor).now();
        assertThat(sensed.spec.names().subList(0, 6))
                .containsExactly(
                        "eyes.0.distance",
                        "eyes.0.wall",
                        "eyes.0.guard",
                        "eyes.0.normal.x",
                        "eyes.0.normal.y",
                        "eyes.1.distance");
        float[] expected = {
            0.5f, 1, 0, -1, 0, //
            0.8f, 0, 1, 0, -1, //
            1, 0, 0, 0, 0, //
            1, 0, 0, 0, 0
        };
        assertThat(sensed.values).containsExactly(expected, within(1e-6f));
        world.dispose();
    }

    @Test
    void aFanGoesFromTheRightOfTheNoseToItsLeft() {
        World world = empty();
        line(world, -1, -4, 1, -4, 1); // to the right of a body that looks along x
        RaySensor sensor = eyes().rays(3).fan(PI).build();
        sensor.attach(world, body(world, 0, 0, 0));
        assertThat(new Sensed(sensor).now().values).containsExactly(new float[] {0.4f, 1, 1}, within(1e-6f));
        RaySensor one = eyes().rays(1).fan(PI).facing(-PI / 2).build();
        one.attach(world, body(world, 0, 2, 0));
        assertThat(new Sensed(one).now().values).containsExactly(new float[] {0.6f}, within(1e-6f));
        world.dispose();
    }

    /** Two lines on the same place, made in either order, of which a ray may meet either first. */
    @Test
    void ofTwoAtTheSameDistanceTheOneNamedFirstIsTold() {
        for (int order = 0; order < 2; order++) {
            World world = empty();
            line(world, 4, -1, 4, 1, order == 0 ? 1 : 2);
            line(world, 4, -1, 4, 1, order == 0 ? 2 : 1);
            RaySensor sensor = eyes().rays(1).sees("guard", 2).sees("wall", 1).build();
            sensor.attach(world, body(world, 0, 0, 0));
            assertThat(new Sensed(sensor).now().values).containsExactly(new float[] {0.4f, 1, 0}, within(1e-6f));
            world.dispose();
        }
    }

    @Test
    void ofTwoSurfacesThatMeetTheSameNormalIsToldInWhateverOrderTheyWereMade() {
        for (int order = 0; order < 2; order++) {
            World world = empty();
            for (int line = 0; line < 2; line++) {
                float y = line == order ? -1 : 1;
                line(world, 4, 0, 5, y, 1);
            }
            RaySensor sensor = eyes().rays(1).normals(true).build();
            sensor.attach(world, body(world, 0, 0, 0));
            float half = (float) Math.sqrt(0.5);
            assertThat(new Sensed(sensor).now().values)
                    .containsExactly(new float[] {0.4f, -half, -half}, within(1e-6f));
            world.dispose();
        }
    }

    @Test
    void categoryBitsMayBeTheSignOfAShort() {
        World world = empty();
        line(world, 4, -1, 4, 1, 0x8000);
        RaySensor sensor = eyes().rays(1).sees("zone", (short) 0x8000).build();
        sensor.attach(world, body(world, 0, 0, 0));
        assertThat(new Sensed(sensor).now().values).containsExactly(new float[] {0.4f, 1}, within(1e-6f));
        world.dispose();
    }

    @Test
    void lookingChangesAndAllocatesNothing() {
        try (RandomWorld in = new RandomWorld(1)) {
            RaySensor sensor = eyes().rays(16)
                    .sees("wall", RandomWorld.WALL)
                    .normals(true)
                    .sensors(true)
                    .build();
            sensor.attach(in.world, in.self);
            Sensed sensed = new Sensed(sensor);
            float[] before = sensed.now().values.clone();
            assertThat(sensed.allocated()).isZero();
            assertThat(sensed.now().values).isEqualTo(before);
        }
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> RaySensor.builder("eyes").length(1).build())
                .hasMessage("sensor 'eyes': there must be at least 1 of rays, but there are 0");
        assertThatThrownBy(() -> RaySensor.builder("eyes").rays(1).build())
                .hasMessage("sensor 'eyes': the length must be finite and at least 0.001 m, but is 0.0");
        assertThatThrownBy(() -> eyes().length(Float.NaN))
                .hasMessage("sensor 'eyes': the length must be finite and at least 0.001 m, but is NaN");
        assertThatThrownBy(() -> eyes().fan(7))
                .hasMessage("sensor 'eyes': the fan must be above 0 and at most 2 * PI radians, but is 7.0");
        assertThatThrownBy(() -> eyes().offset(0, Float.POSITIVE_INFINITY))
                .hasMessage("sensor 'eyes': the offset's y must be a finite number, but is Infinity");
        assertThatThrownBy(() -> eyes().sees("wall", 1).sees("wall", 2))
                .hasMessage("sensor 'eyes': the category name 'wall' is used twice; name all its bits at once,"
                        + " sees(\"wall\", A | B)");
        assertThatThrownBy(() -> eyes().sees("wall", 0x10000))
                .hasMessage("sensor 'eyes': category bits must be some of the 16 of Filter.categoryBits, but they are"
                        + " 0x10000");
        assertThatThrownBy(() -> eyes().sees("distance", 1).build()).hasMessageContaining("'0.distance' is used twice");
        assertThatThrownBy(() -> eyes().sees("a wall", 1).build()).hasMessageContaining("'0.a wall' has a character");
    }

    @Test
    void itNeedsABodyAtAPlaceWhereRaysHaveALength() {
        RaySensor sensor = eyes().build();
        Sensed sensed = new Sensed(sensor);
        assertThatThrownBy(sensed::now)
                .hasMessage("sensor 'eyes': it is attached to no world; call attach(world, body) in Simulation.reset");
        World world = empty();
        World another = empty();
        assertThatThrownBy(() -> sensor.attach(world, body(another, 0, 0, 0)))
                .hasMessage("sensor 'eyes': the body that it sits on belongs to another world; take a body of the world"
                        + " that the sensor is attached to");
        assertThatThrownBy(() -> sensor.attach(world, null)).hasMessageContaining("it needs a world and a body");
        sensor.attach(world, body(world, 1e10f, 0, 0));
        assertThatThrownBy(sensed::now)
                .hasMessageStartingWith("sensor 'eyes': rays of 10.0 m are lost in rounding at (1.0E10, 0.0)");
        Body lost = body(world, 0, 0, 0);
        lost.setLinearVelocity(Float.NaN, 0);
        world.step(1 / 60f, 1, 1);
        sensor.attach(world, lost);
        assertThatThrownBy(sensed::now)
                .hasMessage("sensor 'eyes': its body is at (NaN, 0.0), turned by 0.0; look for a force, an impulse or a"
                        + " velocity that isn't a finite number");
        world.dispose();
        another.dispose();
    }
}

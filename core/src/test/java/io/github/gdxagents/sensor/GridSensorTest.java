package io.github.gdxagents.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.box2d.Box2DNatives;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GridSensorTest {
    private static final double UNCLEAR = 0.003; // cells by which a shape misses a cell or reaches into it

    /** How far apart a convex shape and a square are along the axis that parts them best; below 0 if they overlap. Corners in the world. */
    private static double gap(double[] x, double[] y, double[] squareX, double[] squareY) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            int next = (i + 1) % x.length;
            best = Math.max(best, gap(y[next] - y[i], x[i] - x[next], x, y, squareX, squareY));
        }
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            double alongX = squareX[next] - squareX[i];
            double alongY = squareY[next] - squareY[i];
            best = Math.max(best, gap(alongX, alongY, x, y, squareX, squareY));
        }
        return best;
    }

    private static double gap(double axisX, double axisY, double[] x, double[] y, double[] squareX, double[] squareY) {
        double size = Math.hypot(axisX, axisY);
        double[] one = span(axisX / size, axisY / size, x, y);
        double[] other = span(axisX / size, axisY / size, squareX, squareY);
        return Math.max(one[0] - other[1], other[0] - one[1]);
    }

    private static double[] span(double axisX, double axisY, double[] x, double[] y) {
        double[] span = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < x.length; i++) {
            double at = axisX * x[i] + axisY * y[i];
            span[0] = Math.min(span[0], at);
            span[1] = Math.max(span[1], at);
        }
        return span;
    }

    private static double gap(RandomWorld.Piece piece, double[] squareX, double[] squareY) {
        if (piece.isCircle()) {
            double x = piece.worldX(0);
            double y = piece.worldY(0);
            double best = Double.POSITIVE_INFINITY;
            boolean isInside = true;
            for (int i = 0; i < 4; i++) {
                int next = (i + 1) % 4;
                double ex = squareX[next] - squareX[i];
                double ey = squareY[next] - squareY[i];
                double fromX = x - squareX[i];
                double fromY = y - squareY[i];
                isInside &= ex * fromY - ey * fromX > 0;
                double t = Math.max(0, Math.min(1, (fromX * ex + fromY * ey) / (ex * ex + ey * ey)));
                best = Math.min(best, Math.hypot(fromX - t * ex, fromY - t * ey));
            }
            return (isInside ? -best : best) - piece.radius();
        }
        int corners = piece.x().length;
        if (piece.isFilled()) {
            return gap(corners(piece, 0, corners, true), corners(piece, 0, corners, false), squareX, squareY);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners - 1; i++) {
            best = Math.min(best, gap(corners(piece, i, 2, true), corners(piece, i, 2, false), squareX, squareY));
        }
        return best;
    }

    private static double[] corners(RandomWorld.Piece piece, int from, int count, boolean x) {
        double[] corners = new double[count];
        for (int i = 0; i < count; i++) {
            corners[i] = x ? piece.worldX(from + i) : piece.worldY(from + i);
        }
        return corners;
    }

    @Test
    void itAgreesWithPlainGeometryInManyWorlds() {
        int covered = 0;
        int empty = 0;
        int unclear = 0;
        for (int seed = 0; seed < 200; seed++) {
            try (RandomWorld in = new RandomWorld(seed)) {
                int rows = 1 + in.random.nextInt(12);
                int columns = 1 + in.random.nextInt(12);
                float cell = in.uniform(0.3, 2);
                float right = in.uniform(-3, 3);
                float ahead = in.uniform(-3, 3);
                float facing = in.uniform(-4, 4);
                boolean rotating = in.random.nextInt(2) == 0;
                boolean sensors = in.random.nextInt(2) == 0;
                GridSensor sensor = GridSensor.builder("map")
                        .cells(rows, columns)
                        .cellSize(cell)
                        .offset(right, ahead)
                        .facing(facing)
                        .rotating(rotating)
                        .sees("wall", RandomWorld.WALL)
                        .sees("guard", RandomWorld.GUARD | RandomWorld.FOG)
                        .sensors(sensors)
                        .build();
                sensor.attach(in.world, in.self);
                Sensed sensed = new Sensed(sensor).now();
                double nose = rotating ? in.self.getAngle() + facing : Math.PI / 2;
                double cos = Math.cos(nose);
                double sin = Math.sin(nose);
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < columns; c++) {
                        double[] x = new double[4];
                        double[] y = new double[4];
                        for (int i = 0; i < 4; i++) { // counter-clockwise from the lower left
                            double toRight = right + cell * (c - columns / 2.0 + (i == 1 || i == 2 ? 1 : 0));
                            double toNose = ahead + cell * (rows / 2.0 - r - (i < 2 ? 1 : 0));
                            x[i] = in.self.getPosition().x + cos * toNose + sin * toRight;
                            y[i] = in.self.getPosition().y + sin * toNose - cos * toRight;
                        }
                        double[] least = {1e9, 1e9};
                        for (RandomWorld.Piece piece : in.pieces) {
                            double gap = piece.isSensor() && !sensors ? 1e9 : gap(piece, x, y) / cell;
                            if ((piece.bits() & RandomWorld.WALL) != 0) {
                                least[0] = Math.min(least[0], gap);
                            }
                            if ((piece.bits() & (RandomWorld.GUARD | RandomWorld.FOG)) != 0) {
                                least[1] = Math.min(least[1], gap);
                            }
                        }
                        for (int channel = 0; channel < 2; channel++) {
                            if (Math.abs(least[channel]) < UNCLEAR) {
                                unclear++;
                                continue;
                            }
                            String name = "map[" + r + "," + c + "]." + (channel == 0 ? "wall" : "guard");
                            int expected = least[channel] < 0 ? 1 : 0;
                            assertThat(sensed.get(name))
                                    .as("seed " + seed + " " + name)
                                    .isEqualTo(expected);
                            covered += expected;
                            empty += 1 - expected;
                        }
                    }
                }
            }
        }
        assertThat(covered).isGreaterThan(2000);
        assertThat(empty).isGreaterThan(2000);
        assertThat(unclear).isLessThan(covered / 30);
    }

    private static Body fixture(World world, float x, float y, Shape shape) {
        BodyDef definition = new BodyDef();
        definition.position.set(x, y);
        Body body = world.createBody(definition);
        body.createFixture(shape, 0);
        shape.dispose();
        return body;
    }

    private static Shape box(float halfWidth, float halfHeight) {
        PolygonShape box = new PolygonShape();
        box.setAsBox(halfWidth, halfHeight);
        return box;
    }

    private static Shape circle(float radius) {
        CircleShape circle = new CircleShape();
        circle.setRadius(radius);
        return circle;
    }

    private static Shape edge(float x1, float y1, float x2, float y2) {
        EdgeShape edge = new EdgeShape();
        edge.set(x1, y1, x2, y2);
        return edge;
    }

    private static World empty() {
        Box2DNatives.require();
        return new World(new Vector2(), true);
    }

    private static GridSensor.Builder map(int rows, int columns) {
        return GridSensor.builder("map").cells(rows, columns).sees("wall", 1);
    }

    private static String picture(GridSensor sensor, int columns) {
        StringBuilder picture = new StringBuilder();
        float[] values = new Sensed(sensor).now().values;
        for (int i = 0; i < values.length; i++) {
            picture.append(values[i] == 1 ? '#' : '.').append((i + 1) % columns == 0 ? "\n" : "");
        }
        return picture.toString();
    }

    /** In a world of tiles solids end, and lines lie, exactly where cells do. */
    @Test
    void solidsDoNotCoverCellsThatTheyTouchAndLinesCoverBothSides() {
        World world = empty();
        fixture(world, -2, 2, box(0.5f, 0.5f)); // a tile
        fixture(world, 2, 2, circle(0.5f)); // as wide as a tile
        fixture(world, 0, 0, edge(-2.5f, -0.5f, 0.4f, -0.5f));
        Body self = world.createBody(new BodyDef());
        GridSensor sensor = map(5, 5).rotating(false).build();
        sensor.attach(world, self);
        assertThat(picture(sensor, 5)).isEqualTo("""
                        #...#
                        .....
                        ###..
                        ###..
                        .....
                        """);
        world.dispose();
    }

    @Test
    void rowZeroIsAheadAndColumnZeroToTheLeft() {
        World world = empty();
        BodyDef definition = new BodyDef();
        definition.angle = (float) Math.PI / 2; // looks upwards
        Body self = world.createBody(definition);
        fixture(world, -1, 2, box(0.3f, 0.3f));
        GridSensor ahead = map(3, 3).offset(0, 1).build();
        ahead.attach(world, self);
        assertThat(picture(ahead, 3)).isEqualTo("#..\n...\n...\n");
        GridSensor backwards = map(3, 3).offset(0, -1).facing((float) Math.PI).build();
        backwards.attach(world, self);
        assertThat(picture(backwards, 3)).isEqualTo("...\n...\n..#\n");
        world.dispose();
    }

    /** A round corner: the box around it reaches into a cell that the circle itself doesn't. */
    @Test
    void shapesAreSeenAsTheyAreAndNotAsTheBoxAroundThem() {
        World world = empty();
        fixture(world, 0, 0, circle(1.4f));
        fixture(world, 0, -4, edge(-2, -1, 2, 1));
        Body self = world.createBody(new BodyDef());
        GridSensor sensor = map(4, 4).rotating(false).build();
        sensor.attach(world, self);
        assertThat(picture(sensor, 4)).isEqualTo(".##.\n####\n####\n.##.\n");
        GridSensor lower = map(2, 4).rotating(false).offset(0, -4).build();
        lower.attach(world, self);
        assertThat(picture(lower, 4)).isEqualTo(".###\n###.\n"); // through the middle, where all cells meet
        world.dispose();
    }

    @Test
    void aBodyMadeLaterIsSeenAndOneThatIsGoneIsNot() {
        World world = empty();
        Body self = world.createBody(new BodyDef());
        GridSensor sensor = map(1, 3).rotating(false).build();
        sensor.attach(world, self);
        assertThat(picture(sensor, 3)).isEqualTo("...\n");
        Body first = fixture(world, -1, 0, box(0.3f, 0.3f));
        assertThat(picture(sensor, 3)).isEqualTo("#..\n");
        world.destroyBody(first);
        fixture(world, 1, 0, circle(0.3f)); // may be given the objects of the first
        assertThat(picture(sensor, 3)).isEqualTo("..#\n");
        world.dispose();
    }

    /** LibGDX reads vertices through one array of all threads. */
    @Test
    void manyThreadsReadOutlinesAtOnce() {
        Box2DNatives.require();
        CompletableFuture<?>[] threads = new CompletableFuture<?>[4];
        for (int i = 0; i < threads.length; i++) {
            float size = 1 + i;
            threads[i] = CompletableFuture.runAsync(() -> readAgainAndAgain(size));
        }
        CompletableFuture.allOf(threads).join();
    }

    private static void readAgainAndAgain(float size) {
        Shape shape = box(size, size);
        Outlines outlines = new Outlines();
        for (int i = 0; i < 100_000; i++) {
            outlines.clear();
            assertThat(Math.abs(outlines.of(shape).x[0])).isEqualTo(size);
        }
        shape.dispose();
    }

    @Test
    void lookingChangesAndAllocatesNothing() {
        try (RandomWorld in = new RandomWorld(1)) {
            GridSensor sensor = map(16, 16).sees("guard", RandomWorld.GUARD).build();
            sensor.attach(in.world, in.self);
            Sensed sensed = new Sensed(sensor);
            float[] before = sensed.now().values.clone();
            assertThat(sensed.allocated()).isZero();
            assertThat(sensed.now().values).isEqualTo(before);
        }
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> GridSensor.builder("map").cells(2, 2).build())
                .hasMessage("sensor 'map': it sees nothing; name what it shows, sees(\"wall\", WALL_BITS)");
        assertThatThrownBy(() -> GridSensor.builder("map").sees("wall", 1).build())
                .hasMessage("sensor 'map': there must be at least 1 of rows, but there are 0");
        assertThatThrownBy(() -> map(2, 2).cellSize(0))
                .hasMessage("sensor 'map': the size of cells must be above 0 and finite, but is 0.0");
        assertThatThrownBy(() -> map(1 << 15, 1 << 15).build()).hasMessageContaining("at most 65536 values");
        assertThatThrownBy(() -> map(2, 2).sees("wall", 2)).hasMessageContaining("'wall' is used twice");
        assertThatThrownBy(() -> new Sensed(map(2, 2).build()).now()).hasMessageContaining("attached to no world");
    }
}

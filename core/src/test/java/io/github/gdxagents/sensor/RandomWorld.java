package io.github.gdxagents.sensor;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.box2d.Box2DNatives;
import java.util.ArrayList;
import java.util.List;

/** Bodies of all kinds of shapes, strewn around one that looks at them, and a record of what was strewn. */
final class RandomWorld implements AutoCloseable {
    static final int WALL = 0x0001;
    static final int GUARD = 0x0004;
    static final int ZONE = 0x8000; // of a short the sign
    static final int FOG = 0x0020;
    private static final int[] CATEGORIES = {WALL, GUARD, ZONE, FOG, WALL | GUARD, GUARD | FOG};

    /** What a fixture is made of: corners in the body's frame, in order. */
    record Piece(Body body, double[] x, double[] y, double radius, boolean isFilled, int bits, boolean isSensor) {
        boolean isCircle() {
            return radius > 0;
        }

        /** Lines between corners. */
        int lines() {
            return isCircle() ? 0 : isFilled ? x.length : x.length - 1;
        }

        double worldX(int corner) {
            return body.getPosition().x + Math.cos(body.getAngle()) * x[corner] - Math.sin(body.getAngle()) * y[corner];
        }

        double worldY(int corner) {
            return body.getPosition().y + Math.sin(body.getAngle()) * x[corner] + Math.cos(body.getAngle()) * y[corner];
        }
    }

    final World world;
    final Body self;
    final RandomStream random;
    final List<Body> bodies = new ArrayList<>(); // all but self
    final List<Piece> pieces = new ArrayList<>(); // all but those of self

    RandomWorld(long seed) {
        this(seed, 15);
    }

    RandomWorld(long seed, int count) {
        Box2DNatives.require();
        random = RandomStream.of(seed);
        world = new World(new Vector2(0, -5), true);
        self = body(BodyDef.BodyType.DynamicBody);
        fixture(self, shape(0));
        fixture(self, shape(2));
        pieces.clear();
        for (int i = 0; i < count; i++) {
            Body body = body(random.uniform(0, 1) < 0.5 ? BodyDef.BodyType.StaticBody : BodyDef.BodyType.DynamicBody);
            bodies.add(body);
            int fixtures = 1 + random.nextInt(2);
            for (int f = 0; f < fixtures; f++) {
                fixture(body, shape(random.nextInt(5)));
            }
        }
        int steps = random.nextInt(8);
        for (int i = 0; i < steps; i++) {
            world.step(1 / 60f, 8, 3);
        }
    }

    private Body body(BodyDef.BodyType type) {
        BodyDef definition = new BodyDef();
        definition.type = type;
        definition.position.set(uniform(-10, 10), uniform(-10, 10));
        definition.angle = uniform(-7, 7);
        if (type
                == BodyDef.BodyType.DynamicBody) { // Box2D moves a static one, too, but doesn't see it at its new place
            definition.linearVelocity.set(uniform(-3, 3), uniform(-3, 3));
            definition.angularVelocity = uniform(-2, 2);
        }
        return world.createBody(definition);
    }

    float uniform(double least, double most) {
        return (float) random.uniform(least, most);
    }

    private record Form(Shape shape, double[] x, double[] y, boolean isFilled) {}

    private Form shape(int kind) {
        return switch (kind) {
            case 0 -> circle();
            case 1 -> polygon(random.uniform(0.3, 2));
            case 2 -> box();
            case 3 -> edge();
            default -> chain();
        };
    }

    private Form circle() {
        CircleShape circle = new CircleShape();
        circle.setRadius(uniform(0.1, 1.5));
        circle.setPosition(new Vector2(uniform(-1, 1), uniform(-1, 1)));
        return new Form(circle, new double[] {circle.getPosition().x}, new double[] {circle.getPosition().y}, true);
    }

    private Form polygon(double size) {
        int corners = 3 + random.nextInt(6);
        double start = random.uniform(0, 6);
        float[] vertices = new float[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = start + 2 * Math.PI * (i + random.uniform(0, 0.7)) / corners;
            vertices[2 * i] = (float) (size * Math.cos(angle));
            vertices[2 * i + 1] = (float) (0.6 * size * Math.sin(angle));
        }
        PolygonShape polygon = new PolygonShape();
        polygon.set(vertices);
        return form(polygon, vertices, true);
    }

    private Form box() {
        float width = uniform(0.1, 2);
        float height = uniform(0.1, 2);
        PolygonShape box = new PolygonShape();
        box.setAsBox(width, height);
        return form(box, new float[] {-width, -height, width, -height, width, height, -width, height}, true);
    }

    private Form edge() {
        float[] ends = {uniform(-3, 0), uniform(-3, 3), uniform(0.1, 3), uniform(-3, 3)};
        EdgeShape edge = new EdgeShape();
        edge.set(ends[0], ends[1], ends[2], ends[3]);
        return form(edge, ends, false);
    }

    private Form chain() {
        int corners = 3 + random.nextInt(12);
        float[] vertices = new float[2 * corners];
        for (int i = 0; i < corners; i++) {
            vertices[2 * i] = i - corners / 2f;
            vertices[2 * i + 1] = uniform(-1, 1);
        }
        ChainShape chain = new ChainShape();
        if (random.uniform(0, 1) < 0.5) {
            chain.createChain(vertices);
            return form(chain, vertices, false);
        }
        chain.createLoop(vertices);
        float[] loop = java.util.Arrays.copyOf(vertices, vertices.length + 2);
        loop[vertices.length] = vertices[0];
        loop[vertices.length + 1] = vertices[1];
        return form(chain, loop, false);
    }

    private static Form form(Shape shape, float[] vertices, boolean isFilled) {
        double[] x = new double[vertices.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = vertices[2 * i];
            y[i] = vertices[2 * i + 1];
        }
        return new Form(shape, x, y, isFilled);
    }

    private void fixture(Body body, Form form) {
        FixtureDef definition = new FixtureDef();
        definition.shape = form.shape;
        definition.density = 1;
        definition.isSensor = random.uniform(0, 1) < 0.25;
        definition.filter.categoryBits = (short) CATEGORIES[random.nextInt(CATEGORIES.length)];
        body.createFixture(definition);
        double radius = form.shape instanceof CircleShape ? form.shape.getRadius() : 0;
        form.shape.dispose();
        int bits = definition.filter.categoryBits & 0xFFFF;
        pieces.add(new Piece(body, form.x, form.y, radius, form.isFilled, bits, definition.isSensor));
    }

    @Override
    public void close() {
        world.dispose();
    }
}

package io.github.gdxagents.desktop.plain;

import com.badlogic.gdx.graphics.OrthographicCamera;
import com.badlogic.gdx.graphics.glutils.HdpiUtils;
import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.math.Rectangle;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Box2DDebugRenderer;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.Array;
import io.github.gdxagents.box2d.Box2DSimulation;
import io.github.gdxagents.games.view.GameView;

/** Draws the shapes of a world, by libGDX's debug renderer, with a camera that follows a body or shows them all. */
final class Box2DView implements GameView {
    private static final float MARGIN = 1.1f;
    /** How much of the way to where it should be the camera goes in a second. */
    private static final float SPEED = 4f;
    /** A focus is shown with this many times its size around it, unless the whole world is smaller. */
    private static final float SURROUNDINGS = 12f;

    private static final float SMALLEST_SPAN = 0.01f;

    private final Box2DSimulation simulation;
    private final Box2DDebugRenderer renderer = new Box2DDebugRenderer();
    private final OrthographicCamera camera = new OrthographicCamera();
    private final Array<Body> bodies = new Array<>();
    private final Rectangle whole = new Rectangle();
    private final Rectangle part = new Rectangle();
    private final Vector2 point = new Vector2();
    private final Vector2 corner = new Vector2();
    private int left;
    private int bottom;
    private int width = 1;
    private int height = 1;
    private float span = 1f;

    Box2DView(Box2DSimulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public void resize(int x, int y, int newWidth, int newHeight) {
        left = x;
        bottom = y;
        width = newWidth;
        height = newHeight;
    }

    @Override
    public void reset() {
        World world = simulation.world();
        if (world != null) {
            aim(world);
            camera.position.set(point, 0);
            camera.viewportHeight = span;
        }
    }

    @Override
    public void step() {
        // the world itself has what is to be drawn
    }

    @Override
    public void render(float delta, float alpha) {
        World world = simulation.world();
        if (world == null) {
            return;
        }
        aim(world);
        float way = Math.min(1f, SPEED * delta);
        camera.position.add(way * (point.x - camera.position.x), way * (point.y - camera.position.y), 0);
        camera.viewportHeight +=
                way * (span - camera.viewportHeight); // as slowly, or an edge that stays would be cut off
        camera.viewportWidth = camera.viewportHeight * width / height;
        camera.update();
        HdpiUtils.glViewport(left, bottom, width, height);
        renderer.render(world, camera.combined);
    }

    @Override
    public Matrix4 projection() {
        return camera.combined;
    }

    /** Where the camera should look at, into {@link #point}, and how many meters are to be seen from top to bottom. */
    private void aim(World world) {
        world.getBodies(bodies);
        boolean isEmpty = true;
        for (int i = 0; i < bodies.size; i++) {
            if (measure(bodies.get(i)) && isEmpty) {
                whole.set(part);
                isEmpty = false;
            } else if (measure(bodies.get(i))) {
                whole.merge(part);
            }
        }
        float all = isEmpty ? 1f : MARGIN * Math.max(whole.height, whole.width * height / width);
        Body focus = simulation.focus();
        if (focus == null) {
            whole.getCenter(point);
            span = all;
        } else {
            float size = measure(focus) ? Math.max(part.width, part.height) : 1f;
            point.set(focus.getPosition());
            span = Math.min(all, SURROUNDINGS * size);
        }
        span = Math.max(SMALLEST_SPAN, span);
    }

    /** The box around a body's fixtures, into {@link #part}; false if it has none. */
    private boolean measure(Body body) {
        Array<Fixture> fixtures = body.getFixtureList();
        Vector2 position = body.getPosition();
        part.set(position.x, position.y, 0, 0);
        for (int i = 0; i < fixtures.size; i++) {
            measure(body, fixtures.get(i).getShape());
        }
        return fixtures.size > 0;
    }

    private void measure(Body body, Shape shape) {
        if (shape instanceof CircleShape circle) {
            corner.set(body.getWorldPoint(circle.getPosition()));
            float radius = circle.getRadius();
            part.merge(corner.x - radius, corner.y - radius);
            part.merge(corner.x + radius, corner.y + radius);
        } else if (shape instanceof PolygonShape polygon) {
            for (int k = 0; k < polygon.getVertexCount(); k++) {
                polygon.getVertex(k, corner);
                part.merge(body.getWorldPoint(corner));
            }
        } else if (shape instanceof ChainShape chain) {
            for (int k = 0; k < chain.getVertexCount(); k++) {
                chain.getVertex(k, corner);
                part.merge(body.getWorldPoint(corner));
            }
        } else if (shape instanceof EdgeShape edge) {
            edge.getVertex1(corner);
            part.merge(body.getWorldPoint(corner));
            edge.getVertex2(corner);
            part.merge(body.getWorldPoint(corner));
        }
    }

    @Override
    public void dispose() {
        renderer.dispose();
    }
}

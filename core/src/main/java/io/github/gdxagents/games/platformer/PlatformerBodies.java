package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;

/**
 * Puts a level into a world of Box2D.
 *
 * <p>Ground of one height is one box, however many tiles long: feet that run over the seam of two boxes would stumble.
 */
final class PlatformerBodies {
    static final float SPIKE_HEIGHT = 0.5f;
    static final float SPIKE_INSET = 0.15f; // of a row's ends
    static final float POLE_HEIGHT = 6f;

    private static final float POLE_HALF_WIDTH = 0.1f;
    private static final float WALL_HEIGHT = 30f;
    private static final float DEPTH = 3f; // of the ground below y = 0

    private final PlatformerLevel level;
    private final PolygonShape box = new PolygonShape();
    private final CircleShape disc = new CircleShape();
    private final Vector2 centre = new Vector2();
    private final FixtureDef fixture = new FixtureDef();
    private final Body still;

    PlatformerBodies(World world, PlatformerLevel level) {
        this.level = level;
        still = world.createBody(new BodyDef());
    }

    /** Builds all that stands still; coins are put into an array of at least their number. */
    void build(World world, PlatformerCoin[] coins) {
        int columns = level.columns();
        solid(-1, 0, 0, WALL_HEIGHT);
        solid(columns, columns + 1, 0, WALL_HEIGHT);
        for (int from = 0, to; from < columns; from = to) {
            to = from + 1;
            while (to < columns && level.ground(to) == level.ground(from)) {
                to++;
            }
            if (level.ground(from) > 0) {
                solid(from, to, -DEPTH, level.ground(from));
            }
        }
        for (int from = 0, to; from < columns; from = to) {
            to = from + 1;
            while (to < columns && level.ledge(to) == level.ledge(from)) {
                to++;
            }
            if (level.ledge(from) > 0) {
                solid(from, to, level.ledge(from) - 1, level.ledge(from));
            }
        }
        spikes();
        int flag = columns - PlatformerLevel.RUN_OUT;
        float x = level.flagX();
        rectangle(
                x - POLE_HALF_WIDTH,
                x + POLE_HALF_WIDTH,
                level.ground(flag),
                level.ground(flag) + POLE_HEIGHT,
                PlatformerBits.FLAG);
        for (int i = 0; i < level.coins(); i++) {
            coins[i] = coin(world, level.coinX(i), level.coinY(i));
        }
        box.dispose();
        disc.dispose();
    }

    private void spikes() {
        for (int from = 0, to; from < level.columns(); from = to) {
            to = from + 1;
            if (level.hasSpikes(from)) {
                while (level.hasSpikes(to)) {
                    to++;
                }
                int y = level.ground(from);
                rectangle(from + SPIKE_INSET, to - SPIKE_INSET, y, y + SPIKE_HEIGHT, PlatformerBits.SPIKES);
            }
        }
    }

    private void solid(float left, float right, float bottom, float top) {
        rectangle(left, right, bottom, top, PlatformerBits.SOLID);
    }

    private void rectangle(float left, float right, float bottom, float top, short category) {
        centre.set((left + right) / 2, (bottom + top) / 2);
        box.setAsBox((right - left) / 2, (top - bottom) / 2, centre, 0);
        create(still, box, category);
    }

    private void create(Body body, Shape shape, short category) {
        fixture.shape = shape;
        fixture.friction = 0;
        fixture.isSensor = category != PlatformerBits.SOLID;
        fixture.filter.categoryBits = category;
        fixture.filter.maskBits = PlatformerBits.HERO;
        body.createFixture(fixture);
    }

    private PlatformerCoin coin(World world, float x, float y) {
        BodyDef definition = new BodyDef();
        definition.position.set(x, y);
        Body body = world.createBody(definition);
        disc.setRadius(PlatformerCoin.RADIUS);
        create(body, disc, PlatformerBits.COIN);
        return new PlatformerCoin(body, x, y);
    }
}

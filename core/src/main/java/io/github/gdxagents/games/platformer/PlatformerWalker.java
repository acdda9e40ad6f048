package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.World;

/**
 * A walker goes to and fro on its stretch. Its side is deadly; who comes down on it ends it.
 *
 * <p>Thread safety: that of its simulation.
 */
final class PlatformerWalker {
    static final float HALF_WIDTH = 0.4f;
    static final float HALF_HEIGHT = 0.35f;

    private final Body body;
    private final float left;
    private final float right;
    private float velocity;
    private boolean stomped;

    PlatformerWalker(World world, PlatformerLevel level, int index) {
        left = level.walkerLeft(index);
        right = level.walkerRight(index);
        velocity = level.walkerVelocity(index);
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.KinematicBody;
        definition.position.set(level.walkerStart(index), level.walkerY(index) + HALF_HEIGHT);
        definition.linearVelocity.set(velocity, 0);
        body = world.createBody(definition);
        body.setUserData(this);
        PolygonShape shape = new PolygonShape();
        shape.setAsBox(HALF_WIDTH, HALF_HEIGHT);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.isSensor = true;
        fixture.filter.categoryBits = PlatformerBits.WALKER;
        fixture.filter.maskBits = PlatformerBits.HERO;
        body.createFixture(fixture);
        shape.dispose();
    }

    /** Turns round at the end of the stretch. */
    void beforeStep() {
        float x = x();
        if (!stomped && (velocity < 0 ? x <= left : x >= right)) {
            velocity = -velocity;
            body.setLinearVelocity(velocity, 0);
        }
    }

    void stomp() {
        stomped = true;
        velocity = 0;
        body.setActive(false);
    }

    boolean isStomped() {
        return stomped;
    }

    float x() {
        return body.getPosition().x;
    }

    /** The height of its middle. */
    float y() {
        return body.getPosition().y;
    }

    float velocity() {
        return velocity;
    }

    /** Where it will be after some physics steps, as whoever watches it can foresee. */
    float xAfter(int steps) {
        float x = x() + velocity * steps * PlatformerMotion.STEP_SECONDS;
        if (x < left) {
            return 2 * left - x;
        }
        return x > right ? 2 * right - x : x;
    }
}

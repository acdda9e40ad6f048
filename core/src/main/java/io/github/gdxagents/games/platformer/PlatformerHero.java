package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.World;

/**
 * The hero: a body that runs and jumps as {@link PlatformerMotion} says.
 *
 * <p>A press of the button jumps if a foot is on the ground, or was up to {@link PlatformerMotion#COYOTE_STEPS} physics steps ago; one that
 * comes too early counts for {@link PlatformerMotion#BUFFER_STEPS} steps. Who lets go while rising rises less high.
 *
 * <p>Thread safety: that of its simulation. A step allocates nothing.
 */
final class PlatformerHero {
    static final float HALF_WIDTH = 0.35f;
    static final float HALF_HEIGHT = 0.55f;

    /** What is cut off the corners: a foot that meets the corner of a tile slides over it. */
    static final float BEVEL = 0.1f;

    private static final float SENSOR = 0.04f; // below and above the soles
    private static final float STILL = 0.1f; // metres per second

    private final Vector2 velocity = new Vector2();
    private Body body;
    private Fixture feet;
    private int touching;
    private int move;
    private boolean held;
    private boolean wasHeld;
    private boolean grounded;
    private int coyote;
    private int buffer;
    private boolean jumped;
    private float lastFeetY;

    /** Begins an episode: stands at a place, its feet at {@code y}. */
    void reset(World world, float x, float y) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.fixedRotation = true;
        definition.allowSleep = false;
        definition.position.set(x, y + HALF_HEIGHT + 0.01f);
        body = world.createBody(definition);
        PolygonShape shape = new PolygonShape();
        shape.set(outline());
        body.createFixture(fixture(
                shape,
                false,
                PlatformerBits.SOLID
                        | PlatformerBits.SPIKES
                        | PlatformerBits.WALKER
                        | PlatformerBits.COIN
                        | PlatformerBits.FLAG));
        shape.setAsBox(HALF_WIDTH - BEVEL, SENSOR, new Vector2(0, -HALF_HEIGHT), 0);
        feet = body.createFixture(fixture(shape, true, PlatformerBits.SOLID));
        shape.dispose();
        velocity.setZero();
        touching = 0;
        move = 0;
        held = false;
        wasHeld = false;
        grounded = true;
        coyote = 0;
        buffer = 0;
        jumped = false;
        lastFeetY = y;
    }

    private static float[] outline() {
        float w = HALF_WIDTH;
        float h = HALF_HEIGHT;
        float b = BEVEL;
        return new float[] {-w + b, -h, w - b, -h, w, -h + b, w, h - b, w - b, h, -w + b, h, -w, h - b, -w, -h + b};
    }

    private static FixtureDef fixture(PolygonShape shape, boolean sensor, int mask) {
        FixtureDef definition = new FixtureDef();
        definition.shape = shape;
        definition.density = 1;
        definition.friction = 0; // or it would hang on walls
        definition.isSensor = sensor;
        definition.filter.categoryBits = PlatformerBits.HERO;
        definition.filter.maskBits = (short) mask;
        return definition;
    }

    void forget() {
        body = null;
        feet = null;
    }

    Body body() {
        return body;
    }

    boolean isFeet(Fixture fixture) {
        return fixture == feet;
    }

    /** Says that the feet began or ceased to touch something solid. */
    void touch(boolean begins) {
        touching += begins ? 1 : -1;
    }

    /** Takes what is to be done from now on: run to the left (-1), to the right (1) or stop, with the button held or not. */
    void command(int newMove, boolean hold) {
        move = newMove;
        held = hold;
    }

    /** Sets the velocity of the coming physics step. */
    void beforeStep() {
        coyote = grounded ? PlatformerMotion.COYOTE_STEPS : coyote;
        buffer = held && !wasHeld ? PlatformerMotion.BUFFER_STEPS : Math.max(0, buffer - 1);
        wasHeld = held;
        jumped = buffer > 0 && coyote > 0;
        velocity.x = run(velocity.x, move, grounded);
        if (jumped) {
            velocity.y = PlatformerMotion.JUMP_SPEED;
            buffer = 0;
            coyote = 0;
        } else if (!grounded) {
            coyote = Math.max(0, coyote - 1);
        }
        velocity.y = Math.max(velocity.y, -PlatformerMotion.FALL_SPEED);
        lastFeetY = feetY();
        body.setGravityScale(gravityScale(velocity.y, held));
        body.setLinearVelocity(velocity);
    }

    /** The horizontal velocity after a step of running, metres per second. */
    static float run(float velocity, int move, boolean grounded) {
        float most = PlatformerMotion.STEP_SECONDS
                * (grounded ? PlatformerMotion.GROUND_ACCELERATION : PlatformerMotion.AIR_ACCELERATION);
        float change = move * PlatformerMotion.RUN_SPEED - velocity;
        return velocity + Math.max(-most, Math.min(most, change));
    }

    static float gravityScale(float velocityY, boolean held) {
        return velocityY > 0 && !held ? PlatformerMotion.SHORT_HOP_GRAVITY : 1;
    }

    void afterStep() {
        velocity.set(body.getLinearVelocity());
        grounded = touching > 0 && !jumped && velocity.y < STILL;
    }

    /** Is thrown up off a walker. */
    void bounce() {
        velocity.y = PlatformerMotion.BOUNCE_SPEED;
        grounded = false;
        coyote = 0;
    }

    /** Whether the feet came down on something whose middle is at a height, rather than ran into it. */
    boolean cameDownOn(float middleY) {
        return velocity.y <= 0 && lastFeetY > middleY;
    }

    float x() {
        return body.getPosition().x;
    }

    float feetY() {
        return body.getPosition().y - HALF_HEIGHT;
    }

    float velocityX() {
        return velocity.x;
    }

    float velocityY() {
        return velocity.y;
    }

    boolean isGrounded() {
        return grounded;
    }

    /** Whether the step before began a jump. */
    boolean hasJumped() {
        return jumped;
    }

    boolean isHeld() {
        return wasHeld;
    }

    int coyote() {
        return coyote;
    }

    int buffer() {
        return buffer;
    }

    int move() {
        return move;
    }
}

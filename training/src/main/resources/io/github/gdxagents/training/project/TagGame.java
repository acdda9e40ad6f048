package com.acme.mygame;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.box2d.Box2DSimulation;
import java.util.Arrays;
import java.util.List;

/** Two discs on a field with walls: one chases, the other runs away. Rules and physics alone; TagScreen draws it. */
public class TagGame implements Box2DSimulation {
    static final float STEP_SECONDS = 1f / 60f;
    static final float FIELD = 10f; // meters from wall to wall
    static final float RADIUS = 0.5f;
    private static final float PROGRESS = 0.1f; // reward for a meter nearer, or farther away

    private final Disc chaser = new Disc(Disc.CHASER, true);
    private final Disc runner = new Disc(Disc.RUNNER, false);
    private World world;
    private float distance;

    @Override
    public List<Disc> agents() {
        return Arrays.asList(chaser, runner); // always the same, in the same order
    }

    /** An episode begins in a new world: a rebuilt one would not play the same. */
    @Override
    public void reset(long seed) {
        dispose();
        RandomStream random = RandomStream.of(seed); // all that is random comes from the seed
        world = new World(new Vector2(0, 0), true);
        addWalls();
        float angle = (float) random.uniform(0, 2 * Math.PI);
        Vector2 place = new Vector2(3, 0).rotateRad(angle);
        chaser.begin(addDisc(place), runner);
        runner.begin(addDisc(place.scl(-1)), chaser);
        distance = chaser.distanceTo(runner);
    }

    private void addWalls() {
        float half = FIELD / 2;
        ChainShape walls = new ChainShape();
        walls.createLoop(new float[] {-half, -half, half, -half, half, half, -half, half});
        world.createBody(new BodyDef()).createFixture(walls, 0);
        walls.dispose();
    }

    private Body addDisc(Vector2 place) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set(place);
        definition.linearDamping = 2;
        Body body = world.createBody(definition);
        CircleShape circle = new CircleShape();
        circle.setRadius(RADIUS);
        body.createFixture(circle, 1);
        circle.dispose();
        return body;
    }

    /** One physics step, always of the same length. */
    @Override
    public void step() {
        chaser.push();
        runner.push();
        world.step(STEP_SECONDS, 6, 2);
        float before = distance;
        distance = chaser.distanceTo(runner);
        chaser.earn(PROGRESS * (before - distance));
        runner.earn(PROGRESS * (distance - before));
        if (distance < 2 * RADIUS + 0.05f) {
            chaser.earn(1);
            runner.earn(-1);
            chaser.end(StepStatus.TERMINATED); // by the rules; time is up by the stepLimit
            runner.end(StepStatus.TERMINATED);
        }
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public float stepSeconds() {
        return STEP_SECONDS;
    }

    @Override
    public void dispose() {
        if (world != null) {
            world.dispose();
            world = null;
        }
    }
}

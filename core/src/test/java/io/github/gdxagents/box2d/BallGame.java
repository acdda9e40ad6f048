package io.github.gdxagents.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/** A ball that falls to the ground and is pushed about: a game with Box2D whose author has never heard of natives. */
final class BallGame implements Simulation, Agent {
    private static final BehaviorSpec BALL = BehaviorSpec.builder("ball")
            .observation(ObservationSpec.of("x", "y", "speed"))
            .action(ActionSpec.builder().continuous("push").build())
            .stepLimit(120)
            .build();

    private World world;
    private Body ball;
    private float push;
    private float reward;
    private StepStatus status = StepStatus.INACTIVE;

    @Override
    public void reset(long seed) {
        dispose();
        world = new World(new Vector2(0, -10), true);
        PolygonShape box = new PolygonShape();
        box.setAsBox(20, 1);
        world.createBody(new BodyDef()).createFixture(box, 0);
        box.dispose();
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set((float) RandomStream.of(seed).uniform(-2, 2), 3);
        ball = world.createBody(definition);
        CircleShape circle = new CircleShape();
        circle.setRadius(0.5f);
        ball.createFixture(circle, 1);
        circle.dispose();
        push = 0;
        reward = 0;
        status = StepStatus.RUNNING;
    }

    @Override
    public void step() {
        ball.applyForceToCenter(5 * push, 0, true);
        world.step(1 / 60f, 8, 3);
        reward += 0.1f * ball.getLinearVelocity().x;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(ball.getPosition().x, ball.getPosition().y).add(ball.getLinearVelocity().x);
    }

    @Override
    public void act(Actions actions) {
        push = actions.continuous(0);
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public StepStatus status() {
        return status;
    }

    @Override
    public BehaviorSpec behavior() {
        return BALL;
    }

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void dispose() {
        if (world != null) {
            world.dispose();
            world = null;
        }
    }
}

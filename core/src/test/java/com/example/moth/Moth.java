package com.example.moth;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;

/** The character that the project's README shows: it likes to be near the lamp, and must not touch it. */
class Moth implements Agent {
    static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("moth")
            .observation(ObservationSpec.of("lamp.x", "lamp.y", "velocity.x", "velocity.y"))
            .action(ActionSpec.builder()
                    .continuous("push.x", "push.y")
                    .branch("wings", "fold", "flap")
                    .build())
            .decisionPeriod(4)
            .stepLimit(500)
            .build();

    private static final float LAMP_RADIUS = 0.2f;
    private static final float STRENGTH = 0.1f;

    private final Body body;
    private final Vector2 toLamp = new Vector2();
    private final Vector2 velocity = new Vector2();
    private final Vector2 push = new Vector2();
    private boolean flap;
    private boolean burnt;
    private float reward;

    Moth(World world) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        body = world.createBody(definition);
    }

    void reset(RandomStream random) {
        body.setTransform((float) random.uniform(-2, 2), (float) random.uniform(0.5, 2), 0);
        body.setLinearVelocity(0, 0);
        push.setZero();
        toLamp.set(body.getPosition()).scl(-1);
        velocity.set(body.getLinearVelocity());
        flap = false;
        burnt = false;
        reward = 0;
    }

    void beforeStep() {
        body.applyForceToCenter(push.x * STRENGTH, push.y * STRENGTH + (flap ? STRENGTH : 0), true);
    }

    void afterStep() {
        toLamp.set(body.getPosition()).scl(-1);
        velocity.set(body.getLinearVelocity());
        burnt = toLamp.len() < LAMP_RADIUS;
        reward += burnt ? -10 : 0.1f / (1 + toLamp.len());
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(toLamp.x, toLamp.y).add(velocity.x, velocity.y);
    }

    @Override
    public void act(Actions actions) {
        push.set(actions.continuous(0), actions.continuous(1));
        flap = actions.discrete(0) == 1;
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public StepStatus status() {
        return burnt ? StepStatus.TERMINATED : StepStatus.RUNNING;
    }
}

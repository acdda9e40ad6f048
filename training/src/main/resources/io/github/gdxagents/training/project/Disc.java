package com.acme.mygame;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/** A disc that perceives itself and the other one, and pushes itself into some direction. */
class Disc implements Agent {
    static final BehaviorSpec CHASER = behavior("chaser");
    static final BehaviorSpec RUNNER = behavior("runner");
    private static final float FORCE = 6f;
    private static final float FASTEST = 4f;

    private final BehaviorSpec behavior;
    private final boolean chases;
    private final Vector2 push = new Vector2();
    private final Vector2 toOther = new Vector2();
    private Body body;
    private Disc other;
    private float reward;
    private StepStatus status = StepStatus.INACTIVE;

    Disc(BehaviorSpec behavior, boolean chases) {
        this.behavior = behavior;
        this.chases = chases;
    }

    /** Agents of one behavior share one policy. Names and sizes are written into its file, and have to fit the game. */
    private static BehaviorSpec behavior(String name) {
        return BehaviorSpec.builder(name)
                .observation(ObservationSpec.of(
                        "position.x", "position.y", "velocity.x", "velocity.y",
                        "other.x", "other.y", "other.velocity.x", "other.velocity.y"))
                .action(ActionSpec.builder().continuous("push.x", "push.y").build())
                .decisionPeriod(4) // decides at every fourth physics step
                .stepLimit(150)    // 150 decisions are 10 seconds; then an episode is cut off
                .build();
    }

    void begin(Body newBody, Disc newOther) {
        body = newBody;
        other = newOther;
        push.setZero();
        reward = 0;
        status = StepStatus.RUNNING;
    }

    void push() {
        body.applyForceToCenter(FORCE * push.x, FORCE * push.y, true);
    }

    float distanceTo(Disc disc) {
        return body.getPosition().dst(disc.body.getPosition());
    }

    void earn(float more) {
        reward += more;
    }

    void end(StepStatus how) {
        status = how;
    }

    Vector2 position() {
        return body.getPosition();
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    /** Values of about -1 to 1 are learned from best. */
    @Override
    public void observe(ObservationWriter out) {
        float half = TagGame.FIELD / 2;
        Vector2 position = body.getPosition();
        Vector2 velocity = body.getLinearVelocity();
        out.add(position.x / half).add(position.y / half).add(velocity.x / FASTEST).add(velocity.y / FASTEST);
        lookAtOther();
        Vector2 otherVelocity = other.body.getLinearVelocity();
        out.add(toOther.x / half).add(toOther.y / half).add(otherVelocity.x / FASTEST).add(otherVelocity.y / FASTEST);
    }

    private void lookAtOther() {
        toOther.set(other.body.getPosition()).sub(body.getPosition());
    }

    @Override
    public void act(Actions actions) {
        push.set(actions.continuous(0), actions.continuous(1)); // holds until the next decision
    }

    /** What was earned since the last call. */
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

    /** A script to play against, and to compare with: straight towards the other one, or away from it. */
    @Override
    public void heuristic(Actions out) {
        lookAtOther();
        toOther.nor().scl(chases ? 1 : -1);
        out.setContinuous(0, toOther.x);
        out.setContinuous(1, toOther.y);
    }
}

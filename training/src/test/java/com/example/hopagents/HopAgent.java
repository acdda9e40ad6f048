package com.example.hopagents;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.example.hop.PlayScreen;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.host.ActionInput;
import io.github.gdxagents.host.InputMapping;
import io.github.gdxagents.host.Press;

/** Plays a screen of the game, and another one in the next episode. */
public final class HopAgent implements Agent {
    static final InputMapping MAPPING = InputMapping.builder()
            .branch("run", Press.nothing("stay"), Press.hold("left", Keys.LEFT), Press.hold("right", Keys.RIGHT))
            .branch("sprint", Press.nothing("no"), Press.hold("yes", Keys.SPACE))
            .build();

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("hopper")
            .observation(ObservationSpec.of("x", "coin.x", "coin.y", "coin.velocity.y", "hasCoin"))
            .action(MAPPING.actionSpec())
            .decisionPeriod(6)
            .stepLimit(200)
            .statistics("score")
            .build();

    private final ActionInput input;
    private PlayScreen screen;
    private float reward;
    private int score;
    private StepStatus status = StepStatus.INACTIVE;

    HopAgent(ActionInput input) {
        this.input = input;
    }

    /** Plays this one from now on. */
    void bind(PlayScreen newScreen) {
        screen = newScreen;
        reward = 0;
        score = 0;
        status = StepStatus.RUNNING;
    }

    void stepped(int newScore, boolean isOver) {
        reward += newScore - score;
        score = newScore;
        if (isOver) {
            status = status == StepStatus.RUNNING ? StepStatus.TERMINATED : StepStatus.INACTIVE;
        }
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        boolean hasCoin = screen.coins.notEmpty();
        Body coin = hasCoin ? screen.coins.first() : screen.player;
        Vector2 at = screen.player.getPosition();
        float x = at.x;
        out.add(x / 8 - 1).add((coin.getPosition().x - x) / 8).add(coin.getPosition().y / 9);
        out.add(coin.getLinearVelocity().y / 5).add(hasCoin);
    }

    @Override
    public void act(Actions actions) {
        input.act(actions);
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public void statistics(io.github.gdxagents.agent.NamedValues out) {
        out.set(0, score);
    }

    @Override
    public StepStatus status() {
        return status;
    }
}

package com.example.toygame;

import io.github.gdxagents.agent.*;
import java.util.Collections;
import java.util.List;

/** A basket catches the apple that falls: reward 1 for a catch, 0 for a miss. */
public class CatchGame implements Simulation, Agent {
    static final BehaviorSpec CATCHER = BehaviorSpec.builder("catcher")
            .observation(ObservationSpec.of("basket.x", "apple.x", "apple.y"))
            .action(ActionSpec.builder().branch("step", "left", "stay", "right").build())
            .build();

    float basket, appleX, appleY, reward;
    int step = 1;
    StepStatus status = StepStatus.INACTIVE;

    @Override
    public void reset(long seed) {
        basket = 0;
        appleX = (float) RandomStream.of(seed).uniform(-1, 1);
        appleY = 1;
        reward = 0;
        step = 1;
        status = StepStatus.RUNNING;
    }

    @Override
    public void step() { // one fixed physics step
        basket = Math.max(-1, Math.min(1, basket + 0.1f * (step - 1)));
        appleY -= 0.05f;
        if (appleY < 0) {
            reward = Math.abs(basket - appleX) < 0.1f ? 1 : 0;
            status = StepStatus.TERMINATED;
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(basket).add(appleX).add(appleY);
    }

    @Override
    public void act(Actions actions) {
        step = actions.discrete(0);
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
        return CATCHER;
    }

    @Override
    public List<? extends Agent> agents() {
        return Collections.singletonList(this);
    }

    @Override
    public void dispose() {}
}

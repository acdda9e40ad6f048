package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/** Counts down from a number that the seed gives; the reward of a step is the number of the choice. The heuristic chooses 2. */
final class CountdownSimulation implements Simulation, Agent {
    static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("countdown")
            .observation(ObservationSpec.of("left", "start"))
            .action(ActionSpec.builder().branch("number", "zero", "one", "two").build())
            .decisionPeriod(2)
            .build();

    private long start;
    private long left;
    private int choice;
    private float reward;

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {
        start = seed;
        left = seed;
        choice = 0;
        reward = 0f;
    }

    @Override
    public void step() {
        left--;
        reward += choice;
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(left).add(start);
    }

    @Override
    public void act(Actions actions) {
        choice = actions.discrete(0);
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0f;
        return taken;
    }

    @Override
    public StepStatus status() {
        return left > 0 ? StepStatus.RUNNING : StepStatus.TERMINATED;
    }

    @Override
    public void heuristic(Actions out) {
        out.setDiscrete(0, 2);
    }

    @Override
    public void dispose() {}
}

package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;

/** Passes everything on to another agent; a test overrides what is to differ. */
public class WrappedAgent implements Agent {
    private final Agent agent;

    /** Wraps an agent. */
    public WrappedAgent(Agent agent) {
        this.agent = agent;
    }

    @Override
    public BehaviorSpec behavior() {
        return agent.behavior();
    }

    @Override
    public void observe(ObservationWriter out) {
        agent.observe(out);
    }

    @Override
    public void mask(ActionMask mask) {
        agent.mask(mask);
    }

    @Override
    public void act(Actions actions) {
        agent.act(actions);
    }

    @Override
    public float takeReward() {
        return agent.takeReward();
    }

    @Override
    public void rewardTerms(NamedValues out) {
        agent.rewardTerms(out);
    }

    @Override
    public void statistics(NamedValues out) {
        agent.statistics(out);
    }

    @Override
    public Team team() {
        return agent.team();
    }

    @Override
    public StepStatus status() {
        return agent.status();
    }

    @Override
    public void heuristic(Actions out) {
        agent.heuristic(out);
    }
}

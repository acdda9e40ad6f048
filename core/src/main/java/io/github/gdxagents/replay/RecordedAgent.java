package io.github.gdxagents.replay;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;

/** An agent whose decisions are written down and whose faults are named. */
final class RecordedAgent implements Agent {
    private final Agent agent;
    private final int index;
    private final BehaviorSpec behavior;
    private final RecordedSimulation simulation;
    private long observation;

    RecordedAgent(Agent agent, int index, RecordedSimulation simulation) {
        this.agent = agent;
        this.index = index;
        this.simulation = simulation;
        behavior = agent.behavior();
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public void observe(ObservationWriter out) {
        try {
            agent.observe(out);
        } catch (Throwable thrown) {
            throw fault("observe()", thrown);
        }
        try {
            out.finish();
        } catch (IllegalStateException tooFew) {
            throw fault(tooFew.getMessage());
        }
        long hash = index;
        for (int i = 0; i < out.written(); i++) {
            float value = out.get(i);
            if (Float.isNaN(value) || Float.isInfinite(value)) {
                throw fault(
                        "observation '" + behavior.observation().names().get(i) + "' must be finite, but is " + value);
            }
            hash = EpisodeLog.hash(hash, Float.floatToRawIntBits(value));
        }
        observation = hash;
    }

    @Override
    public void mask(ActionMask mask) {
        try {
            agent.mask(mask);
        } catch (Throwable thrown) {
            throw fault("mask()", thrown);
        }
        try {
            mask.requireChoice();
        } catch (IllegalStateException noChoice) {
            throw fault(noChoice.getMessage());
        }
    }

    @Override
    public void act(Actions actions) {
        simulation.log().add(index, observation, actions); // first, so that a replay leads to what act may throw
        observation = 0;
        try {
            agent.act(actions);
        } catch (Throwable thrown) {
            throw fault("act()", thrown);
        }
    }

    @Override
    public float takeReward() {
        float reward;
        try {
            reward = agent.takeReward();
        } catch (Throwable thrown) {
            throw fault("takeReward()", thrown);
        }
        if (Float.isNaN(reward) || Float.isInfinite(reward)) {
            throw fault("the reward must be finite, but is " + reward);
        }
        return reward;
    }

    @Override
    public void rewardTerms(NamedValues out) {
        try {
            agent.rewardTerms(out);
        } catch (Throwable thrown) {
            throw fault("rewardTerms()", thrown);
        }
        requireFinite("reward term", out);
    }

    @Override
    public void statistics(NamedValues out) {
        try {
            agent.statistics(out);
        } catch (Throwable thrown) {
            throw fault("statistics()", thrown);
        }
        requireFinite("statistic", out);
    }

    private void requireFinite(String kind, NamedValues values) {
        for (int i = 0; i < values.size(); i++) {
            if (Float.isNaN(values.get(i)) || Float.isInfinite(values.get(i))) {
                throw fault(kind + " '" + values.names().get(i) + "' must be finite, but is " + values.get(i));
            }
        }
    }

    @Override
    public Team team() {
        try {
            return agent.team();
        } catch (Throwable thrown) {
            throw fault("team()", thrown);
        }
    }

    @Override
    public StepStatus status() {
        StepStatus status;
        try {
            status = agent.status();
        } catch (Throwable thrown) {
            throw fault("status()", thrown);
        }
        if (status == null) {
            throw fault("status() must give a status, but gave null");
        }
        return status;
    }

    @Override
    public void heuristic(Actions out) {
        try {
            agent.heuristic(out);
        } catch (Throwable thrown) {
            throw fault("heuristic()", thrown);
        }
    }

    void forget() {
        observation = 0;
    }

    private GameFault fault(String method, Throwable thrown) {
        return simulation.fault(place(), RecordedSimulation.describe(method, thrown), thrown);
    }

    private GameFault fault(String fault) {
        return simulation.fault(place(), fault, null);
    }

    private String place() {
        return "agent " + index + " (" + behavior.name() + "), ";
    }
}

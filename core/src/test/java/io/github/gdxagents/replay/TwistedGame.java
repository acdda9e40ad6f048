package io.github.gdxagents.replay;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;
import java.util.ArrayList;
import java.util.List;

/** A game of which tests change one thing by overriding. Agents are known by their index, time by the physics steps. */
class TwistedGame implements Simulation {
    private final Simulation game;
    private final List<Twisted> agents = new ArrayList<>();
    private int steps;

    TwistedGame(Simulation game) {
        this.game = game;
        for (Agent agent : game.agents()) {
            agents.add(new Twisted(agent, agents.size()));
        }
    }

    /** Physics steps that were finished since the reset. */
    final int steps() {
        return steps;
    }

    /** Whether an agent is being asked after some steps. */
    final boolean is(int agent, int askedAgent, int atSteps) {
        return agent == askedAgent && steps == atSteps;
    }

    /** What an agent observes, of what it would have. */
    float value(int agent, int index, float value) {
        return value;
    }

    void observe(int agent, float[] values, ObservationWriter out) {
        for (int i = 0; i < values.length; i++) {
            out.add(value(agent, i, values[i]));
        }
    }

    void mask(int agent, ActionMask mask) {
        agents.get(agent).agent.mask(mask);
    }

    void act(int agent, Actions actions) {
        agents.get(agent).agent.act(actions);
    }

    float takeReward(int agent) {
        return agents.get(agent).agent.takeReward();
    }

    StepStatus status(int agent) {
        return agents.get(agent).agent.status();
    }

    void heuristic(int agent, Actions out) {
        agents.get(agent).agent.heuristic(out);
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        steps = 0;
        game.reset(seed);
    }

    @Override
    public void reset(long seed, SimulationSettings settings) {
        steps = 0;
        game.reset(seed, settings);
    }

    @Override
    public void step() {
        game.step();
        steps++;
    }

    @Override
    public boolean isEpisodeOver() {
        return game.isEpisodeOver();
    }

    @Override
    public void dispose() {
        game.dispose();
    }

    private final class Twisted implements Agent {
        private final Agent agent;
        private final int index;
        private final ObservationWriter writer;
        private final float[] values;

        Twisted(Agent agent, int index) {
            this.agent = agent;
            this.index = index;
            writer = new ObservationWriter(agent.behavior().observation());
            values = new float[agent.behavior().observation().size()];
        }

        @Override
        public BehaviorSpec behavior() {
            return agent.behavior();
        }

        @Override
        public void observe(ObservationWriter out) {
            agent.observe(writer.begin(values));
            TwistedGame.this.observe(index, values, out);
        }

        @Override
        public void mask(ActionMask mask) {
            TwistedGame.this.mask(index, mask);
        }

        @Override
        public void act(Actions actions) {
            TwistedGame.this.act(index, actions);
        }

        @Override
        public float takeReward() {
            return TwistedGame.this.takeReward(index);
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
            return TwistedGame.this.status(index);
        }

        @Override
        public void heuristic(Actions out) {
            TwistedGame.this.heuristic(index, out);
        }
    }
}

package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.testgame.CorridorSimulation;
import java.util.List;

/** A corridor that its author has changed: every observation is a little larger. */
final class MovedCorridor implements SimulationFactory {
    @Override
    public Simulation create(SimulationSettings settings) {
        Simulation corridor = new CorridorSimulation.Factory().create(settings);
        Agent moved = new Moved(corridor.agents().get(0));
        return new Simulation() {
            @Override
            public List<? extends Agent> agents() {
                return List.of(moved);
            }

            @Override
            public void reset(long seed) {
                corridor.reset(seed);
            }

            @Override
            public void step() {
                corridor.step();
            }

            @Override
            public void dispose() {
                corridor.dispose();
            }
        };
    }

    private record Moved(Agent agent) implements Agent {
        @Override
        public BehaviorSpec behavior() {
            return agent.behavior();
        }

        @Override
        public void observe(ObservationWriter out) {
            float[] value = new float[1];
            ObservationWriter inner = new ObservationWriter(behavior().observation()).begin(value);
            agent.observe(inner);
            out.add(value[0] + 0.001f);
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
        public StepStatus status() {
            return agent.status();
        }
    }
}

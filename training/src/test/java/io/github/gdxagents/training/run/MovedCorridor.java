package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.WrappedAgent;
import io.github.gdxagents.testgame.WrappedSimulation;

/** A corridor that its author has changed: every observation is a little larger. */
final class MovedCorridor implements SimulationFactory {
    @Override
    public Simulation create(SimulationSettings settings) {
        return new WrappedSimulation(new CorridorSimulation.Factory().create(settings), Moved::new);
    }

    private static final class Moved extends WrappedAgent {
        Moved(Agent agent) {
            super(agent);
        }

        @Override
        public void observe(ObservationWriter out) {
            float[] value = new float[1];
            super.observe(new ObservationWriter(behavior().observation()).begin(value));
            out.add(value[0] + 0.001f);
        }
    }
}

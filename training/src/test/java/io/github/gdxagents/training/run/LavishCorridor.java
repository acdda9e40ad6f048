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
import java.util.function.BooleanSupplier;

/** A corridor in which a step now and then is rewarded so well that the loss of the value function is no float any more. */
record LavishCorridor(BooleanSupplier isLavish) implements SimulationFactory {
    static final float REWARD = 1e30f;

    @Override
    public Simulation create(SimulationSettings settings) {
        return new Lavish(new CorridorSimulation.Factory().create(settings));
    }

    private final class Lavish implements Simulation, Agent {
        private final Simulation corridor;
        private final Agent walker;
        private float more;

        Lavish(Simulation corridor) {
            this.corridor = corridor;
            walker = corridor.agents().get(0);
        }

        @Override
        public List<? extends Agent> agents() {
            return List.of(this);
        }

        @Override
        public void reset(long seed) {
            more = 0;
            corridor.reset(seed);
        }

        @Override
        public void step() {
            corridor.step();
            if (isLavish.getAsBoolean()) {
                more = REWARD;
            }
        }

        @Override
        public BehaviorSpec behavior() {
            return walker.behavior();
        }

        @Override
        public void observe(ObservationWriter out) {
            walker.observe(out);
        }

        @Override
        public void mask(ActionMask mask) {
            walker.mask(mask);
        }

        @Override
        public void act(Actions actions) {
            walker.act(actions);
        }

        @Override
        public float takeReward() {
            float reward = walker.takeReward() + more;
            more = 0;
            return reward;
        }

        @Override
        public StepStatus status() {
            return walker.status();
        }

        @Override
        public void dispose() {
            corridor.dispose();
        }
    }
}

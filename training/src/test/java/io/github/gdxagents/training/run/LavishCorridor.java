package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.WrappedAgent;
import io.github.gdxagents.testgame.WrappedSimulation;
import java.util.function.BooleanSupplier;

/** A corridor in which a step now and then is rewarded so well that the loss of the value function is no float any more. */
record LavishCorridor(BooleanSupplier isLavish) implements SimulationFactory {
    static final float REWARD = 1e30f;

    @Override
    public Simulation create(SimulationSettings settings) {
        Purse purse = new Purse();
        Simulation corridor = new CorridorSimulation.Factory().create(settings);
        return new WrappedSimulation(corridor, walker -> new Lavished(walker, purse)) {
            @Override
            public void reset(long seed) {
                purse.take();
                super.reset(seed);
            }

            @Override
            public void step() {
                super.step();
                if (isLavish.getAsBoolean()) {
                    purse.fill();
                }
            }
        };
    }

    /** What the next reward is more than it would be. */
    private static final class Purse {
        private float content;

        void fill() {
            content = REWARD;
        }

        float take() {
            float taken = content;
            content = 0;
            return taken;
        }
    }

    private static final class Lavished extends WrappedAgent {
        private final Purse purse;

        Lavished(Agent walker, Purse purse) {
            super(walker);
            this.purse = purse;
        }

        @Override
        public float takeReward() {
            return super.takeReward() + purse.take();
        }
    }
}

package io.github.gdxagents.training.tool.tune;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/**
 * Stands in for a game while learning is measured: agents with the game's own behaviors, that see and earn random numbers at once. So
 * there is as much to learn from as in training, even where the game itself would take minutes for it.
 */
final class SyntheticGame implements Simulation {
    private static final int EPISODE_STEPS = 100;

    private final RandomStream random = RandomStream.of(0);
    private final List<RandomAgent> agents;
    private int steps;

    private SyntheticGame(List<BehaviorSpec> behaviors) {
        agents = behaviors.stream().map(RandomAgent::new).toList();
    }

    /** Makes such games; {@code settings} are those of the real one, and mean nothing. */
    record Factory(List<BehaviorSpec> behaviors, SimulationSettings settings) implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings chosen) {
            return new SyntheticGame(behaviors);
        }
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        random.seed(seed);
        steps = 0;
        agents.forEach(RandomAgent::draw);
    }

    @Override
    public void step() {
        steps++;
        agents.forEach(RandomAgent::draw);
    }

    @Override
    public void dispose() {
        // it holds nothing
    }

    /** Sees noise, and may do whatever it likes. */
    private final class RandomAgent implements Agent {
        private final BehaviorSpec behavior;
        private final float[] values;
        private float reward;

        RandomAgent(BehaviorSpec behavior) {
            this.behavior = behavior;
            values = new float[behavior.observation().size()];
        }

        void draw() {
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * random.nextFloat() - 1;
            }
            reward = steps == 0 ? 0 : reward + random.nextFloat();
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {
            for (ObservationGroup group : behavior.observation().groups()) {
                int first = group.offset();
                if (group.kind() == ObservationGroup.Kind.SET) {
                    out.set(group.name(), group.shape()[0]);
                    first++;
                }
                for (int i = first; i < group.offset() + group.size(); i++) {
                    out.add(values[i]);
                }
            }
        }

        @Override
        public void act(Actions actions) {
            // nothing follows from it
        }

        @Override
        public float takeReward() {
            float taken = reward;
            reward = 0;
            return taken;
        }

        @Override
        public StepStatus status() {
            return steps < EPISODE_STEPS ? StepStatus.RUNNING : StepStatus.TERMINATED;
        }
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/**
 * A game whose agents observe other things than before: those of the given names, in their order. A name that the game does not know has
 * a large value that changes with every observation.
 */
final class ReobservedSimulation implements Simulation {
    private final Simulation game;
    private final List<ReobservedAgent> agents;

    private ReobservedSimulation(Simulation game, List<String> names) {
        this.game = game;
        agents = game.agents().stream()
                .map(agent -> new ReobservedAgent(agent, names))
                .toList();
    }

    static SimulationFactory factory(SimulationFactory game, String... names) {
        return new SimulationFactory() {
            @Override
            public SimulationSettings settings() {
                return game.settings();
            }

            @Override
            public Simulation create(SimulationSettings settings) {
                return new ReobservedSimulation(game.create(settings), List.of(names));
            }
        };
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        game.reset(seed);
    }

    @Override
    public void step() {
        game.step();
    }

    @Override
    public boolean isEpisodeOver() {
        return game.isEpisodeOver();
    }

    @Override
    public void dispose() {
        game.dispose();
    }

    private static final class ReobservedAgent implements Agent {
        private final Agent agent;
        private final BehaviorSpec behavior;
        private final int[] sources;
        private final float[] known;
        private final ObservationWriter writer;

        ReobservedAgent(Agent agent, List<String> names) {
            this.agent = agent;
            behavior = RandomBehaviors.withObservation(agent.behavior(), names);
            List<String> before = agent.behavior().observation().names();
            sources = names.stream().mapToInt(before::indexOf).toArray();
            known = new float[before.size()];
            writer = new ObservationWriter(agent.behavior().observation());
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {
            agent.observe(writer.begin(known));
            for (int source : sources) {
                out.add(source < 0 ? 70 + 30 * (float) Math.sin(1000 * known[0]) : known[source]);
            }
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

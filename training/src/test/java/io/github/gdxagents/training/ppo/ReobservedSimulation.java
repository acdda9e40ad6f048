package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.WrappedAgent;
import io.github.gdxagents.testgame.WrappedSimulation;
import java.util.List;

/**
 * A game whose agents observe other things than before: those of the given names, in their order. A name that the game does not know has
 * a large value that changes with every observation.
 */
final class ReobservedSimulation {
    private ReobservedSimulation() {}

    static SimulationFactory factory(SimulationFactory game, String... names) {
        return new SimulationFactory() {
            @Override
            public SimulationSettings settings() {
                return game.settings();
            }

            @Override
            public Simulation create(SimulationSettings settings) {
                return new WrappedSimulation(
                        game.create(settings), agent -> new ReobservedAgent(agent, List.of(names)));
            }
        };
    }

    /** The same game, whose every observation is shown in units of that size. */
    static SimulationFactory inUnits(SimulationFactory game, float unit) {
        return settings -> new WrappedSimulation(game.create(game.settings()), agent -> new WrappedAgent(agent) {
            private final float[] known =
                    new float[agent.behavior().observation().size()];
            private final ObservationWriter writer =
                    new ObservationWriter(agent.behavior().observation());

            @Override
            public void observe(ObservationWriter out) {
                super.observe(writer.begin(known));
                for (float value : known) {
                    out.add(unit * value);
                }
            }
        });
    }

    private static final class ReobservedAgent extends WrappedAgent {
        private final BehaviorSpec behavior;
        private final int[] sources;
        private final float[] known;
        private final ObservationWriter writer;

        ReobservedAgent(Agent agent, List<String> names) {
            super(agent);
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
            super.observe(writer.begin(known));
            for (int source : sources) {
                out.add(source < 0 ? 70 + 30 * (float) Math.sin(1000 * known[0]) : known[source]);
            }
        }
    }
}

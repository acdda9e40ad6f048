package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/** Two agents whose reward has a single term; nothing happens in it. */
final class TermSimulation implements Simulation {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("earner")
            .observation(ObservationSpec.of("x"))
            .action(ActionSpec.builder().branch("any", "this", "that").build())
            .rewardTerms("points")
            .build();

    private final List<Agent> agents = List.of(new Earner(), new Earner());

    private static final class Earner implements Agent {
        @Override
        public BehaviorSpec behavior() {
            return BEHAVIOR;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(0);
        }

        @Override
        public void act(Actions actions) {}

        @Override
        public float takeReward() {
            return 0;
        }

        @Override
        public void rewardTerms(NamedValues out) {
            out.set("points", 0);
        }

        @Override
        public StepStatus status() {
            return StepStatus.RUNNING;
        }
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {}

    @Override
    public void step() {}

    @Override
    public void dispose() {}
}

package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** Three agents of two behaviors, in turns. What one does, all see at once, and not only after the step. It breaks in its fourth step. */
class CrowdSimulation implements Simulation {
    /** Who acted, in this order. */
    final List<Integer> order = new ArrayList<>();

    private final List<Agent> members =
            List.of(new Member(0, behavior("a")), new Member(1, behavior("b")), new Member(2, behavior("a")));
    private float pressure;
    private int steps;

    private static BehaviorSpec behavior(String name) {
        return BehaviorSpec.builder(name)
                .observation(ObservationSpec.of("pressure"))
                .action(ActionSpec.builder().continuous("push").build())
                .build();
    }

    @Override
    public List<? extends Agent> agents() {
        return members;
    }

    @Override
    public void reset(long seed) {
        pressure = Math.floorMod(seed, 7);
        steps = 0;
        order.clear();
    }

    @Override
    public void step() {
        if (++steps == 4) {
            throw new IllegalStateException("crushed");
        }
    }

    @Override
    public boolean isEpisodeOver() {
        return false;
    }

    @Override
    public void dispose() {}

    private final class Member implements Agent {
        private final int index;
        private final BehaviorSpec behavior;

        Member(int index, BehaviorSpec behavior) {
            this.index = index;
            this.behavior = behavior;
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(pressure);
        }

        @Override
        public void act(Actions actions) {
            order.add(index);
            pressure += actions.continuous(0);
        }

        @Override
        public float takeReward() {
            return 0;
        }

        @Override
        public StepStatus status() {
            return StepStatus.RUNNING;
        }
    }
}

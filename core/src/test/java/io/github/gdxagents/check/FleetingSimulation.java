package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.Arrays;
import java.util.List;

/** Two agents: one acts all the time, the other is RUNNING after step 4 and TERMINATED after step 5, between its turns in steps 3 and 6. */
final class FleetingSimulation implements Simulation {
    private final List<Mortal> agents = Arrays.asList(new Mortal(1), new Mortal(3));
    private int step;

    private final class Mortal implements Agent {
        private final BehaviorSpec behavior;
        private float reward;

        Mortal(int period) {
            behavior = BehaviorSpec.builder("mortal" + period)
                    .observation(ObservationSpec.of("step"))
                    .action(ActionSpec.builder().branch("any", "this", "that").build())
                    .decisionPeriod(period)
                    .stepLimit(100)
                    .build();
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(0.1f * step);
        }

        @Override
        public void act(Actions actions) {}

        @Override
        public float takeReward() {
            float taken = reward;
            reward = 0;
            return taken;
        }

        @Override
        public StepStatus status() {
            if (behavior.decisionPeriod() == 1) {
                return step < 9 ? StepStatus.RUNNING : StepStatus.TERMINATED;
            }
            return step == 4 ? StepStatus.RUNNING : step == 5 ? StepStatus.TERMINATED : StepStatus.INACTIVE;
        }
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        step = 0;
        for (Mortal agent : agents) {
            agent.reward = 0;
        }
    }

    @Override
    public void step() {
        step++;
        agents.get(0).reward += 0.1f;
        agents.get(1).reward += step == 5 ? 1 : 0;
    }

    @Override
    public void dispose() {}
}

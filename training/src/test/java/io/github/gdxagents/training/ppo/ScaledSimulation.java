package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/**
 * Episodes of five decisions in a game whose numbers have a scale of their own: going up is punished, going down rewarded, and {@code
 * height} is observed beside {@code age}, which is small.
 *
 * @param reward size of each reward
 * @param height as observed
 * @param mayGoUp whether there is a choice at all
 */
record ScaledSimulation(float reward, float height, boolean mayGoUp) implements SimulationFactory {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("climber")
            .observation(ObservationSpec.of("age", "height"))
            .action(ActionSpec.builder().branch("go", "down", "up").build())
            .build();

    private static final int LENGTH = 5;

    @Override
    public Simulation create(SimulationSettings settings) {
        return new Climber();
    }

    private final class Climber implements Simulation, Agent {
        private int age;
        private int choice;

        @Override
        public List<? extends Agent> agents() {
            return List.of(this);
        }

        @Override
        public void reset(long seed) {
            age = 0;
        }

        @Override
        public void step() {
            age++;
        }

        @Override
        public BehaviorSpec behavior() {
            return BEHAVIOR;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add((float) age / LENGTH);
            out.add(height);
        }

        @Override
        public void mask(ActionMask mask) {
            if (!mayGoUp) {
                mask.forbid(0, 1);
            }
        }

        @Override
        public void act(Actions actions) {
            choice = actions.discrete(0);
        }

        @Override
        public float takeReward() {
            return choice == 0 ? reward : -reward;
        }

        @Override
        public StepStatus status() {
            return age < LENGTH ? StepStatus.RUNNING : StepStatus.TERMINATED;
        }

        @Override
        public void dispose() {}
    }
}

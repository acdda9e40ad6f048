package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** A correct game of two runners; tests break one thing of it by overriding. */
class Toy implements Simulation {
    static final BehaviorSpec RUNNER = spec(40);

    final List<ToyAgent> agents = new ArrayList<>();
    final RandomStream random = RandomStream.of(0);
    int steps;

    static BehaviorSpec spec(int stepLimit) {
        return BehaviorSpec.builder("runner")
                .observation(ObservationSpec.of("x", "speed"))
                .action(ActionSpec.builder()
                        .continuous("push")
                        .branch("gear", "low", "middle", "high")
                        .build())
                .stepLimit(stepLimit)
                .build();
    }

    Toy() {
        agents.add(agent());
        agents.add(agent());
    }

    ToyAgent agent() {
        return new ToyAgent();
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        random.seed(seed);
        steps = 0;
        for (ToyAgent agent : agents) {
            agent.start((float) random.uniform(-1, 1));
        }
    }

    @Override
    public void step() {
        steps++;
        for (ToyAgent agent : agents) {
            if (agent.status == StepStatus.RUNNING) {
                agent.play((float) random.uniform(-0.1, 0.1));
            }
        }
    }

    @Override
    public void dispose() {}

    /** Runs until it is further than 1 from the middle; then it is terminated, and stays so. */
    static class ToyAgent implements Agent {
        float x;
        float speed;
        float reward;
        float push;
        int gear;
        StepStatus status = StepStatus.INACTIVE;

        void start(float place) {
            x = place;
            speed = 0;
            reward = 0;
            push = 0;
            gear = 0;
            status = StepStatus.RUNNING;
        }

        void play(float wind) {
            speed = 0.1f * (1 + gear) * push + wind;
            x += speed;
            reward += 0.1f;
            if (Math.abs(x) > 1) {
                reward -= 1;
                status = StepStatus.TERMINATED;
            }
        }

        @Override
        public BehaviorSpec behavior() {
            return RUNNER;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(x).add(speed);
        }

        @Override
        public void mask(ActionMask mask) {
            if (x > 0.9f) {
                mask.forbid(0, 2);
            }
        }

        @Override
        public void act(Actions actions) {
            push = actions.continuous(0);
            gear = actions.discrete(0);
        }

        @Override
        public float takeReward() {
            float taken = reward;
            reward = 0;
            return taken;
        }

        @Override
        public StepStatus status() {
            return status;
        }
    }
}

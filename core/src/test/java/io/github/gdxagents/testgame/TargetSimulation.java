package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/**
 * One continuous value a is to repeat the observed x, which is uniform in [-1, 1) and new at each step: reward {@code -(a - x)²}.
 * Truncated after {@value #STEP_LIMIT} steps.
 *
 * <p>Best: {@code a = x} returns {@value #OPTIMUM}. Resting ({@code a = 0}) returns -20/3 in the mean, because {@code E[x²] = 1/3};
 * uniformly random actions return -40/3.
 */
public final class TargetSimulation extends SoloSimulation {
    /** The return of repeating what was observed. */
    public static final double OPTIMUM = 0;

    static final int STEP_LIMIT = 20;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("pointer")
            .observation(ObservationSpec.of("x"))
            .action(ActionSpec.builder().continuous("a").build())
            .stepLimit(STEP_LIMIT)
            .build();

    private float x;
    private float action;

    TargetSimulation() {
        super(BEHAVIOR);
    }

    @Override
    void begin(RandomStream random) {
        x = (float) random.uniform(-1, 1);
        action = 0;
    }

    @Override
    void play(RandomStream random) {
        reward(-(action - x) * (action - x));
        x = (float) random.uniform(-1, 1);
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(x);
    }

    @Override
    public void act(Actions actions) {
        action = actions.continuous(0);
    }

    @Override
    public void heuristic(Actions out) {
        out.setContinuous(0, x);
    }

    /** Makes targets. */
    public static final class Factory implements SimulationFactory {
        @Override
        public TargetSimulation create(SimulationSettings settings) {
            return new TargetSimulation();
        }
    }
}

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
 * Gives 1 at each step whatever is done, never ends by itself and is truncated after {@value #STEP_LIMIT} steps.
 *
 * <p>Every policy returns {@value #STEP_LIMIT}. What tells right from wrong is the value: with the future after a truncation estimated
 * it tends to {@code 1 / (1 - discount)} for every observation (100 for a discount of 0.99); treating the limit as a termination would
 * teach {@code (1 - discount^10) / (1 - discount)} at the start and less later.
 */
public final class TimeLimitSimulation extends SoloSimulation {
    /** The return of every policy. */
    public static final double OPTIMUM = 10;

    static final int STEP_LIMIT = 10;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("idler")
            .observation(ObservationSpec.of("noise"))
            .action(ActionSpec.builder().branch("any", "this", "that").build())
            .stepLimit(STEP_LIMIT)
            .build();

    private float noise;

    TimeLimitSimulation() {
        super(BEHAVIOR);
    }

    /**
     * The value of every state.
     *
     * @param discount in [0, 1)
     * @return {@code 1 / (1 - discount)}
     */
    public static double value(double discount) {
        return 1 / (1 - discount);
    }

    @Override
    void begin(RandomStream random) {
        noise = (float) random.uniform(-1, 1);
    }

    @Override
    void play(RandomStream random) {
        noise = (float) random.uniform(-1, 1);
        reward(1);
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(noise);
    }

    @Override
    public void act(Actions actions) {}

    /** Makes time limits. */
    public static final class Factory implements SimulationFactory {
        @Override
        public TimeLimitSimulation create(SimulationSettings settings) {
            return new TimeLimitSimulation();
        }
    }
}

package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;

/**
 * A corridor of cells 0 to {@value #GOAL}: one discrete branch steps left or right, each step costs 0.01, the goal gives 1 and
 * terminates; the step limit is {@value #STEP_LIMIT}.
 *
 * <p>Always right is best. From cells 0, 1 or 2, equally likely, that takes 10, 9 or 8 steps: returns 0.90, 0.91 or 0.92, mean
 * {@value #OPTIMUM}.
 */
public final class CorridorSimulation extends SoloSimulation {
    /** The mean return of always stepping right. */
    public static final double OPTIMUM = 0.91;

    static final int GOAL = 10;
    static final int STEP_LIMIT = 100;
    static final int LEFT = 0;
    static final int RIGHT = 1;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("walker")
            .observation(ObservationSpec.of("cell"))
            .action(ActionSpec.builder().branch("step", "left", "right").build())
            .stepLimit(STEP_LIMIT)
            .build();

    private int cell;
    private int choice;

    CorridorSimulation() {
        super(BEHAVIOR);
    }

    @Override
    void begin(RandomStream random) {
        cell = random.nextInt(3);
        choice = LEFT;
    }

    @Override
    void play(RandomStream random) {
        cell = Math.max(0, cell + (choice == RIGHT ? 1 : -1));
        reward(-0.01f);
        if (cell == GOAL) {
            reward(1);
            end(StepStatus.TERMINATED);
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(2f * cell / GOAL - 1);
    }

    @Override
    public void act(Actions actions) {
        choice = actions.discrete(0);
    }

    @Override
    public void heuristic(Actions out) {
        out.setDiscrete(0, RIGHT);
    }

    /** Makes corridors. */
    public static final class Factory implements SimulationFactory {
        @Override
        public CorridorSimulation create(SimulationSettings settings) {
            return new CorridorSimulation();
        }
    }
}

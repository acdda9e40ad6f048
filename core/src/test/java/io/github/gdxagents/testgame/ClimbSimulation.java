package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;

/**
 * A ladder: one discrete branch steps up or lets go, and who lets go falls to the ground. The top gives 1 and terminates, nothing else gives
 * anything; the step limit is {@value #STEP_LIMIT}. Chance finds the top of a short ladder and never that of a long one, since it takes as
 * many steps up in a row as there are rungs.
 *
 * <p>Settings: {@code rungs}, a whole number from 1; {@code slip}, the probability that a step up fails, in [0, 1).
 *
 * <p>Statistics: {@code reached} (1 at the top), {@code falls}.
 */
public final class ClimbSimulation extends SoloSimulation {
    static final int STEP_LIMIT = 40;
    static final int LET_GO = 0;
    static final int UP = 1;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("climber")
            .observation(ObservationSpec.of("height", "left"))
            .action(ActionSpec.builder().branch("grip", "let-go", "up").build())
            .stepLimit(STEP_LIMIT)
            .statistics("reached", "falls")
            .build();

    private final int rungs;
    private final double slip;
    private int height;
    private int falls;
    private int choice;

    ClimbSimulation(int rungs, double slip) {
        super(BEHAVIOR);
        this.rungs = rungs;
        this.slip = slip;
    }

    @Override
    void begin(RandomStream random) {
        height = 0;
        falls = 0;
        choice = LET_GO;
    }

    @Override
    void play(RandomStream random) {
        boolean slips = random.nextDouble() < slip;
        if (choice == UP) {
            height += slips ? 0 : 1;
        } else {
            falls += height > 0 ? 1 : 0;
            height = 0;
        }
        if (height == rungs) {
            reward(1);
            end(StepStatus.TERMINATED);
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(height / 10f).add((rungs - height) / 10f);
    }

    @Override
    public void act(Actions actions) {
        choice = actions.discrete(0);
    }

    @Override
    public void statistics(NamedValues out) {
        out.set("reached", height == rungs ? 1 : 0).set("falls", falls);
    }

    @Override
    public void heuristic(Actions out) {
        out.setDiscrete(0, UP);
    }

    /** Makes ladders. */
    public static final class Factory implements SimulationFactory {
        @Override
        public SimulationSettings settings() {
            return SimulationSettings.none().declare("rungs", 20).declare("slip", 0.1);
        }

        @Override
        public ClimbSimulation create(SimulationSettings settings) {
            int rungs = settings.getInt("rungs");
            double slip = settings.get("slip");
            if (rungs < 1 || slip < 0 || slip >= 1) {
                throw new IllegalArgumentException(
                        "climb: rungs must be at least 1 and slip in [0, 1), but they are " + rungs + " and " + slip);
            }
            return new ClimbSimulation(rungs, slip);
        }
    }
}

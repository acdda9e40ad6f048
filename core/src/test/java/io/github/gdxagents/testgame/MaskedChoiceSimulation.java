package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionMask;
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
 * Two branches (four colours, three sizes) are to repeat what was observed, and at each step another choice of each is forbidden:
 * 0.5 for each branch that is right, terminated after {@value #STEPS} steps. A forbidden choice is an exception.
 *
 * <p>Best: {@value #OPTIMUM}. Uniformly random among the allowed choices: {@code 10 * 0.5 * (1/3 + 1/2)} = 25/6 in the mean.
 */
public final class MaskedChoiceSimulation extends SoloSimulation {
    /** The return of repeating what was observed. */
    public static final double OPTIMUM = 10;

    static final int STEPS = 10;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("painter")
            .observation(
                    ObservationSpec.builder().add("colour", 4).add("size", 3).build())
            .action(ActionSpec.builder()
                    .branch("colour", "red", "green", "blue", "white")
                    .branch("size", "small", "middle", "large")
                    .build())
            .build();

    private final int[] wanted = new int[2];
    private final int[] forbidden = new int[2];
    private final int[] chosen = new int[2];
    private int steps;

    MaskedChoiceSimulation() {
        super(BEHAVIOR);
    }

    @Override
    void begin(RandomStream random) {
        steps = 0;
        draw(random);
    }

    private void draw(RandomStream random) {
        for (int branch = 0; branch < 2; branch++) {
            int size = BEHAVIOR.action().branchSize(branch);
            wanted[branch] = random.nextInt(size);
            forbidden[branch] = (wanted[branch] + 1 + random.nextInt(size - 1)) % size;
            chosen[branch] = wanted[branch] == 0 ? 1 : 0;
        }
    }

    @Override
    void play(RandomStream random) {
        for (int branch = 0; branch < 2; branch++) {
            reward(chosen[branch] == wanted[branch] ? 0.5f : 0);
        }
        draw(random);
        if (++steps == STEPS) {
            end(StepStatus.TERMINATED);
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        for (int branch = 0; branch < 2; branch++) {
            for (int choice = 0; choice < BEHAVIOR.action().branchSize(branch); choice++) {
                out.add(choice == wanted[branch]);
            }
        }
    }

    @Override
    public void mask(ActionMask mask) {
        mask.forbid(0, forbidden[0]);
        mask.forbid(1, forbidden[1]);
    }

    @Override
    public void act(Actions actions) {
        for (int branch = 0; branch < 2; branch++) {
            chosen[branch] = actions.discrete(branch);
            if (chosen[branch] == forbidden[branch]) {
                throw new IllegalArgumentException(
                        "choice " + chosen[branch] + " of branch " + branch + " was forbidden");
            }
        }
    }

    @Override
    public void heuristic(Actions out) {
        out.setDiscrete(0, wanted[0]);
        out.setDiscrete(1, wanted[1]);
    }

    /** Makes masked choices. */
    public static final class Factory implements SimulationFactory {
        @Override
        public MaskedChoiceSimulation create(SimulationSettings settings) {
            return new MaskedChoiceSimulation();
        }
    }
}

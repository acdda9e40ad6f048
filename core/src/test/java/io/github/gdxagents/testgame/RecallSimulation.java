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
 * A cue, left or right, is shown in the first decision only; after 2 to 4 blank ones a question is asked, and the answer must name the
 * cue: 1 for the right answer, -1 for the wrong one, and the episode ends.
 *
 * <p>Whoever remembers gets {@value #OPTIMUM}. Without memory the question looks the same whatever the cue was: no policy gets more than
 * {@value #WITHOUT_MEMORY} in the mean.
 */
public final class RecallSimulation extends SoloSimulation {
    /** The return of always naming the cue. */
    public static final double OPTIMUM = 1;

    /** The mean return of the best policy without memory. */
    public static final double WITHOUT_MEMORY = 0;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("witness")
            .observation(ObservationSpec.of("cue", "question"))
            .action(ActionSpec.builder().branch("answer", "left", "right").build())
            .build();

    private int cue;
    private int step;
    private int questionStep;
    private int answer;

    RecallSimulation() {
        super(BEHAVIOR);
    }

    @Override
    void begin(RandomStream random) {
        cue = random.nextInt(2);
        step = 0;
        questionStep = 3 + random.nextInt(3);
    }

    @Override
    void play(RandomStream random) {
        if (step == questionStep) {
            reward(answer == cue ? 1 : -1);
            end(StepStatus.TERMINATED);
        }
        step++;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(step == 0 ? 2f * cue - 1 : 0);
        out.add(step == questionStep ? 1f : 0f);
    }

    @Override
    public void act(Actions actions) {
        answer = actions.discrete(0);
    }

    /** Makes games of recall. */
    public static final class Factory implements SimulationFactory {
        @Override
        public RecallSimulation create(SimulationSettings settings) {
            return new RecallSimulation();
        }
    }
}

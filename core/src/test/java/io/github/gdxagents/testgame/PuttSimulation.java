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
 * One stroke an episode: the hole is on the left or on the right, equally likely, and the ball rolls for {@value #ROLL} physics steps before
 * it falls in, for a reward of 1, or not. Until then the player waits.
 */
public final class PuttSimulation extends SoloSimulation {
    /** The return of the best policy. */
    public static final double OPTIMUM = 1;

    static final int ROLL = 10;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("golfer")
            .observation(ObservationSpec.of("hole"))
            .action(ActionSpec.builder().branch("aim", "left", "right").build())
            .build();

    private int hole;
    private int aim;
    private int rolled;

    PuttSimulation() {
        super(BEHAVIOR);
    }

    @Override
    void begin(RandomStream random) {
        hole = random.nextInt(2);
        rolled = 0;
    }

    @Override
    void play(RandomStream random) {
        rolled++;
        end(StepStatus.INACTIVE);
        if (rolled == ROLL) {
            reward(aim == hole ? 1 : 0);
            end(StepStatus.TERMINATED);
        }
    }

    @Override
    public boolean isEpisodeOver() {
        return rolled == ROLL;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(2 * hole - 1);
    }

    @Override
    public void act(Actions actions) {
        aim = actions.discrete(0);
    }

    @Override
    public void heuristic(Actions out) {
        out.setDiscrete(0, hole);
    }

    /** Makes greens. */
    public static final class Factory implements SimulationFactory {
        @Override
        public PuttSimulation create(SimulationSettings settings) {
            return new PuttSimulation();
        }
    }
}

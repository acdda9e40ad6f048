package io.github.gdxagents.episode;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agent that shows the reward that was taken last: it must play the same however often iterations are cut. */
class ShownRewardTest {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("shows")
            .observation(ObservationSpec.of("step", "last"))
            .action(ActionSpec.builder().continuous("push").build())
            .decisionPeriod(2)
            .stepLimit(20)
            .build();

    private static final class Showing implements Simulation, Agent {
        private final List<Float> decidedOn = new ArrayList<>();
        private int step;
        private float reward;
        private float last;

        @Override
        public List<? extends Agent> agents() {
            return Collections.singletonList(this);
        }

        @Override
        public void reset(long seed) {
            step = 0;
            reward = 0;
            last = 0;
        }

        @Override
        public void step() {
            step++;
            reward += step;
        }

        @Override
        public BehaviorSpec behavior() {
            return BEHAVIOR;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(step).add(last);
        }

        @Override
        public void act(Actions actions) {
            decidedOn.add(last);
        }

        @Override
        public float takeReward() {
            last = reward;
            reward = 0;
            return last;
        }

        @Override
        public StepStatus status() {
            return StepStatus.RUNNING;
        }

        @Override
        public void dispose() {}
    }

    /** What it decided on, and the sum of the rewards until then; cut off before each turn of so many. */
    private static List<Float> play(int cutEvery) {
        Showing game = new Showing();
        EpisodeLoop loop = new EpisodeLoop(game);
        loop.playAll(new RandomDecider(RandomStream.of(1), true));
        loop.reset(1);
        float sum = 0;
        for (int turn = 0; !loop.isOver(); turn++) {
            if (turn > 0 && turn % cutEvery == 0) {
                loop.cut();
            }
            loop.step();
            sum = (float) loop.seat(0).episodeReturn();
        }
        game.decidedOn.add(sum);
        return game.decidedOn;
    }

    @Test
    void whereDecisionsAreDueACutChangesNothing() {
        List<Float> whole = play(Integer.MAX_VALUE);
        // at the third decision it shows what steps 3 and 4 earned
        assertThat(whole).hasSize(21).startsWith(0f, 3f, 7f, 11f);
        for (int cutEvery : new int[] {2, 4, 6}) {
            assertThat(play(cutEvery)).as("cut off every %d steps", cutEvery).isEqualTo(whole);
        }
    }
}

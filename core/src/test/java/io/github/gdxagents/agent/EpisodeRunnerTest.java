package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeRunnerTest {
    private static final StepStatus R = StepStatus.RUNNING;
    private static final StepStatus E = StepStatus.TERMINATED;
    private static final StepStatus C = StepStatus.TRUNCATED;
    private static final StepStatus I = StepStatus.INACTIVE;

    /** Shows the statuses of a script: one for the reset, then one for each step; the last one stays. */
    private static final class Actor implements Agent {
        private final BehaviorSpec behavior;
        private final StepStatus[] script;
        private int step;

        Actor(int period, int limit, StepStatus... script) {
            behavior = BehaviorSpec.builder("actor" + period + "." + limit)
                    .observation(ObservationSpec.of("x"))
                    .action(ActionSpec.builder().continuous("a").build())
                    .decisionPeriod(period)
                    .stepLimit(limit)
                    .build();
            this.script = script;
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {}

        @Override
        public void act(Actions actions) {}

        @Override
        public float takeReward() {
            return 0;
        }

        @Override
        public StepStatus status() {
            return script[Math.min(step, script.length - 1)];
        }
    }

    private static class Play implements Simulation {
        final List<Actor> actors;
        long seed;

        Play(Actor... actors) {
            this.actors = Arrays.asList(actors);
        }

        @Override
        public List<? extends Agent> agents() {
            return actors;
        }

        @Override
        public void reset(long newSeed) {
            seed = newSeed;
            actors.forEach(actor -> actor.step = 0);
        }

        @Override
        public void step() {
            actors.forEach(actor -> actor.step++);
        }

        @Override
        public void dispose() {}
    }

    /** Runs an episode of at most 20 steps; true where a decision is due. */
    private static List<Integer> decisions(EpisodeRunner runner, int agent) {
        List<Integer> steps = new ArrayList<>();
        runner.reset(1);
        while (!runner.isOver() && runner.steps() < 20) {
            if (runner.isDecisionDue(agent)) {
                steps.add((int) runner.steps());
            }
            runner.step();
        }
        return steps;
    }

    @Test
    void decisionsAreDueOncePerPeriodFromTheReset() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(1, 7, R), new Actor(3, 0, R)));
        assertThat(decisions(runner, 0)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(decisions(runner, 1)).containsExactly(0, 3, 6);
    }

    @Test
    void whoReturnsBetweenItsDecisionsWaitsForTheNext() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(1, 10, R), new Actor(3, 0, R, E, I, I, R)));
        assertThat(decisions(runner, 1)).as("running again from step 4").containsExactly(0, 6, 9);
    }

    @Test
    void theLimitCountsDecisionsAndTheShortestCuts() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(4, 3, R), new Actor(1, 13, R), new Actor(1, 0, R)));
        decisions(runner, 0);
        assertThat(runner.steps()).as("3 decisions of 4 steps").isEqualTo(12);
        assertThat(runner.isOver()).isTrue();
        assertThat(runner.status(0)).isEqualTo(C);
        assertThat(runner.status(2)).isEqualTo(C);
        assertThat(runner.isDecisionDue(0)).as("nobody decides after the cut").isFalse();
    }

    @Test
    void withoutLimitNothingIsCut() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(2, 0, R)));
        assertThat(decisions(runner, 0)).hasSize(10);
        assertThat(runner.isOver()).isFalse();
        assertThat(runner.status(0)).isEqualTo(R);
    }

    @Test
    void anEndInTheLastStepBeforeTheLimitStaysAnEnd() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(1, 2, R, R, E), new Actor(1, 2, R, R, R)));
        decisions(runner, 0);
        assertThat(runner.status(0)).isEqualTo(E);
        assertThat(runner.status(1)).isEqualTo(C);
    }

    @Test
    void whoWaitsAtTheCutIsTruncated() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(1, 3, R, R, I), new Actor(1, 0, R)));
        decisions(runner, 0);
        assertThat(runner.status(0)).isEqualTo(C);
    }

    @Test
    void theEpisodeIsOverWhenNobodyRuns() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(1, 0, R, E, I), new Actor(1, 0, R, R, R, C)));
        assertThat(decisions(runner, 1)).containsExactly(0, 1, 2);
        assertThat(runner.steps()).isEqualTo(3);
        assertThat(runner.isOver()).isTrue();
        assertThat(runner.status(1)).isEqualTo(C);
    }

    @Test
    void aGameMaySayItselfWhetherItIsOver() {
        Play waiting = new Play(new Actor(1, 0, R, E, I, I, R)) {
            @Override
            public boolean isEpisodeOver() {
                return actors.get(0).step >= 6;
            }
        };
        assertThat(decisions(new EpisodeRunner(waiting), 0)).containsExactly(0, 4, 5);
    }

    @Test
    void beforeTheFirstResetOnlyAResetCanFollow() {
        Play play = new Play(new Actor(1, 2, R));
        EpisodeRunner runner = new EpisodeRunner(play);
        assertThat(runner.isOver()).isTrue();
        assertThat(runner.isDecisionDue(0)).isFalse();
        assertThatThrownBy(runner::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the episode is over (or never began) after 0 physics steps; call reset(seed) before the next step");
        runner.reset(77);
        assertThat(play.seed).isEqualTo(77);
        assertThat(runner.isDecisionDue(0)).isTrue();
        runner.step();
        runner.step();
        assertThatThrownBy(runner::step).hasMessageContaining("after 2 physics steps");
        runner.reset(78);
        assertThat(runner.steps()).isZero();
        assertThat(runner.isOver()).isFalse();
        assertThat(runner.status(0)).isEqualTo(R);
    }

    @Test
    void theLargestLimitDoesNotOverflow() {
        EpisodeRunner runner = new EpisodeRunner(new Play(new Actor(Integer.MAX_VALUE, Integer.MAX_VALUE, R)));
        runner.reset(1);
        runner.step();
        assertThat(runner.isOver()).isFalse();
    }

    @Test
    void aSimulationWithoutAgentsIsAnError() {
        assertThatThrownBy(() -> new EpisodeRunner(new Play()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it has no agents")
                .hasMessageContaining(Play.class.getName());
    }

    @Test
    void agentsKeepTheirPlaces() {
        Play play = new Play(new Actor(1, 0, R), new Actor(2, 0, R));
        EpisodeRunner runner = new EpisodeRunner(play);
        assertThat(runner.agentCount()).isEqualTo(2);
        assertThat(runner.agent(1)).isSameAs(play.actors.get(1));
        assertThat(runner.simulation()).isSameAs(play);
    }

    @Test
    void onlyTerminatedAndTruncatedAreEnds() {
        assertThat(StepStatus.values()).filteredOn(StepStatus::isEnd).containsExactly(E, C);
    }

    @Test
    void byDefaultAgentsAreUnmaskedAndTheirHeuristicRests() {
        Actor actor = new Actor(1, 0, R);
        ActionMask mask = new ActionMask(actor.behavior().action());
        actor.mask(mask);
        assertThat(mask.isRestricted()).isFalse();
        Actions actions = new Actions(actor.behavior().action());
        actor.heuristic(actions);
        assertThat(actions.continuous(0)).isZero();
        SimulationFactory factory = settings -> new Play(actor);
        assertThat(factory.settings()).isEqualTo(SimulationSettings.none());
    }
}

package io.github.gdxagents.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.policy.Fixtures;
import io.github.gdxagents.testgame.SiegeSimulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EpisodeLoopTest {
    private static final StepStatus R = StepStatus.RUNNING;
    private static final StepStatus E = StepStatus.TERMINATED;
    private static final StepStatus C = StepStatus.TRUNCATED;
    private static final StepStatus I = StepStatus.INACTIVE;

    /** What happened, in order; null while nobody listens. */
    private List<String> log;

    private void note(String what) {
        note("", what);
    }

    private void note(String who, String what) {
        if (log != null) { // else nothing is joined: allocations are counted
            log.add(who + what);
        }
    }

    /**
     * Shows the statuses of a script: one for the reset, then one for each step; the last one stays. Each physics step earns the number
     * of the step, whatever the status; it observes the number of steps.
     */
    private final class Actor implements Agent {
        private final BehaviorSpec behavior;
        private final StepStatus[] script;
        private String name = "?";
        private int step;
        private float reward;

        Actor(int period, int limit, StepStatus... script) {
            behavior = BehaviorSpec.builder("actor" + period + "." + limit)
                    .observation(ObservationSpec.of("x"))
                    .action(ActionSpec.builder().continuous("a").build())
                    .decisionPeriod(period)
                    .stepLimit(limit)
                    .build();
            this.script = script;
        }

        void begin() {
            step = 0;
            reward = 0;
        }

        void advance() {
            step++;
            reward += step;
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {
            note(name, " observes");
            out.add(step);
        }

        @Override
        public void mask(ActionMask mask) {
            note(name, " masks");
        }

        @Override
        public void act(Actions actions) {
            note(name, " acts");
        }

        @Override
        public float takeReward() {
            note(name, " gives");
            float taken = reward;
            reward = 0;
            return taken;
        }

        @Override
        public StepStatus status() {
            return script[Math.min(step, script.length - 1)];
        }
    }

    private class Play implements Simulation {
        final List<Actor> actors;
        long seed;
        int disposals;

        Play(Actor... actors) {
            this.actors = Arrays.asList(actors);
            for (int i = 0; i < actors.length; i++) {
                actors[i].name = "" + (char) ('a' + i);
            }
        }

        @Override
        public List<? extends Agent> agents() {
            return actors;
        }

        @Override
        public void reset(long newSeed) {
            note("reset");
            seed = newSeed;
            for (int i = 0; i < actors.size(); i++) {
                actors.get(i).begin();
            }
        }

        @Override
        public void step() {
            note("step");
            for (int i = 0; i < actors.size(); i++) {
                actors.get(i).advance();
            }
        }

        @Override
        public void dispose() {
            disposals++;
        }
    }

    /** Notes what it is asked. */
    private class Player implements Decider {
        private final String name;
        private final boolean observes;
        private int batch;

        Player(String name, boolean observes) {
            this.name = name;
            this.observes = observes;
        }

        @Override
        public void accept(Seat seat) {
            note(name + " accepts " + seat.index());
        }

        @Override
        public void add(Seat seat) {
            batch++;
            if (log != null) {
                note(name, " adds " + seat.index());
            }
        }

        @Override
        public void decide() {
            if (log != null) {
                note(name, " decides " + batch);
            }
            batch = 0;
        }

        @Override
        public boolean observes() {
            return observes;
        }
    }

    /** Notes what it is told, with reward, return and length. */
    private final class Watcher implements EpisodeListener {
        private final String name;

        Watcher(String name) {
            this.name = name;
        }

        private void tell(String what, Seat seat) {
            note(name + what + " " + seat.index() + ": " + seat.reward() + " " + seat.episodeReturn() + " "
                    + seat.episodeLength());
        }

        @Override
        public void began(EpisodeLoop loop) {
            note(name + "began");
        }

        @Override
        public void rewarded(Seat seat) {
            tell("rewarded", seat);
        }

        @Override
        public void deciding(Seat seat) {
            tell("deciding", seat);
        }

        @Override
        public void acted(Seat seat) {
            note(name + "acted " + seat.index());
        }

        @Override
        public void ended(Seat seat) {
            tell("ended " + seat.status() + " x=" + seat.observation()[0], seat);
        }

        @Override
        public void cut(Seat seat) {
            tell("cut x=" + seat.observation()[0], seat);
        }

        @Override
        public void stepped(EpisodeLoop loop) {
            note(name + "stepped " + loop.steps());
        }
    }

    private static EpisodeLoop loop(Simulation simulation) {
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(Decider.heuristic());
        return loop;
    }

    /** Plays an episode of at most 20 steps and tells before which of them a seat decided. */
    private static List<Integer> decisions(EpisodeLoop loop, int index) {
        List<Integer> steps = new ArrayList<>();
        loop.reset(1);
        while (!loop.isOver() && loop.steps() < 20) {
            Seat seat = loop.seat(index);
            boolean isDue = loop.isDecisionDue(seat);
            loop.observe();
            assertThat(seat.isDue()).isEqualTo(isDue);
            if (isDue) {
                steps.add((int) loop.steps());
            }
            loop.decide();
            loop.advance();
        }
        return steps;
    }

    /** What happens in one turn. */
    private List<String> turn(EpisodeLoop loop) {
        log = new ArrayList<>();
        loop.step();
        List<String> happened = log;
        log = null;
        return happened;
    }

    @Test
    void decisionsAreDueOncePerPeriodFromTheReset() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 7, R), new Actor(3, 0, R)));
        assertThat(decisions(loop, 0)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(decisions(loop, 1)).containsExactly(0, 3, 6);
    }

    @Test
    void whoReturnsBetweenItsDecisionsWaitsForTheNext() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 10, R), new Actor(3, 0, R, E, I, I, R)));
        assertThat(decisions(loop, 1)).as("running again from step 4").containsExactly(0, 6, 9);
    }

    @Test
    void theLimitCountsDecisionsAndTheShortestCuts() {
        EpisodeLoop loop = loop(new Play(new Actor(4, 3, R), new Actor(1, 13, R), new Actor(1, 0, R)));
        decisions(loop, 0);
        assertThat(loop.steps()).as("3 decisions of 4 steps").isEqualTo(12);
        assertThat(loop.isOver()).isTrue();
        assertThat(loop.seat(0).status()).isEqualTo(C);
        assertThat(loop.seat(2).status()).isEqualTo(C);
        assertThat(loop.isDecisionDue(loop.seat(0)))
                .as("nobody decides after the cut")
                .isFalse();
    }

    @Test
    void withoutLimitNothingIsCut() {
        EpisodeLoop loop = loop(new Play(new Actor(2, 0, R)));
        assertThat(decisions(loop, 0)).hasSize(10);
        assertThat(loop.isOver()).isFalse();
        assertThat(loop.seat(0).status()).isEqualTo(R);
    }

    @Test
    void anEndInTheLastStepBeforeTheLimitStaysAnEnd() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 2, R, R, E), new Actor(1, 2, R, R, R)));
        decisions(loop, 0);
        assertThat(loop.seat(0).status()).isEqualTo(E);
        assertThat(loop.seat(1).status()).isEqualTo(C);
    }

    @Test
    void whoWaitsAtTheCutIsTruncated() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 3, R, R, I), new Actor(1, 0, R)));
        decisions(loop, 0);
        assertThat(loop.seat(0).status()).isEqualTo(C);
    }

    @Test
    void theEpisodeIsOverWhenNobodyRuns() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 0, R, E, I), new Actor(1, 0, R, R, R, C)));
        assertThat(decisions(loop, 1)).containsExactly(0, 1, 2);
        assertThat(loop.steps()).isEqualTo(3);
        assertThat(loop.isOver()).isTrue();
        assertThat(loop.seat(1).status()).isEqualTo(C);
    }

    @Test
    void aGameMaySayItselfWhetherItIsOver() {
        Play waiting = new Play(new Actor(1, 0, R, E, I, I, R)) {
            @Override
            public boolean isEpisodeOver() {
                return actors.get(0).step >= 6;
            }
        };
        assertThat(decisions(loop(waiting), 0)).containsExactly(0, 4, 5);
    }

    @Test
    void beforeTheFirstResetOnlyAResetCanFollow() {
        Play play = new Play(new Actor(1, 2, R));
        EpisodeLoop loop = loop(play);
        assertThat(loop.isOver()).isTrue();
        assertThat(loop.isDecisionDue(loop.seat(0))).isFalse();
        assertThatThrownBy(loop::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the episode is over (or never began) after 0 physics steps; call reset(seed) before the next step");
        loop.reset(77);
        assertThat(play.seed).isEqualTo(77);
        assertThat(loop.isDecisionDue(loop.seat(0))).isTrue();
        loop.step();
        loop.step();
        assertThatThrownBy(loop::step).hasMessageContaining("after 2 physics steps");
        loop.reset(78);
        assertThat(loop.steps()).isZero();
        assertThat(loop.isOver()).isFalse();
        assertThat(loop.seat(0).status()).isEqualTo(R);
    }

    @Test
    void theLargestLimitDoesNotOverflow() {
        EpisodeLoop loop = loop(new Play(new Actor(Integer.MAX_VALUE, Integer.MAX_VALUE, R)));
        loop.reset(1);
        loop.step();
        assertThat(loop.isOver()).isFalse();
    }

    @Test
    void aSimulationWithoutAgentsIsAnError() {
        assertThatThrownBy(() -> new EpisodeLoop(new Play()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it has no agents")
                .hasMessageContaining(Play.class.getName());
    }

    @Test
    void anAgentHasOnePlace() {
        Actor twice = new Actor(1, 0, R);
        assertThatThrownBy(() -> new EpisodeLoop(new Play(twice, new Actor(1, 0, R), twice)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives agent 0 a second time as agent 2");
    }

    @Test
    void agentsKeepTheirPlaces() {
        Play play = new Play(new Actor(1, 0, R), new Actor(2, 0, R));
        EpisodeLoop loop = new EpisodeLoop(play);
        assertThat(loop.seatCount()).isEqualTo(2);
        assertThat(loop.seat(1).agent()).isSameAs(play.actors.get(1));
        assertThat(loop.seat(1).index()).isEqualTo(1);
        assertThat(loop.seat(1).behavior()).isSameAs(play.actors.get(1).behavior());
        assertThat(loop.simulation()).isSameAs(play);
    }

    /** Nobody acts before all have observed; a is due at each step, b at every second. */
    @Test
    void aTurnAsksInOrder() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 0, R), new Actor(2, 0, R), new Actor(1, 0, I)));
        Player one = new Player("one", true);
        Player two = new Player("two", true);
        loop.playAll(one);
        loop.play(loop.seat(1), two);
        loop.reset(1);
        assertThat(turn(loop))
                .containsExactly(
                        "a gives",
                        "a observes",
                        "a masks",
                        "one adds 0",
                        "b gives",
                        "b observes",
                        "b masks",
                        "two adds 1",
                        "one decides 1",
                        "two decides 1",
                        "a acts",
                        "b acts",
                        "step");
        assertThat(turn(loop))
                .containsExactly(
                        "a gives",
                        "a observes",
                        "a masks",
                        "one adds 0",
                        "one decides 1",
                        "two decides 0",
                        "a acts",
                        "step");
    }

    @Test
    void oneDeciderDecidesForSeveralLoopsInOneBatch() {
        EpisodeLoop first = new EpisodeLoop(new Play(new Actor(1, 0, R), new Actor(2, 0, R)));
        EpisodeLoop second = new EpisodeLoop(new Play(new Actor(1, 0, R)));
        Player player = new Player("one", true);
        first.playAll(player);
        second.playAll(player);
        first.reset(1);
        second.reset(2);
        log = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            first.observe();
            second.observe();
            player.decide();
            first.advance();
            second.advance();
        }
        assertThat(log)
                .filteredOn(line -> line.startsWith("one decides"))
                .containsExactly("one decides 3", "one decides 2");
        assertThat(first.steps()).isEqualTo(2);
        assertThat(second.steps()).isEqualTo(2);
    }

    @Test
    void aDeciderIsAskedOnceHoweverManySeatsItPlays() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 0, R), new Actor(1, 0, R)));
        log = new ArrayList<>();
        Player player = new Player("one", true);
        loop.play(loop.seat(0), player);
        loop.play(loop.seat(1), player);
        assertThat(log).containsExactly("one accepts 0", "one accepts 1");
        assertThat(loop.seat(1).decider()).isSameAs(player);
        loop.reset(1);
        assertThat(turn(loop))
                .filteredOn(line -> line.startsWith("one decides"))
                .containsExactly("one decides 2");
    }

    @Test
    void whoIsRefusedByADeciderKeepsTheOldOne() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 0, R)));
        Decider before = loop.seat(0).decider();
        Decider picky = new Decider() {
            @Override
            public void accept(Seat seat) {
                throw new IllegalArgumentException("not for " + seat.behavior().name());
            }

            @Override
            public void add(Seat seat) {}
        };
        assertThatThrownBy(() -> loop.playAll(picky)).hasMessage("not for actor1.0");
        assertThat(loop.seat(0).decider()).isSameAs(before);
    }

    @Test
    void aDeciderThatDoesNotLookNeedsNoObservations() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 2, R), new Actor(1, 0, R)));
        loop.play(loop.seat(0), new Player("blind", false));
        loop.play(loop.seat(1), new Player("one", true));
        loop.reset(1);
        List<String> happened = turn(loop);
        happened.addAll(turn(loop)); // the limit cuts both off
        assertThat(happened)
                .filteredOn(line -> line.endsWith("observes"))
                .containsExactly("b observes", "b observes", "b observes");
    }

    @Test
    void whoPassesDoesNotAct() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 0, R), new Actor(1, 0, R)));
        loop.playAll(seat -> {
            if (seat.index() == 0) {
                seat.pass();
            }
        });
        loop.reset(1);
        assertThat(turn(loop)).contains("b acts").doesNotContain("a acts");
        assertThat(loop.seat(0).isInEpisode() || loop.seat(0).isOpen()).isFalse();
    }

    /**
     * Steps earn 1, 2, 3 and so on. a decides at steps 0, 2 and 4, and ends with step 5; b decides once before step 1, and is cut off at
     * the limit of 6 steps.
     */
    @Test
    void rewardsReturnsAndLengthsAreThoseOfTheDecisions() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(2, 3, R, R, R, R, R, E, I), new Actor(4, 0, R, I)) {
            @Override
            public boolean isEpisodeOver() {
                return false;
            }
        });
        loop.playAll(new Player("one", true));
        loop.listen(new Watcher("."));
        log = new ArrayList<>();
        loop.reset(1);
        while (!loop.isOver()) {
            loop.step();
        }
        assertThat(log)
                .filteredOn(line -> line.startsWith("."))
                .containsExactly(
                        ".began",
                        ".deciding 0: 0.0 0.0 1",
                        ".deciding 1: 0.0 0.0 1",
                        ".acted 0",
                        ".acted 1",
                        ".stepped 1",
                        ".stepped 2",
                        ".rewarded 0: 3.0 3.0 1",
                        ".deciding 0: 3.0 3.0 2",
                        ".acted 0",
                        ".stepped 3",
                        ".stepped 4",
                        ".rewarded 0: 7.0 10.0 2",
                        ".deciding 0: 7.0 10.0 3",
                        ".acted 0",
                        ".ended TERMINATED x=4.0 0: 5.0 15.0 3",
                        ".stepped 5",
                        ".ended TRUNCATED x=6.0 1: 21.0 21.0 1",
                        ".stepped 6");
        assertThat(loop.seat(0).episodeReturn()).as("starts over after the end").isZero();
        assertThat(loop.seat(0).episodeLength()).isZero();
        assertThat(loop.seat(0).isInEpisode()).isFalse();
    }

    @Test
    void whatIsGivenBeforeTheFirstDecisionCountsInNoReturn() {
        // waits for two steps, which earn 1 and 2; its decision earns 3
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 0, I, I, R, E), new Actor(1, 0, R)));
        loop.playAll(new Player("one", true));
        loop.listen(new Watcher("."));
        loop.reset(1);
        List<String> happened = turn(loop);
        happened.addAll(turn(loop));
        happened.addAll(turn(loop));
        assertThat(happened)
                .contains(".deciding 0: 3.0 0.0 1", ".ended TERMINATED x=2.0 0: 3.0 3.0 1")
                .doesNotContain(".rewarded 0: 3.0 0.0 0");
    }

    @Test
    void anEndWithoutADecisionIsNone() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(3, 0, R, E, I, I, R, E), new Actor(1, 0, R)));
        loop.playAll(new Player("one", true));
        loop.listen(new Watcher("."));
        loop.reset(1);
        List<String> ends = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            ends.addAll(turn(loop));
        }
        // it returned at step 4 and ended at step 5, but would have decided at step 6
        assertThat(ends)
                .filteredOn(line -> line.contains("ended"))
                .containsExactly(".ended TERMINATED x=0.0 0: 1.0 1.0 1");
    }

    @Test
    void listenersAreToldInTheOrderInWhichTheyCame() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 3, R)));
        loop.listen(new Watcher("1 "));
        loop.listen(new Watcher("2 "));
        log = new ArrayList<>();
        loop.reset(1);
        loop.step();
        loop.cut();
        loop.step();
        loop.step();
        List<String> told = log.stream().filter(line -> line.matches("[12] .*")).toList();
        assertThat(told).hasSize(26);
        for (int i = 0; i < told.size(); i += 2) {
            assertThat(told.get(i)).startsWith("1 ");
            assertThat(told.get(i + 1)).isEqualTo("2 " + told.get(i).substring(2));
        }
    }

    /** Steps earn 1, 2, 3 and so on. a decides before each, b before steps 1 and 5; the account is closed after step 2. */
    @Test
    void aCutClosesTheAccountAndTheEpisodeGoesOn() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 0, R), new Actor(4, 0, R), new Actor(1, 0, I)));
        loop.playAll(new Player("one", true));
        loop.listen(new Watcher("."));
        loop.reset(1);
        loop.step();
        loop.step();
        log = new ArrayList<>();
        loop.cut();
        assertThat(log)
                .containsExactly(
                        "a gives",
                        "a observes",
                        ".cut x=2.0 0: 2.0 3.0 2",
                        "b gives",
                        "b observes",
                        ".cut x=2.0 1: 3.0 3.0 1");
        assertThat(loop.seat(0).isOpen()).isFalse();
        assertThat(loop.seat(0).isInEpisode()).isTrue();
        log.clear();
        loop.cut();
        assertThat(log).as("nothing is open").isEmpty();
        log = new ArrayList<>();
        for (int step = 2; step < 5; step++) {
            loop.step();
        }
        assertThat(log)
                .filteredOn(line -> line.startsWith(".") && !line.startsWith(".stepped") && !line.startsWith(".acted"))
                .containsExactly(
                        ".deciding 0: 0.0 3.0 3", // not rewarded: that was the cut
                        ".rewarded 0: 3.0 6.0 3",
                        ".deciding 0: 3.0 6.0 4",
                        ".rewarded 0: 4.0 10.0 4",
                        ".deciding 0: 4.0 10.0 5",
                        ".deciding 1: 7.0 10.0 2"); // steps 3 and 4 came after its cut: they count in its return
    }

    @Test
    void anEndAfterACutHasItsRewardToo() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(4, 0, R, R, R, E)));
        loop.playAll(new Player("one", true));
        loop.listen(new Watcher("."));
        loop.reset(1);
        loop.step();
        loop.cut();
        loop.step();
        assertThat(turn(loop)).contains(".ended TERMINATED x=1.0 0: 5.0 6.0 1"); // 2 + 3, after 1 at the cut
    }

    @Test
    void anotherInstanceTakesThePlaceOfABrokenOne() {
        Play broken = new Play(new Actor(1, 0, R), new Actor(1, 0, R));
        Play other = new Play(new Actor(1, 0, R), new Actor(1, 0, R));
        EpisodeLoop loop = loop(broken);
        Seat seat = loop.seat(1);
        seat.remember(2);
        loop.reset(1);
        loop.step();
        seat.memory()[1] = 7;
        loop.replaceSimulation(other);
        assertThat(loop.simulation()).isSameAs(other);
        assertThat(loop.isOver()).as("a reset must follow").isTrue();
        assertThatThrownBy(loop::step).hasMessageContaining("call reset(seed)");
        loop.reset(5);
        assertThat(other.seed).isEqualTo(5);
        assertThat(loop.seat(1)).isSameAs(seat);
        assertThat(seat.agent()).isSameAs(other.actors.get(1));
        assertThat(seat.isInEpisode()).isFalse();
        assertThat(seat.memory()).containsOnly(0);
        loop.step();
        assertThat(other.actors.get(1).step).isEqualTo(1);
        assertThat(broken.actors.get(1).step).isEqualTo(1);
        assertThat(broken.disposals + other.disposals)
                .as("disposed by the caller")
                .isZero();
    }

    @Test
    void anEpisodeGoesOnWhereItWasLeft() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(2, 0, R, R, E)));
        loop.playAll(new Player("one", true));
        loop.listen(new Watcher("."));
        Seat seat = loop.seat(0);
        seat.remember(2);
        loop.reset(1);
        loop.step();
        seat.restore(40, 9, new double[0], new float[] {1, 2});
        assertThat(seat.isOpen()).as("a decision goes on, too").isTrue();
        assertThat(seat.memory()).containsExactly(1, 2);
        assertThat(turn(loop)).contains(".ended TERMINATED x=0.0 0: 3.0 43.0 9");
        assertThat(seat.memory()).as("forgotten with the end").containsOnly(0);
    }

    /** The policy decides for the last time in the very step that ends its episode from outside, and remembers that. */
    @Test
    void memoryIsEmptyWhenAnEpisodeBegins() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 2, R)));
        List<Float> remembered = new ArrayList<>();
        loop.playAll(new Decider() {
            @Override
            public void accept(Seat seat) {
                seat.remember(1);
            }

            @Override
            public void add(Seat seat) {
                remembered.add(seat.memory()[0]);
                seat.memory()[0]++;
            }
        });
        loop.reset(1);
        loop.observe();
        loop.reset(2); // given up in the midst of a turn
        loop.step();
        loop.step();
        loop.reset(3);
        loop.step();
        assertThat(remembered).containsExactly(0f, 0f, 1f, 0f);
    }

    @Test
    void actionsAreAtRestWhenADecisionIsAskedFor() {
        EpisodeLoop loop = new EpisodeLoop(new Play(new Actor(1, 0, R)));
        loop.playAll(seat -> {
            assertThat(seat.actions().continuous(0)).isZero();
            seat.actions().setContinuous(0, 0.5f);
        });
        loop.reset(1);
        loop.step();
        assertThat(loop.seat(0).actions().continuous(0)).isEqualTo(0.5f);
        loop.step();
    }

    @Test
    void aSeatThatNobodyPlaysIsNamed() {
        Play play = new Play(new Actor(1, 0, R), new Actor(1, 0, I, R));
        EpisodeLoop loop = new EpisodeLoop(play);
        loop.play(loop.seat(0), new Player("one", true));
        loop.reset(1);
        loop.step(); // nobody is needed for who waits
        assertThatThrownBy(loop::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "episode loop: nobody decides for agent 1 ('actor1.0'); call play or playAll before the first step");
    }

    @Test
    void aLoopWithoutSimulationCanNeitherStepNorReset() {
        Play play = new Play(new Actor(1, 0, R));
        EpisodeLoop loop = new EpisodeLoop();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                loop::step,
                loop::advance,
                loop::stepSimulation,
                () -> loop.reset(1),
                () -> loop.reset(1, SimulationSettings.none()),
                () -> loop.replaceSimulation(play))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "episode loop: it has no simulation that it could step, reset or replace; call begin() and"
                                    + " stepped() where the game resets and steps itself, or give the simulation to the"
                                    + " constructor");
        }
        assertThat(loop.simulation()).isNull();
    }

    @Test
    void aLoopOfASimulationHasTheSeatsOfItsAgents() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 0, R)));
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> loop.add(new Actor(1, 0, R)), () -> loop.remove(loop.seat(0)))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("its seats are those of the agents of simulation " + Play.class.getName());
        }
        assertThat(loop.seatCount()).isEqualTo(1);
    }

    @Test
    void whoPlaysNobodyAnyMoreIsNotAskedToDecide() {
        EpisodeLoop loop = new EpisodeLoop();
        Seat first = loop.add(new Actor(1, 0, R));
        Seat second = loop.add(new Actor(1, 0, R));
        loop.play(first, new Player("one", true));
        loop.play(second, new Player("two", true));
        log = new ArrayList<>();
        loop.decide();
        loop.remove(first);
        loop.decide();
        loop.play(second, new Player("three", true));
        loop.decide();
        assertThat(log)
                .filteredOn(line -> line.contains("decides"))
                .containsExactly("one decides 0", "two decides 0", "two decides 0", "three decides 0");
    }

    @Test
    void aGameThatStepsItselfAddsAndRemovesAgents() {
        EpisodeLoop loop = new EpisodeLoop();
        assertThat(loop.simulation()).isNull();
        assertThat(loop.isOver()).isFalse();
        Player player = new Player("one", true);
        Actor[] actors = {new Actor(1, 1, R), new Actor(2, 0, R), new Actor(1, 0, R)};
        Play named = new Play(actors);
        for (Actor actor : actors) {
            loop.play(loop.add(actor), player);
        }
        Seat second = loop.seat(1);
        loop.begin(5); // five steps were made before
        log = new ArrayList<>();
        loop.observe();
        loop.decide();
        loop.remove(loop.seat(0)); // in the midst of a turn: it acts no more
        loop.act();
        named.step();
        loop.stepped();
        assertThat(log).contains("one decides 2", "c acts").doesNotContain("a acts", "b gives");
        assertThat(loop.steps()).isEqualTo(6);
        assertThat(loop.isOver()).as("no limit: the game says when it is over").isFalse();
        assertThat(loop.seatCount()).isEqualTo(2);
        assertThat(loop.seat(0)).isSameAs(second);
        assertThat(second.index()).as("its number stays").isEqualTo(1);
        assertThat(loop.add(new Actor(1, 0, R)).index()).isEqualTo(3);
        log.clear();
        loop.observe();
        assertThat(log).contains("one adds 1", "one adds 2").doesNotContain("one adds 3");
    }

    /** As a character does that is removed when it has died, or when another has seen it die. */
    @Test
    void whoIsRemovedInTheMidstOfATurnTakesNobodysPlace() {
        Actor[] actors = {new Actor(1, 0, R, E), new Actor(1, 0, R, E), new Actor(1, 0, R, R, E)};
        EpisodeLoop loop = new EpisodeLoop();
        Play named = new Play(actors);
        List<Seat> added = new ArrayList<>();
        Player player = new Player("one", true) {
            @Override
            public void add(Seat seat) {
                super.add(seat);
                if (seat.index() == 2 && added.size() == 3) {
                    loop.remove(added.get(0)); // before its own place
                }
                added.add(seat);
            }
        };
        List<Integer> ended = new ArrayList<>();
        loop.listen(new EpisodeListener() {
            @Override
            public void ended(Seat seat) {
                ended.add(seat.index());
                loop.remove(seat);
            }
        });
        for (Actor actor : actors) {
            loop.play(loop.add(actor), player);
        }
        loop.begin(0);
        for (int i = 0; i < 2; i++) {
            loop.observe();
            loop.decide();
            loop.act();
            named.step();
            loop.stepped();
        }
        assertThat(ended).as("the first two at once, the third a step later").containsExactly(0, 1, 2);
        assertThat(added).extracting(Seat::index).containsExactly(0, 1, 2, 2);
        assertThat(loop.seatCount()).isZero();
    }

    @Test
    void aStepAllocatesNothing() {
        Play play = new Play(new Actor(1, 50, R), new Actor(3, 0, R, R, R, E, I, R), new Actor(1, 0, I, I, R));
        EpisodeLoop loop = new EpisodeLoop(play);
        loop.playAll(new Player("one", true));
        double[] sum = new double[1];
        loop.listen(new EpisodeListener() {
            @Override
            public void rewarded(Seat seat) {
                sum[0] += seat.reward();
            }

            @Override
            public void ended(Seat seat) {
                sum[0] += seat.episodeReturn();
            }
        });
        assertThat(Fixtures.allocatedBytes(() -> {
                    loop.reset(3);
                    while (!loop.isOver()) {
                        loop.step();
                        if (loop.steps() % 10 == 0) {
                            loop.cut();
                        }
                    }
                }))
                .isZero();
        assertThat(sum[0]).isPositive();
    }

    /** With strength 1 one storms, with 3 all: lengths and ends tell which settings an episode had. */
    @Test
    void anEpisodeMayHaveSettingsOfItsOwn() {
        SiegeSimulation.Factory factory = new SiegeSimulation.Factory();
        SimulationSettings settings = factory.settings().with("delay", 1);
        EpisodeLoop loop = loop(factory.create(settings.with("strength", 3)));
        loop.listen(new Watcher("."));
        log = new ArrayList<>();
        loop.reset(1, settings.with("strength", 1));
        loop.step();
        loop.step();
        assertThat(loop.isOver()).isTrue();
        assertThat(log)
                .filteredOn(line -> line.startsWith(".ended"))
                .containsExactly(
                        ".ended TERMINATED x=0.0 0: 9.0 9.0 1",
                        ".ended TERMINATED x=0.0 1: 10.0 10.0 1",
                        ".ended TERMINATED x=0.0 2: 10.0 10.0 1");
        log.clear();
        loop.reset(1);
        loop.step();
        loop.step();
        assertThat(log)
                .as("as the instance was made")
                .filteredOn(line -> line.startsWith(".ended"))
                .containsExactly(
                        ".ended TERMINATED x=0.0 0: 9.0 9.0 1",
                        ".ended TERMINATED x=0.0 1: 9.0 9.0 1",
                        ".ended TERMINATED x=0.0 2: 9.0 9.0 1");
    }

    @Test
    void aGameThatCannotVarySaysWhatToDo() {
        EpisodeLoop loop = loop(new Play(new Actor(1, 0, R)));
        assertThatThrownBy(() -> loop.reset(1, SimulationSettings.none()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("simulation " + Play.class.getName()
                        + ": its settings can't vary from episode to episode, since it has no reset(seed, settings); override"
                        + " that, or leave the settings as the instance was made with");
    }

    @Test
    void onlyTerminatedAndTruncatedAreEnds() {
        assertThat(StepStatus.values()).filteredOn(StepStatus::isEnd).containsExactly(E, C);
    }

    @Test
    void byDefaultAgentsAreUnmaskedAndTheirHeuristicRests() {
        Agent actor = new Agent() {
            @Override
            public BehaviorSpec behavior() {
                return new Actor(1, 0, R).behavior();
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
                return R;
            }
        };
        ActionSpec action = ActionSpec.builder().branch("b", "0", "1").build();
        ActionMask mask = new ActionMask(action);
        actor.mask(mask);
        assertThat(mask.isAllowed(0) && mask.isAllowed(1)).isTrue();
        Seat seat = new EpisodeLoop().add(actor);
        Decider.heuristic().add(seat);
        assertThat(seat.actions().continuous(0)).isZero();
        assertThat(actor.team()).isNull();
        SimulationFactory factory = settings -> new Play(new Actor(1, 0, R));
        assertThat(factory.settings()).isEqualTo(SimulationSettings.none());
    }
}

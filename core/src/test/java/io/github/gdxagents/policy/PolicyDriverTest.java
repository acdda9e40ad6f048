package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.testgame.WrappedAgent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyDriverTest {
    private static final PolicyModel MODEL = Fixtures.model(Fixtures.HYBRID); // decision period 3

    private static PolicyDriver driver(DecisionMode mode) {
        return new PolicyDriver(new NetworkPolicy(MODEL, mode, 4), 5);
    }

    /** An episode loop on a twin of the arena, whose pilots come to the same whatever is decided. */
    private static EpisodeLoop loop(Arena twin, long seed) {
        EpisodeLoop loop = new EpisodeLoop(twin);
        loop.playAll(new NetworkPolicy(MODEL, DecisionMode.DETERMINISTIC, 4));
        loop.reset(seed);
        return loop;
    }

    /** Makes a step with a driver and with a loop, and counts the decisions, which must be the same agents'. */
    private static int step(PolicyDriver driver, Arena arena, EpisodeLoop loop, Arena twin) {
        int[] before = decisionsOfEach(arena);
        int[] beforeInTwin = decisionsOfEach(twin);
        driver.update();
        arena.step();
        loop.step();
        int decisions = 0;
        for (int i = 0; i < before.length; i++) {
            int made = arena.pilots.get(i).decisions - before[i];
            assertThat(made)
                    .as("agent %d before step %d", i, loop.steps())
                    .isEqualTo(twin.pilots.get(i).decisions - beforeInTwin[i]);
            decisions += made;
        }
        return decisions;
    }

    private static int[] decisionsOfEach(Arena arena) {
        return arena.pilots.stream().mapToInt(pilot -> pilot.decisions).toArray();
    }

    @Test
    void aDriverThatTakesOverKeepsTheDecisionPeriod() {
        Arena arena = new Arena(4);
        Arena twin = new Arena(4);
        arena.reset(1);
        EpisodeLoop loop = loop(twin, 1);
        PolicyDriver first = driver(DecisionMode.DETERMINISTIC);
        first.attachAll(arena.agents());
        first.reset(1);
        for (int step = 0; step < 4; step++) { // one past a decision
            step(first, arena, loop, twin);
        }
        PolicyDriver second = driver(DecisionMode.DETERMINISTIC);
        second.attachAll(arena.agents());
        second.reset(2, 4);
        int decisions = 0;
        for (int step = 0; step < 12; step++) {
            decisions += step(second, arena, loop, twin);
        }
        assertThat(decisions).isPositive();
    }

    @Test
    void decidesExactlyWhenTheEpisodeLoopDoes() {
        Arena arena = new Arena(20);
        Arena twin = new Arena(20);
        PolicyDriver driver = driver(DecisionMode.STOCHASTIC);
        driver.attachAll(arena.agents());
        int decisions = 0;
        for (int episode = 0; episode < 3; episode++) {
            arena.reset(episode);
            EpisodeLoop loop = loop(twin, episode);
            driver.reset();
            for (int step = 0; step < 200; step++) {
                decisions += step(driver, arena, loop, twin);
            }
        }
        assertThat(decisions).isBetween(500, 3500); // some wait, some decide
    }

    @Test
    void actionsAreThoseOfThePolicy() {
        Pilot pilot = new Pilot(0.7f);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attach(pilot);
        driver.update();
        float[] observation = new float[5];
        pilot.observe(new ObservationWriter(MODEL.behavior().observation()).begin(observation));
        Seat seat = Fixtures.seat(MODEL.behavior(), observation);
        NetworkPolicy policy = new NetworkPolicy(MODEL, DecisionMode.DETERMINISTIC, 1);
        policy.accept(seat);
        policy.add(seat);
        policy.decide();
        assertThat(pilot.last).hasToString(seat.actions().toString());
        assertThat(driver.seat(pilot).outputs()).isEqualTo(seat.outputs());
    }

    @Test
    void whatAnAgentDrawsDoesNotDependOnTheOthers() {
        Pilot together = new Pilot(1);
        Pilot other = new Pilot(2);
        PolicyDriver first = driver(DecisionMode.STOCHASTIC);
        first.attach(together);
        first.attach(other);
        Pilot alone = new Pilot(1);
        PolicyDriver second = driver(DecisionMode.STOCHASTIC);
        second.attach(alone);
        for (int i = 0; i < 30; i++) {
            other.status = i % 4 == 0 ? StepStatus.INACTIVE : StepStatus.RUNNING;
            first.update();
            second.update();
            assertThat(together.last).hasToString(alone.last.toString());
        }
    }

    @Test
    void resetRepeatsTheSameDraws() {
        Pilot pilot = new Pilot(1);
        PolicyDriver driver = driver(DecisionMode.STOCHASTIC);
        driver.attach(pilot);
        driver.update();
        String first = pilot.last.toString();
        driver.update();
        driver.reset();
        driver.update();
        assertThat(pilot.last).hasToString(first);
        driver.reset(6);
        driver.update();
        assertThat(pilot.last.toString()).isNotEqualTo(first);
    }

    @Test
    void masksHoldForTheirDecisionAlone() {
        Pilot pilot = new Pilot(1);
        PolicyDriver driver = driver(DecisionMode.STOCHASTIC);
        driver.attach(pilot);
        int lasers = 0;
        for (int i = 0; i < 3000; i++) {
            pilot.laserIsBroken = i < 1500;
            driver.update();
            lasers += pilot.last.discrete(0) == 1 ? 1 : 0;
            assertThat(pilot.laserIsBroken && pilot.last.discrete(0) == 1).isFalse();
        }
        assertThat(lasers).isPositive();
    }

    @Test
    void seatsShowTheLastDecision() {
        Pilot first = new Pilot(1);
        Pilot second = new Pilot(2);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        assertThat(driver.seat(second)).isNull();
        driver.attachAll(List.of(first, second));
        assertThat(driver.seat(second).isInEpisode()).isFalse();
        first.status = StepStatus.INACTIVE;
        driver.update();
        assertThat(driver.seat(first).isInEpisode()).isFalse();
        assertThat(driver.seat(second).isInEpisode()).isTrue();
        assertThat(driver.seat(second).observation()[0]).isEqualTo(2);
        String actions = driver.seat(second).actions().toString();
        driver.update(); // not due: the last decision stays on show
        assertThat(driver.seat(second).isDue()).isFalse();
        assertThat(driver.seat(second).observation()[0]).isEqualTo(2);
        assertThat(driver.seat(second).actions()).hasToString(actions).hasToString(second.last.toString());
    }

    /** A reward of 1, 2, 3 and so on comes with each physics step; decisions are due before steps 1, 4 and 7. */
    @Test
    void rewardsAreTakenAtDecisionsAndEnds() {
        Pilot pilot = new Pilot(1);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attach(pilot);
        Seat seat = driver.seat(pilot);
        pilot.reward = 100; // before the first decision: no decision's merit
        double[] returns = {0, 0, 0, 1 + 2 + 3, 6, 6, 6 + 4 + 5 + 6, 21, 0};
        float[] rewards = {100, 100, 100, 6, 6, 6, 15, 15, 7 + 8};
        for (int step = 0; step < 9; step++) {
            pilot.status = step == 8 ? StepStatus.TERMINATED : StepStatus.RUNNING;
            driver.update();
            assertThat(seat.reward()).as("reward before step %d", step + 1).isEqualTo(rewards[step]);
            assertThat(seat.episodeReturn())
                    .as("return before step %d", step + 1)
                    .isEqualTo(returns[step]);
            pilot.reward += step + 1;
        }
    }

    /** As the driver's description says to do it. */
    @Test
    void anEndCanBeSeenBeforeTheGameResets() {
        Pilot pilot = new Pilot(1);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attach(pilot);
        Seat seat = driver.seat(pilot);
        for (int step = 0; step < 5; step++) { // decisions before the first and the fourth
            driver.update();
            pilot.reward += 1;
        }
        pilot.status = StepStatus.TERMINATED;
        double before = seat.episodeReturn();
        driver.decide();
        assertThat(seat.status()).isEqualTo(StepStatus.TERMINATED);
        assertThat(before + seat.reward()).isEqualTo(5);
        pilot.status = StepStatus.RUNNING;
        driver.reset();
        assertThat(seat.reward()).isZero();
    }

    /** The game steps agents in its own order; who is removed by another does nothing more. */
    @Test
    void whoIsDetachedByAnotherDoesNotActInThatUpdate() {
        Pilot victim = new Pilot(2);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        Agent first = new WrappedAgent(new Pilot(1)) {
            @Override
            public void act(Actions actions) {
                driver.detach(victim);
            }
        };
        driver.attachAll(List.of(first, victim));
        driver.update();
        assertThat(victim.decisions).isZero();
        assertThat(driver.agentCount()).isEqualTo(1);
        driver.attach(victim);
        Pilot later = new Pilot(3);
        driver.attach(later);
        for (int step = 0; step < 3; step++) {
            driver.update();
        }
        assertThat(victim.decisions).isZero();
        assertThat(later.decisions).as("who comes after it is not passed over").isEqualTo(1);
    }

    @Test
    void whoIsAttachedInTheMidstOfAnEpisodeDecidesWhenTheOthersDo() {
        Pilot first = new Pilot(1);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attach(first);
        driver.update();
        driver.update();
        Pilot late = new Pilot(2);
        driver.attach(late);
        driver.update();
        assertThat(late.decisions).isZero();
        driver.update();
        assertThat(first.decisions).isEqualTo(2);
        assertThat(late.decisions).isEqualTo(1);
    }

    @Test
    void detachedAgentDecidesNoMore() {
        Pilot pilot = new Pilot(1);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attach(pilot);
        driver.detach(pilot);
        driver.detach(pilot);
        driver.update();
        assertThat(pilot.decisions).isZero();
        assertThat(driver.agentCount()).isZero();
        driver.attach(pilot);
        assertThatThrownBy(() -> driver.attach(pilot)).hasMessageContaining("attached twice");
    }

    @Test
    void theGameGoesOnWithoutAnAgentThatObservesNonsense() {
        Pilot sound = new Pilot(1);
        Pilot lost = new Pilot(Float.NaN);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attachAll(List.of(sound, lost));
        assertThatThrownBy(driver::update)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must be finite");
        driver.detach(lost);
        for (int step = 1; step <= 3; step++) {
            driver.update();
        }
        assertThat(sound.decisions).isEqualTo(1); // before step 3, as its decision period says
        assertThat(lost.decisions).isZero();
    }

    @Test
    void whoWaitedWhenAnotherBrokeIsDecidedForOnce() {
        Pilot sound = new Pilot(1);
        Agent broken = new WrappedAgent(new Pilot(2)) {
            @Override
            public void observe(ObservationWriter out) {
                throw new IllegalStateException("lost");
            }
        };
        PolicyDriver driver = driver(DecisionMode.STOCHASTIC);
        driver.attachAll(List.of(sound, broken));
        assertThatThrownBy(driver::update).hasMessage("lost");
        driver.detach(broken);
        PolicyDriver other = driver(DecisionMode.STOCHASTIC);
        Pilot alone = new Pilot(1);
        other.attach(alone);
        other.update(); // its first draw
        for (int step = 1; step <= 3; step++) {
            driver.update();
        }
        assertThat(sound.last).hasToString(alone.last.toString());
    }

    @Test
    void agentOfAnotherBehaviorIsRefused() {
        PolicyModel other = Fixtures.model(Fixtures.DISCRETE);
        PolicyDriver driver = new PolicyDriver(new NetworkPolicy(other, DecisionMode.DETERMINISTIC, 1), 1);
        assertThatThrownBy(() -> driver.attach(new Pilot(1)))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessageContaining("only in the game: turn, throttle, weapon, shield");
        assertThat(driver.agentCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void updateAllocatesNothing(DecisionMode mode) {
        PolicyDriver driver = driver(mode);
        Arena arena = new Arena(50);
        driver.attachAll(arena.agents());
        arena.pilots.get(3).laserIsBroken = true;
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int i = 0; i < 300; i++) {
                        driver.update();
                    }
                }))
                .isZero();
        assertThat(arena.pilots.get(49).decisions).isPositive();
    }

    @Test
    void decidingAndActingApartIsAnUpdate() {
        Arena whole = new Arena(9);
        Arena halves = new Arena(9);
        PolicyDriver one = driver(DecisionMode.STOCHASTIC);
        PolicyDriver two = driver(DecisionMode.STOCHASTIC);
        one.attachAll(whole.agents());
        two.attachAll(halves.agents());
        whole.reset(3);
        halves.reset(3);
        Pilot stranger = new Pilot(0);
        for (int step = 0; step < 100; step++) {
            int decisions = decisions(halves);
            one.update();
            two.decide();
            assertThat(decisions(halves)).as("nobody acts yet").isEqualTo(decisions);
            two.act(stranger);
            for (int i = 8; i >= 0; i--) {
                two.act(halves.pilots.get(i));
            }
            for (int i = 0; i < 9; i++) {
                assertThat(halves.pilots.get(i).decisions).isEqualTo(whole.pilots.get(i).decisions);
                assertThat(halves.pilots.get(i).last.continuous(0))
                        .isEqualTo(whole.pilots.get(i).last.continuous(0));
                assertThat(halves.pilots.get(i).last.discrete(0))
                        .isEqualTo(whole.pilots.get(i).last.discrete(0));
            }
            whole.step();
            halves.step();
        }
        assertThat(decisions(halves)).isGreaterThan(50);
        assertThat(stranger.decisions).isZero();
    }

    /** Seats are added meanwhile; those who have decided act all the same. */
    @Test
    void whoHasDecidedActsThoughOthersAreAttachedMeanwhile() {
        Arena arena = new Arena(8);
        PolicyDriver driver = driver(DecisionMode.STOCHASTIC);
        driver.attachAll(arena.agents());
        arena.reset(3);
        driver.decide();
        for (Pilot pilot : arena.pilots) {
            driver.attach(new Pilot(0.5f));
            driver.act(pilot);
        }
        assertThat(decisions(arena)).isEqualTo(8);
    }

    private static int decisions(Arena arena) {
        return arena.pilots.stream().mapToInt(pilot -> pilot.decisions).sum();
    }

    /** How often an agent of decision period 3 decides in frames of so many seconds. */
    private static int decisions(float stepSeconds, float... frames) {
        Arena arena = new Arena(1);
        arena.reset(1);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attach(arena.pilots.get(0));
        driver.setStepSeconds(stepSeconds);
        for (float frame : frames) {
            driver.update(frame);
        }
        return arena.pilots.get(0).decisions;
    }

    private static float[] frames(int count, float seconds) {
        float[] frames = new float[count];
        Arrays.fill(frames, seconds);
        return frames;
    }

    @Test
    void decisionsComeAtThePaceOfPhysicsStepsWhateverTheFrameRate() {
        // 60 steps are 20 decisions, of which the first is before the first step
        assertThat(decisions(1f / 60, frames(60, 1f / 60))).isEqualTo(20);
        assertThat(decisions(1f / 60, frames(30, 1f / 30))).isEqualTo(20);
        assertThat(decisions(1f / 60, frames(144, 1f / 144))).isEqualTo(20);
        assertThat(decisions(1f / 30, frames(60, 1f / 60))).isEqualTo(10);
        assertThat(decisions(1f / 60, 0.004f, 0.004f, 0.004f))
                .as("not a step yet")
                .isZero();
        assertThat(decisions(1f / 60, 0.004f, 0.004f, 0.004f, 0.005f)).isOne();
        assertThat(decisions(1f / 60, 100))
                .as("a quarter of a second is 15 steps")
                .isEqualTo(5);
        assertThat(decisions(1f / 60, 0, 0)).isZero();
    }

    @Test
    void impossibleTimes() {
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        assertThatThrownBy(() -> driver.update(-0.1f)).hasMessageContaining("at least 0 seconds, but took -0.1");
        assertThatThrownBy(() -> driver.update(Float.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> driver.setStepSeconds(0))
                .hasMessageContaining("more than 0 seconds, but is given 0.0");
    }
}

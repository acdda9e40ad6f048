package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyDriverTest {
    private static final PolicyModel MODEL = Fixtures.model(Fixtures.HYBRID); // decision period 3

    private static PolicyDriver driver(DecisionMode mode) {
        return new PolicyDriver(new NetworkPolicy(MODEL, 4), mode, 5);
    }

    @Test
    void aDriverThatTakesOverKeepsTheDecisionPeriod() {
        Arena arena = new Arena(4);
        EpisodeRunner runner = new EpisodeRunner(arena);
        runner.reset(1);
        PolicyDriver first = driver(DecisionMode.DETERMINISTIC);
        first.attachAll(arena.agents());
        first.reset(1);
        for (int step = 0; step < 4; step++) { // one past a decision
            first.update();
            runner.step();
        }
        PolicyDriver second = driver(DecisionMode.DETERMINISTIC);
        second.attachAll(arena.agents());
        second.reset(2, runner.steps());
        int decisions = 0;
        for (int step = 0; step < 12; step++) {
            int[] before =
                    arena.pilots.stream().mapToInt(pilot -> pilot.decisions).toArray();
            second.update();
            for (int i = 0; i < 4; i++) {
                boolean decided = arena.pilots.get(i).decisions > before[i];
                assertThat(decided).as("agent %d at step %d", i, step).isEqualTo(runner.isDecisionDue(i));
                decisions += decided ? 1 : 0;
            }
            runner.step();
        }
        assertThat(decisions).isPositive();
    }

    @Test
    void decidesExactlyWhenTheEpisodeRunnerDoes() {
        Arena arena = new Arena(20);
        EpisodeRunner runner = new EpisodeRunner(arena);
        PolicyDriver driver = driver(DecisionMode.STOCHASTIC);
        driver.attachAll(arena.agents());
        int decisions = 0;
        for (int episode = 0; episode < 3; episode++) {
            runner.reset(episode);
            driver.reset();
            for (int step = 0; step < 200; step++) {
                int[] before =
                        arena.pilots.stream().mapToInt(pilot -> pilot.decisions).toArray();
                driver.update();
                for (int i = 0; i < 20; i++) {
                    boolean decided = arena.pilots.get(i).decisions > before[i];
                    assertThat(decided).as("agent %d at step %d", i, step).isEqualTo(runner.isDecisionDue(i));
                    decisions += decided ? 1 : 0;
                }
                runner.step();
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
        DecisionBatch batch = new DecisionBatch(MODEL.behavior(), 1);
        batch.setCount(1);
        pilot.observe(new ObservationWriter(MODEL.behavior().observation()).begin(batch.observation(0)));
        new NetworkPolicy(MODEL, 1).decide(batch, DecisionMode.DETERMINISTIC);
        assertThat(pilot.last).hasToString(batch.actions(0).toString());
        assertThat(driver.batch().outputs(driver.rowOf(pilot))).isEqualTo(batch.outputs(0));
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
    void rowsFollowWhoDecided() {
        Pilot first = new Pilot(1);
        Pilot second = new Pilot(2);
        PolicyDriver driver = driver(DecisionMode.DETERMINISTIC);
        driver.attachAll(List.of(first, second));
        assertThat(driver.rowOf(second)).isEqualTo(-1);
        first.status = StepStatus.INACTIVE;
        driver.update();
        assertThat(driver.rowOf(first)).isEqualTo(-1);
        assertThat(driver.rowOf(second)).isZero();
        assertThat(driver.batch().observation(0)[0]).isEqualTo(2);
        driver.update(); // not due: the last decision stays on show
        assertThat(driver.rowOf(second)).isZero();
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
    void agentOfAnotherBehaviorIsRefused() {
        PolicyModel other = Fixtures.model(Fixtures.DISCRETE);
        PolicyDriver driver = new PolicyDriver(new NetworkPolicy(other, 1), DecisionMode.DETERMINISTIC, 1);
        assertThatThrownBy(() -> driver.attach(new Pilot(1)))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessageContaining("only in the game: turn, throttle, weapon, shield");
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

    /** The batch grows meanwhile; those who have decided act all the same. */
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
}

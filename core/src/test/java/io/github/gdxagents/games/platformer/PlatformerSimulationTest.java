package io.github.gdxagents.games.platformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.episode.EpisodeLoop;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformerSimulationTest {
    private static final SimulationSettings ONLY_WALKERS =
            PlatformerSettings.defaults().with("gaps", 0).with("spikes", 0).with("height", 0);
    private static final float START_HEIGHT = 4;

    private final PlatformerSimulation simulation =
            new PlatformerSimulation(PlatformerSettings.of(PlatformerSettings.defaults()), false);
    private final PlatformerAgent agent = simulation.agents().get(0);
    private final Actions actions = new Actions(agent.behavior().action());

    @AfterEach
    void disposeOfSimulation() {
        simulation.dispose();
    }

    private void act(int move, boolean jump) {
        actions.setDiscrete(PlatformerAgent.MOVE, move + 1);
        actions.setDiscrete(PlatformerAgent.JUMP, jump ? 1 : 0);
        agent.act(actions);
    }

    @Test
    void bothGamesKeepTheContract() {
        SimulationCheck.of(new PlatformerFactory(false)).run().requireClean();
        SimulationCheck.of(new PlatformerFactory(true)).run().requireClean();
    }

    @Test
    void whoComesDownOnAWalkerEndsItAndIsThrownUp() {
        simulation.reset(1, ONLY_WALKERS);
        PlatformerWalker walker = simulation.walkers()[0];
        simulation.hero().body().setTransform(walker.x(), walker.y() + 2, 0);
        while (simulation.stomps() == 0) {
            simulation.step();
            assertThat(simulation.outcome()).isEqualTo(PlatformerOutcome.RUNNING);
        }
        assertThat(walker.isStomped()).isTrue();
        assertThat(simulation.hero().velocityY()).isEqualTo(PlatformerMotion.BOUNCE_SPEED);
        float before = simulation.hero().feetY();
        simulation.step();
        assertThat(simulation.hero().feetY()).isGreaterThan(before);
    }

    @Test
    void aWalkersSideIsDeadly() {
        for (int side = -1; side <= 1; side += 2) {
            simulation.reset(1, ONLY_WALKERS);
            PlatformerWalker walker = simulation.walkers()[0];
            float y = START_HEIGHT + PlatformerHero.HALF_HEIGHT + 0.01f;
            simulation.hero().body().setTransform(walker.x() + 1.5f * side, y, 0);
            act(-side, false);
            for (int i = 0; i < 60 && !simulation.isEpisodeOver(); i++) {
                simulation.step();
            }
            assertThat(simulation.outcome()).isEqualTo(PlatformerOutcome.CAUGHT);
            assertThat(agent.status()).isEqualTo(StepStatus.TERMINATED);
        }
    }

    @Test
    void spikesAndGapsAreDeadly() {
        SimulationSettings flat = ONLY_WALKERS.with("walkers", 0);
        assertThat(outcomeOfRunning(flat.with("spikes", 1))).isEqualTo(PlatformerOutcome.SPIKED);
        assertThat(outcomeOfRunning(flat.with("gaps", 2))).isEqualTo(PlatformerOutcome.FELL);
        assertThat(outcomeOfRunning(flat)).isEqualTo(PlatformerOutcome.FINISHED);
    }

    private PlatformerOutcome outcomeOfRunning(SimulationSettings settings) {
        simulation.reset(3, settings);
        act(1, false);
        for (int i = 0; i < 2000 && !simulation.isEpisodeOver(); i++) {
            simulation.step();
        }
        return simulation.outcome();
    }

    @Test
    void theRewardsPartsAddUpToWhatWasDone() {
        NamedValues terms = new NamedValues(agent.behavior().rewardTerms());
        simulation.reset(4);
        double[] sums = new double[terms.size()];
        int steps = 0;
        while (!simulation.isEpisodeOver()) {
            if (steps % PlatformerAgent.DECISION_PERIOD == 0) {
                actions.clear();
                agent.heuristic(actions);
                agent.act(actions);
            }
            simulation.step();
            steps++;
            terms.clear();
            agent.rewardTerms(terms);
            float sum = 0;
            for (int i = 0; i < sums.length; i++) {
                sum += terms.get(i);
                sums[i] += terms.get(i);
            }
            assertThat(agent.takeReward()).isEqualTo(sum);
            assertThat(agent.takeReward()).isZero();
        }
        assertThat(agent.behavior().rewardTerms()).containsExactly("progress", "coins", "flag", "death", "time");
        assertThat(sums[0]).isCloseTo(0.1 * 120, within(0.06)); // the flag is touched half a hero before its pole
        assertThat(sums[1]).isCloseTo(0.1 * simulation.coinsTaken(), within(1e-5));
        assertThat(sums[2]).isEqualTo(5);
        assertThat(sums[3]).isZero();
        assertThat(sums[4]).isCloseTo(-0.0025 * steps, within(1e-4));
    }

    @Test
    void groundThatWasGainedBeforeEarnsNothing() {
        simulation.reset(1);
        act(1, false);
        steps(20);
        act(-1, false);
        steps(30);
        agent.takeReward();
        act(1, false);
        steps(15);
        assertThat(agent.takeReward()).isCloseTo(15 * -0.0025f, within(1e-5f));
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            simulation.step();
        }
    }

    @Test
    void theStepLimitTruncates() {
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(seat -> seat.actions().setDiscrete(PlatformerAgent.MOVE, 1)); // stands
        loop.reset(1);
        while (!loop.isOver()) {
            loop.step();
        }
        assertThat(loop.seat(0).status()).isEqualTo(StepStatus.TRUNCATED);
        assertThat(loop.steps()).isEqualTo(PlatformerAgent.STEP_LIMIT * PlatformerAgent.DECISION_PERIOD);
    }

    @Test
    void aStepAllocatesNothing() {
        float[] observation = new float[agent.behavior().observation().size()];
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        simulation.reset(1);
        for (int round = 0; round < 5; round++) { // the first rounds load classes and see everything once
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 10; i++) {
                act(i % 2 * 2 - 1, i % 3 == 0);
                steps(PlatformerAgent.DECISION_PERIOD);
                agent.observe(writer.begin(observation));
                agent.heuristic(actions);
                agent.takeReward();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void useOutOfOrderIsAnExceptionAndNeverACrashOfTheMachine() {
        assertThatThrownBy(simulation::step).hasMessageContaining("reset(seed)");
        simulation.reset(1);
        simulation.dispose();
        simulation.dispose();
        assertThatThrownBy(simulation::step).hasMessageContaining("disposed");
        assertThatThrownBy(() -> simulation.reset(1)).hasMessageContaining("disposed");
    }
}

package io.github.gdxagents.games.lander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import io.github.gdxagents.episode.Seat;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanderSimulationTest {
    private static final int MAIN = 2;

    private static LanderSimulation lander() {
        return new LanderSimulation(LanderSettings.of(LanderSettings.defaults()), false);
    }

    /** Everything observed and rewarded in some episodes of random actions, as bits. */
    private static long digest() {
        LanderSimulation simulation = lander();
        LanderAgent agent = simulation.agents().get(0);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(new RandomDecider(RandomStream.of(5), false));
        float[] observation = new float[agent.behavior().observation().size()];
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        long[] digest = {0};
        loop.listen(new EpisodeListener() {
            @Override
            public void rewarded(Seat seat) {
                digest[0] = RandomStream.hash(digest[0], Float.floatToIntBits(seat.reward()));
            }

            @Override
            public void ended(Seat seat) {
                rewarded(seat);
            }

            @Override
            public void stepped(EpisodeLoop played) {
                agent.observe(writer.begin(observation));
                digest[0] = RandomStream.hash(digest[0], Arrays.hashCode(observation));
            }
        });
        for (int episode = 0; episode < 5; episode++) {
            loop.reset(episode);
            while (!loop.isOver()) {
                loop.step();
            }
        }
        simulation.dispose();
        return digest[0];
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyThread() {
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(LanderSimulationTest::digest);
        CompletableFuture<Long> second = CompletableFuture.supplyAsync(LanderSimulationTest::digest);
        assertThat(first.join()).isEqualTo(digest()).isEqualTo(second.join());
    }

    @Test
    void bothGamesKeepTheContract() {
        SimulationCheck.of(new LanderFactory(false)).run().requireClean();
        SimulationCheck.of(new LanderFactory(true)).run().requireClean();
    }

    @Test
    void theStepLimitTruncates() {
        LanderSimulation simulation = lander();
        EpisodeLoop loop = new EpisodeLoop(simulation);
        LanderAgent agent = simulation.agents().get(0);
        loop.playAll(seat -> {
            LanderState state = simulation.state();
            boolean falls = state.velocityY < 0.3 * (0.5 - state.y);
            Actions actions = seat.actions();
            agent.heuristic(actions);
            if (actions.discrete(0) == 0 || actions.discrete(0) == MAIN) {
                actions.setDiscrete(0, falls ? MAIN : 0);
            }
        });
        for (int seed = 0; ; seed++) { // hovers; some seeds last until the limit
            assertThat(seed).as("no seed lasted").isLessThan(50);
            loop.reset(seed);
            while (!loop.isOver()) {
                loop.step();
            }
            if (loop.steps() == 1000) {
                break;
            }
        }
        assertThat(loop.seat(0).status()).isEqualTo(StepStatus.TRUNCATED);
        assertThat(agent.status()).as("the rules did not end it").isEqualTo(StepStatus.RUNNING);
        simulation.dispose();
    }

    /** Without ground contact: the gain in shaping, -0.3 for a step of the main engine. */
    @Test
    void theRewardIsTheGainInShapingLessTheFuel() {
        LanderSimulation simulation = lander();
        LanderAgent agent = simulation.agents().get(0);
        Actions actions = new Actions(agent.behavior().action());
        simulation.reset(3);
        float[] before = observe(agent);
        actions.setDiscrete(0, MAIN);
        agent.act(actions);
        simulation.step();
        float[] after = observe(agent);
        assertThat((double) agent.takeReward()).isCloseTo(shaping(after) - shaping(before) - 0.3, within(1e-4));
        assertThat(agent.takeReward()).isZero();
        simulation.dispose();
    }

    private static float[] observe(LanderAgent agent) {
        float[] observation = new float[8];
        agent.observe(new ObservationWriter(agent.behavior().observation()).begin(observation));
        return observation;
    }

    private static double shaping(float[] o) {
        return -100 * Math.hypot(o[0], o[1])
                - 100 * Math.hypot(o[2], o[3])
                - 100 * Math.abs(o[4])
                + 10 * (o[5 + 1] + o[7]);
    }

    @Test
    void aCrashCosts100AndTerminates() {
        LanderSimulation simulation = lander();
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(seat -> {}); // at rest
        loop.reset(1);
        while (!loop.isOver()) {
            loop.step();
        }
        assertThat(loop.seat(0).reward()).isEqualTo(-100);
        assertThat(loop.seat(0).status()).isEqualTo(StepStatus.TERMINATED);
        assertThat(simulation.isCrashed()).isTrue();
        assertThat(simulation.isLanded()).isFalse();
        simulation.dispose();
    }

    @Test
    void aStepAllocatesNothing() {
        LanderSimulation simulation = lander();
        LanderAgent agent = simulation.agents().get(0);
        Actions actions = new Actions(agent.behavior().action());
        float[] observation = new float[8];
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) { // the first rounds load classes
            simulation.reset(round);
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 40; i++) {
                actions.setDiscrete(0, i % 4);
                agent.act(actions);
                simulation.step();
                agent.observe(writer.begin(observation));
                agent.takeReward();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        simulation.dispose();
        assertThat(least).isZero();
    }

    @Test
    void useOutOfOrderIsAnExceptionAndNeverACrashOfTheMachine() {
        LanderSimulation simulation = lander();
        assertThatThrownBy(simulation::step).hasMessageContaining("reset(seed)");
        assertThatThrownBy(simulation::hull).hasMessageContaining("reset(seed)");
        simulation.reset(1);
        simulation.dispose();
        simulation.dispose();
        assertThatThrownBy(simulation::hull).hasMessageContaining("disposed");
        assertThatThrownBy(() -> simulation.leg(0)).hasMessageContaining("disposed");
        assertThatThrownBy(simulation::step).hasMessageContaining("disposed");
        assertThatThrownBy(() -> simulation.reset(1)).hasMessageContaining("disposed");
    }

    @Test
    void impossibleIterationsAreNamed() {
        SimulationSettings settings = LanderSettings.defaults();
        assertThatThrownBy(() -> LanderSettings.of(settings.with("velocityIterations", 0)))
                .hasMessageContaining("velocityIterations")
                .hasMessageContaining("is 0");
        assertThatThrownBy(() -> LanderSettings.of(settings.with("positionIterations", 2.5)))
                .hasMessageContaining("positionIterations");
        assertThatThrownBy(() -> settings.with("iterations", 1)).hasMessageContaining("velocityIterations");
    }
}

package io.github.gdxagents.games.walker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.physics.box2d.Body;
import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import io.github.gdxagents.episode.Seat;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkerSimulationTest {
    private static final float[] REST = new float[4];

    private static WalkerSimulation walker(boolean hardcore) {
        return new WalkerSimulation(WalkerSettings.of(WalkerSettings.defaults()), hardcore);
    }

    private static void act(WalkerSimulation simulation, float... powers) {
        WalkerAgent agent = simulation.agents().get(0);
        Actions actions = new Actions(agent.behavior().action());
        for (int i = 0; i < powers.length; i++) {
            actions.setContinuous(i, powers[i]);
        }
        agent.act(actions);
        simulation.step();
    }

    private static float[] observe(WalkerSimulation simulation) {
        WalkerAgent agent = simulation.agents().get(0);
        float[] observation = new float[24];
        agent.observe(new ObservationWriter(agent.behavior().observation()).begin(observation));
        return observation;
    }

    /** Everything observed and rewarded in some episodes of random actions, as bits. */
    private static long digest() {
        WalkerSimulation simulation = walker(true);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(new RandomDecider(RandomStream.of(5), false));
        long[] digest = {0};
        loop.listen(new EpisodeListener() {
            @Override
            public void rewarded(Seat seat) {
                digest[0] = RandomStream.hash(digest[0], Float.floatToIntBits(seat.reward()));
            }

            @Override
            public void stepped(EpisodeLoop played) {
                digest[0] = RandomStream.hash(digest[0], Arrays.hashCode(observe(simulation)));
            }
        });
        for (int episode = 0; episode < 3; episode++) {
            loop.reset(episode);
            while (!loop.isOver() && loop.steps() < 200) {
                loop.step();
            }
        }
        simulation.dispose();
        return digest[0];
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyThread() {
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(WalkerSimulationTest::digest);
        CompletableFuture<Long> second = CompletableFuture.supplyAsync(WalkerSimulationTest::digest);
        assertThat(first.join()).isEqualTo(digest()).isEqualTo(second.join());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothGamesKeepTheContract(boolean hardcore) {
        SimulationCheck.of(new WalkerFactory(hardcore)).run().requireClean();
    }

    @Test
    void observationsAreNamed() {
        assertThat(walker(false).agents().get(0).behavior().observation().names())
                .hasSize(24)
                .startsWith("hull.angle", "hull.angularVelocity")
                .contains("leg.1.contact")
                .endsWith("lidar.8", "lidar.9");
    }

    @Test
    void theStepLimitTruncatesLaterOnTheHardCourse() {
        assertThat(walker(false).agents().get(0).behavior().stepLimit()).isEqualTo(1600);
        assertThat(walker(true).agents().get(0).behavior().stepLimit()).isEqualTo(2000);
    }

    /** 130 / 30 for a metre, -5 for a radian, -0.00035 * 80 for a motor at full power. */
    @Test
    void theRewardIsProgressAndUprightnessLessTheEffort() {
        WalkerSimulation simulation = walker(false);
        simulation.reset(3);
        double distance = simulation.distance();
        float angle = observe(simulation)[0];
        act(simulation, 1, 0, -0.5f, 0.25f);
        double expected = 130 / 30.0 * (simulation.distance() - distance)
                - 5 * (Math.abs(observe(simulation)[0]) - Math.abs(angle))
                - 0.028 * 1.75;
        WalkerAgent agent = simulation.agents().get(0);
        assertThat((double) agent.takeReward()).isCloseTo(expected, within(1e-5));
        assertThat(agent.takeReward()).isZero();
        simulation.dispose();
    }

    @Test
    void aMotorTurnsItsJointTheWayItsPowerPoints() {
        for (int joint = 0; joint < 4; joint++) {
            float[] powers = new float[4];
            int speed = new int[] {5, 7, 10, 12}[joint];
            powers[joint] = 1;
            float forward = speedAfter(powers, speed);
            powers[joint] = -1;
            assertThat(speedAfter(powers, speed)).as("joint " + joint).isLessThan(forward - 0.5f);
        }
    }

    private static float speedAfter(float[] powers, int observation) {
        WalkerSimulation simulation = walker(false);
        simulation.reset(1);
        for (int i = 0; i < 4; i++) { // the start is a jump
            act(simulation, REST);
        }
        for (int i = 0; i < 2; i++) {
            act(simulation, powers);
        }
        float speed = observe(simulation)[observation];
        simulation.dispose();
        return speed;
    }

    @Test
    void aFallCosts100AndTerminates() {
        WalkerSimulation simulation = walker(false);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(seat -> {}); // at rest its knees give way
        loop.reset(1);
        while (!loop.isOver()) {
            loop.step();
        }
        assertThat(loop.seat(0).reward()).isEqualTo(-100);
        assertThat(loop.seat(0).status()).isEqualTo(StepStatus.TERMINATED);
        assertThat(simulation.isFallen()).isTrue();
        assertThat(simulation.isArrived()).isFalse();
        simulation.dispose();
    }

    /** Far above the ground. */
    private static void moveBy(WalkerSimulation simulation, float x) {
        WalkerBodies bodies = simulation.bodies();
        List<Body> all = new ArrayList<>(Arrays.asList(bodies.legs));
        all.add(bodies.hull);
        for (Body body : all) {
            body.setTransform(body.getPosition().add(x, 20), body.getAngle());
        }
    }

    @Test
    void arrivingAndLeavingEndTheEpisode() {
        WalkerSimulation simulation = walker(false);
        simulation.reset(1);
        moveBy(
                simulation,
                88.7f - simulation.bodies().hull.getPosition().x); // the goal is at 190 * 14 / 30 = 88.67 metres
        act(simulation, REST);
        assertThat(simulation.isArrived()).isTrue();
        assertThat(simulation.isEpisodeOver()).isTrue();

        simulation.reset(1);
        assertThat(simulation.isEpisodeOver()).isFalse();
        moveBy(simulation, -0.1f - simulation.bodies().hull.getPosition().x);
        act(simulation, REST);
        assertThat(simulation.isEpisodeOver()).isTrue();
        assertThat(simulation.isArrived() || simulation.isFallen()).isFalse();
        assertThat(simulation.agents().get(0).takeReward()).isEqualTo(-100);
        simulation.dispose();
    }

    @Test
    void theHeuristicWalks() {
        WalkerSimulation simulation = walker(false);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(Decider.heuristic());
        double[] sum = {0};
        loop.listen(new EpisodeListener() {
            @Override
            public void ended(Seat seat) {
                sum[0] += seat.episodeReturn();
            }
        });
        for (int seed = 0; seed < 3; seed++) {
            loop.reset(seed);
            while (!loop.isOver()) {
                loop.step();
            }
        }
        simulation.dispose();
        assertThat(sum[0] / 3).isGreaterThan(270);
    }

    @Test
    void aStepAllocatesNothing() {
        WalkerSimulation simulation = walker(true);
        WalkerAgent agent = simulation.agents().get(0);
        Actions actions = new Actions(agent.behavior().action());
        float[] observation = new float[24];
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) { // the first rounds load classes
            simulation.reset(round);
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 40; i++) {
                agent.heuristic(actions);
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
        WalkerSimulation simulation = walker(false);
        assertThatThrownBy(simulation::step).hasMessageContaining("reset(seed)");
        simulation.reset(1);
        simulation.dispose();
        simulation.dispose();
        assertThatThrownBy(simulation::bodies).hasMessageContaining("disposed");
        assertThatThrownBy(simulation::step).hasMessageContaining("disposed");
        assertThatThrownBy(() -> simulation.reset(1)).hasMessageContaining("disposed");
    }

    @Test
    void impossibleIterationsAreNamed() {
        SimulationSettings settings = WalkerSettings.defaults();
        assertThatThrownBy(() -> WalkerSettings.of(settings.with("velocityIterations", 0)))
                .hasMessageContaining("velocityIterations")
                .hasMessageContaining("is 0");
        assertThatThrownBy(() -> WalkerSettings.of(settings.with("positionIterations", 2.5)))
                .hasMessageContaining("positionIterations");
    }
}

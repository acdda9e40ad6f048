package io.github.gdxagents.games.racer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.NamedValues;
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
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RacerSimulationTest {
    private static final int FINISHED = 0;
    private static final int LAP_SECONDS = 1;
    private static final int TOUCHES = 2;

    private final List<RacerSimulation> made = new ArrayList<>();

    private RacerSimulation race(String setting, double value) {
        return race(RacerSettings.defaults().with(setting, value));
    }

    private RacerSimulation race(SimulationSettings settings) {
        RacerSimulation simulation = (RacerSimulation) new RacerFactory().create(settings);
        made.add(simulation);
        return simulation;
    }

    @AfterEach
    void dispose() {
        made.forEach(RacerSimulation::dispose);
    }

    private static void act(RacerAgent agent, float steer, float throttle) {
        Actions actions = new Actions(agent.behavior().action());
        actions.setContinuous(0, steer);
        actions.setContinuous(1, throttle);
        agent.act(actions);
    }

    private static float[] observation(RacerAgent agent) {
        float[] observation = new float[agent.behavior().observation().size()];
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        agent.observe(writer.begin(observation));
        writer.finish();
        return observation;
    }

    private static float observed(RacerAgent agent, String name) {
        return observation(agent)[agent.behavior().observation().names().indexOf(name)];
    }

    private static float statistic(RacerAgent agent, int index) {
        NamedValues values = new NamedValues(agent.behavior().statistics());
        agent.statistics(values);
        return values.get(index);
    }

    private static float term(RacerAgent agent, int index) {
        NamedValues values = new NamedValues(agent.behavior().rewardTerms());
        agent.rewardTerms(values);
        return values.get(index);
    }

    /** All observations and rewards of an episode. */
    private static List<Float> episode(RacerSimulation simulation, Decider decider, long seed) {
        return episode(simulation, decider, loop -> loop.reset(seed));
    }

    private static List<Float> episode(RacerSimulation simulation, Decider decider, Consumer<EpisodeLoop> begin) {
        List<Float> all = new ArrayList<>();
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(decider);
        loop.listen(new EpisodeListener() {
            @Override
            public void ended(Seat seat) {
                all.add((float) seat.episodeReturn());
            }
        });
        begin.accept(loop);
        while (!loop.isOver()) {
            loop.step();
            for (RacerAgent agent : simulation.agents()) {
                all.add(agent.car().x());
                all.add((float) agent.car().spin());
                all.add(agent.status() == StepStatus.RUNNING ? observation(agent)[20] : 0f);
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theCheckFindsNothing(int cars) {
        assertThat(SimulationCheck.of(new RacerFactory())
                        .settings(RacerSettings.defaults().with("cars", cars).with("length", 250))
                        .run()
                        .requireClean()
                        .findings())
                .isEmpty();
    }

    @Test
    void theSameSeedIsTheSameEpisode() {
        SimulationSettings three = RacerSettings.defaults().with("cars", 3);
        RacerSimulation one = race(three);
        RacerSimulation other = race(three);
        other.reset(77); // what was played before leaves nothing
        other.step();
        List<Float> first = episode(one, new RandomDecider(RandomStream.of(5), false), 9);
        List<Float> second = episode(other, new RandomDecider(RandomStream.of(5), false), 9);
        assertThat(first).hasSizeGreaterThan(1000).isEqualTo(second);
    }

    @Test
    void settingsOfAnEpisodeMakeTheEpisodeOfAnInstanceMadeWithThem() {
        SimulationSettings hard =
                RacerSettings.defaults().with("difficulty", 1).with("width", 8).with("laps", 2);
        RacerSimulation varied = race(RacerSettings.defaults());
        assertThat(episode(varied, Decider.heuristic(), loop -> loop.reset(3, hard)))
                .isEqualTo(episode(race(hard), Decider.heuristic(), 3));
    }

    @Test
    void theNumberOfCarsCantVary() {
        RacerSimulation simulation = race("cars", 2);
        assertThatThrownBy(() -> simulation.reset(1, RacerSettings.defaults().with("cars", 3)))
                .hasMessageContaining("made with 2")
                .hasMessageContaining("3 are wanted");
    }

    /** What is paid for is the distance between where a car stands at first and at last, whatever it did between. */
    @Test
    void progressIsTheDistanceDriven() {
        for (int seed = 0; seed < 20; seed++) {
            RacerSimulation simulation = race(RacerSettings.defaults());
            simulation.reset(seed);
            RacerAgent agent = simulation.agents().get(0);
            RandomStream random = RandomStream.of(seed);
            double start = agent.place();
            double paid = 0;
            while (!simulation.isEpisodeOver()) {
                act(agent, random.nextFloat() - 0.5f, 1.6f * random.nextFloat() - 0.6f);
                simulation.step();
                paid += term(agent, 0);
                agent.takeReward();
            }
            assertThat(paid).as("seed %d", seed).isCloseTo(0.1 * (agent.place() - start), within(1e-3));
        }
    }

    @Test
    void whoStandsIsOutAtTheFirstCheckpoint() {
        RacerSimulation simulation = race(RacerSettings.defaults());
        simulation.reset(1);
        RacerAgent agent = simulation.agents().get(0);
        for (int i = 1; i < RacerAgent.PATIENCE; i++) {
            simulation.step();
        }
        assertThat(agent.status()).isEqualTo(StepStatus.RUNNING);
        assertThat(observed(agent, "patience")).isCloseTo(1 / 360f, within(1e-6f));
        simulation.step();
        assertThat(agent.status()).isEqualTo(StepStatus.TERMINATED);
        assertThat(simulation.isEpisodeOver()).isTrue();
        assertThat(agent.takeReward()).isEqualTo(-5 - 3.6f); // six seconds at 0.01 a step
        assertThat(statistic(agent, FINISHED)).isZero();
        assertThat(statistic(agent, LAP_SECONDS)).isCloseTo(500 / 20f * 6, within(0.01f)); // the slowest that counts
        assertThat(new RacerPresentation().outcome(simulation)).isEqualTo("too late");
    }

    @Test
    void whoDrivesBackwardsIsOutToo() {
        RacerSimulation simulation = race(RacerSettings.defaults());
        simulation.reset(1);
        RacerAgent agent = simulation.agents().get(0);
        double start = agent.place();
        act(agent, 0, -1);
        while (!simulation.isEpisodeOver()) {
            simulation.step();
        }
        assertThat(agent.place()).isLessThan(start - 5);
        assertThat(agent.takeReward()).isLessThan(-9.1f);
    }

    @Test
    void aCheckpointGivesTimeAgain() {
        RacerSimulation simulation = race(RacerSettings.defaults());
        simulation.reset(1);
        RacerAgent agent = simulation.agents().get(0);
        double start = agent.place();
        act(agent, 0, 1);
        while (agent.place() < start + RacerAgent.CHECKPOINT) {
            simulation.step();
        }
        assertThat(observed(agent, "patience")).isEqualTo(1);
    }

    @Test
    void theHeuristicFinishesLapsAndIsPaidForThem() {
        RacerSimulation simulation = race("laps", 2);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(Decider.heuristic());
        double[] result = {0};
        loop.listen(new EpisodeListener() {
            @Override
            public void ended(Seat seat) {
                result[0] = seat.episodeReturn();
            }
        });
        loop.reset(4);
        RacerAgent agent = simulation.agents().get(0);
        double start = agent.place();
        int steps = 0;
        while (!loop.isOver()) {
            loop.step();
            steps++;
        }
        assertThat(agent.place()).isBetween(1000.0, 1001.0);
        assertThat(statistic(agent, FINISHED)).isEqualTo(1);
        double lap = steps / 60.0 * 500 / (agent.place() - start);
        assertThat(statistic(agent, LAP_SECONDS)).isCloseTo((float) lap, within(0.01f));
        assertThat(result[0]).isCloseTo(0.1 * (agent.place() - start) - 0.01 * steps + 10, within(0.01));
        assertThat(new RacerPresentation().outcome(simulation)).isEqualTo("finished");
    }

    /** 95 % of the tracks; it finishes all of them. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void theHeuristicFinishesOnTracksOfEveryDifficulty(double difficulty) {
        RacerSimulation simulation = race("difficulty", difficulty);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(Decider.heuristic());
        int finished = 0;
        for (int seed = 0; seed < 40; seed++) {
            loop.reset(seed);
            while (!loop.isOver()) {
                loop.step();
            }
            finished += (int) statistic(simulation.agents().get(0), FINISHED);
        }
        assertThat(finished).isGreaterThanOrEqualTo(38);
    }

    @Test
    void aTouchOfABorderIsSeenFeltAndCounted() {
        RacerSimulation simulation = race(RacerSettings.defaults());
        simulation.reset(2);
        RacerAgent agent = simulation.agents().get(0);
        act(agent, 1, 1);
        float nearest = 1;
        while (!agent.isTouchingBorder()) {
            simulation.step();
            assertThat(term(agent, 2)).isEqualTo(agent.isTouchingBorder() ? -0.3f : 0f);
            for (int ray = 0; ray < 11; ray++) {
                nearest = Math.min(nearest, observed(agent, "eyes." + ray + ".distance"));
            }
        }
        assertThat(nearest).isLessThan(0.06f); // 2.1 of 40 metres are the car's own nose
        assertThat(observed(agent, "eyes.5.border")).isEqualTo(1);
        assertThat(observed(agent, "track.offset")).isLessThan(-0.5f);
        assertThat(statistic(agent, TOUCHES)).isEqualTo(1);
    }

    @Test
    void carsSeeAndPushEachOther() {
        RacerSimulation simulation = race("cars", 2);
        simulation.reset(3);
        RacerAgent front = simulation.agents().get(0);
        RacerAgent back = simulation.agents().get(1);
        float x = front.car().x() - 7 * (float) Math.cos(front.car().angle());
        float y = front.car().y() - 7 * (float) Math.sin(front.car().angle());
        back.car().body().setTransform(x, y, front.car().angle());
        assertThat(observed(back, "eyes.5.car")).isEqualTo(1);
        assertThat(observed(back, "eyes.5.distance")).isCloseTo((7 - RacerCar.LENGTH / 2) / 40, within(1e-3f));
        assertThat(observed(front, "eyes.5.car")).isZero();
        act(back, 0, 1);
        for (int i = 0; i < 120; i++) {
            simulation.step();
        }
        assertThat(front.car().along()).isGreaterThan(1);
        assertThat(statistic(front, TOUCHES)).isPositive();
        assertThat(statistic(back, TOUCHES)).isPositive();
        assertThat(term(front, 2) + term(back, 2)).isZero(); // pushing costs time enough
    }

    @Test
    void whoHasEndedLeavesTheTrackAndTheOthersGoOn() {
        RacerSimulation simulation = race("cars", 2);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.play(loop.seat(0), Decider.heuristic());
        loop.play(loop.seat(1), decisions -> {}); // at rest
        loop.reset(1);
        RacerAgent standing = simulation.agents().get(1);
        while (standing.status() != StepStatus.TERMINATED) {
            loop.step();
        }
        loop.step();
        assertThat(standing.status()).isEqualTo(StepStatus.INACTIVE);
        assertThat(standing.car().body().isActive()).isFalse();
        while (!loop.isOver()) {
            loop.step();
        }
        assertThat(simulation.agents().get(0).isFinished()).isTrue();
        loop.reset(1);
        assertThat(standing.status()).isEqualTo(StepStatus.RUNNING);
        assertThat(standing.car().body().isActive()).isTrue();
    }

    @Test
    void carsStartBehindEachOtherWithinTheBorders() {
        RacerSimulation simulation = race("cars", 16);
        for (int seed = 0; seed < 50; seed++) {
            simulation.reset(seed);
            for (int i = 0; i < 60; i++) {
                simulation.step();
            }
            for (RacerAgent agent : simulation.agents()) {
                assertThat(statistic(agent, TOUCHES)).as("seed %d", seed).isZero();
                assertThat(agent.place()).isNegative();
                assertThat(Math.abs(agent.offset())).isCloseTo(2, within(0.1f));
            }
        }
    }

    @Test
    void aStepAllocatesNothing() {
        RacerSimulation simulation = race("cars", 3);
        RacerAgent agent = simulation.agents().get(0);
        Actions actions = new Actions(agent.behavior().action());
        float[] observation = new float[agent.behavior().observation().size()];
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) { // the first rounds load classes
            simulation.reset(round);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 600; i++) {
                for (int car = 0; car < 3; car++) {
                    RacerAgent driver = simulation.agents().get(car);
                    if (driver.status() == StepStatus.RUNNING) {
                        driver.observe(writer.begin(observation));
                        driver.heuristic(actions);
                        driver.act(actions);
                        driver.takeReward();
                    }
                }
                simulation.step();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void useOutOfOrderIsAnExceptionAndNeverACrashOfTheMachine() {
        RacerSimulation simulation = race(RacerSettings.defaults());
        assertThatThrownBy(simulation::step).hasMessageContaining("reset(seed)");
        assertThatThrownBy(() -> observation(simulation.agents().get(0))).hasMessageContaining("reset(seed)");
        simulation.reset(1);
        simulation.dispose();
        simulation.dispose();
        assertThatThrownBy(() -> observation(simulation.agents().get(0))).hasMessageContaining("dispose()");
        assertThatThrownBy(simulation::step).hasMessageContaining("disposed");
        assertThatThrownBy(() -> simulation.reset(1)).hasMessageContaining("disposed");
    }

    @Test
    void impossibleSettingsAreNamed() {
        for (String each : Arrays.asList("cars", "laps", "length", "width", "difficulty")) {
            assertThatThrownBy(() -> RacerSettings.of(RacerSettings.defaults().with(each, -3)))
                    .hasMessageContaining("'" + each + "'")
                    .hasMessageContaining("is -3");
        }
    }
}

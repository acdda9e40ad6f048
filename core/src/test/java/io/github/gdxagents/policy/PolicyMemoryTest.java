package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.ForwardPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a driver remembers of its agents. A pilot perceives always the same, so what it decides tells how much it remembers. */
class PolicyMemoryTest {
    private static final PolicyModel MODEL = Fixtures.versionTwo("all");
    private static final int PERIOD = 3;
    private static final int MOST = 30;

    private static PolicyDriver driver(Pilot... pilots) {
        PolicyDriver driver = new PolicyDriver(new NetworkPolicy(MODEL, 4), DecisionMode.DETERMINISTIC, 5);
        driver.attachAll(List.of(pilots));
        return driver;
    }

    private static void updates(PolicyDriver driver, int count) {
        for (int i = 0; i < count; i++) {
            driver.update();
        }
    }

    private static float[][] observation(Pilot pilot) {
        float[] observation = new float[5];
        pilot.observe(new ObservationWriter(MODEL.behavior().observation()).begin(observation));
        return new float[][] {observation};
    }

    /** How many decisions the last one of a pilot looked back on, found by its outputs. */
    private static int remembered(PolicyDriver driver, Pilot pilot) {
        float[][] observations = new float[MOST][];
        Arrays.fill(observations, observation(pilot)[0]);
        float[][] outputs = MODEL.evaluate(observations);
        float[] actual = driver.batch().outputs(driver.rowOf(pilot));
        for (int i = 0; i < MOST; i++) {
            if (Arrays.equals(outputs[i], actual)) {
                return i;
            }
        }
        throw new AssertionError("outputs of no number of decisions up to " + MOST);
    }

    @Test
    void memoryGoesOnFromDecisionToDecision() {
        Pilot pilot = new Pilot(0.7f);
        PolicyDriver driver = driver(pilot);
        for (int decision = 0; decision < 10; decision++) {
            updates(driver, PERIOD);
            assertThat(remembered(driver, pilot)).isEqualTo(decision);
        }
    }

    @Test
    void resetForgets() {
        Pilot pilot = new Pilot(0.7f);
        PolicyDriver driver = driver(pilot);
        List<Consumer<PolicyDriver>> resets =
                List.of(PolicyDriver::reset, each -> each.reset(8), each -> each.reset(9, 2 * PERIOD));
        for (Consumer<PolicyDriver> reset : resets) {
            updates(driver, 2 * PERIOD);
            assertThat(remembered(driver, pilot)).isEqualTo(1);
            reset.accept(driver);
            driver.update();
            assertThat(remembered(driver, pilot)).isZero();
            driver.reset();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TERMINATED", "TRUNCATED"})
    void ownEndForgetsThoughNoDecisionIsDue(StepStatus end) {
        Pilot pilot = new Pilot(0.7f);
        Pilot other = new Pilot(0.3f);
        PolicyDriver driver = driver(pilot, other);
        updates(driver, 2 * PERIOD + 1);
        pilot.status = end;
        driver.update(); // between two decisions
        pilot.status = StepStatus.RUNNING;
        updates(driver, 2);
        assertThat(remembered(driver, pilot)).isZero();
        assertThat(remembered(driver, other)).isEqualTo(3);
    }

    @Test
    void inactiveAgentIsRemembered() {
        Pilot pilot = new Pilot(0.7f);
        PolicyDriver driver = driver(pilot);
        updates(driver, 2 * PERIOD);
        pilot.status = StepStatus.INACTIVE;
        updates(driver, 5 * PERIOD);
        pilot.status = StepStatus.RUNNING;
        updates(driver, PERIOD);
        assertThat(remembered(driver, pilot)).isEqualTo(2);
    }

    @Test
    void agentThatIsAttachedAgainIsUnknown() {
        Pilot pilot = new Pilot(0.7f);
        PolicyDriver driver = driver(pilot);
        updates(driver, 2 * PERIOD);
        driver.detach(pilot);
        driver.attach(pilot);
        updates(driver, PERIOD);
        assertThat(remembered(driver, pilot)).isZero();
    }

    @Test
    void othersThatComeAndGoChangeNoMemory() {
        Pilot first = new Pilot(0.1f);
        Pilot pilot = new Pilot(0.7f);
        PolicyDriver driver = driver(first, pilot);
        updates(driver, 2 * PERIOD);
        first.status = StepStatus.INACTIVE; // the pilot's row changes
        updates(driver, PERIOD);
        assertThat(driver.rowOf(pilot)).isZero();
        assertThat(remembered(driver, pilot)).isEqualTo(2);
        List<Pilot> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) { // the batch grows
            others.add(new Pilot(0.01f * i));
        }
        driver.attachAll(others);
        first.status = StepStatus.RUNNING;
        updates(driver, PERIOD);
        assertThat(remembered(driver, pilot)).isEqualTo(3);
        assertThat(remembered(driver, first)).isEqualTo(2);
        assertThat(remembered(driver, others.get(19))).isZero();
        driver.detach(first);
        updates(driver, PERIOD);
        assertThat(remembered(driver, pilot)).isEqualTo(4);
        assertThat(remembered(driver, others.get(19))).isEqualTo(1);
    }

    @Test
    void driversOfOnePolicyModelRememberApart() {
        Pilot pilot = new Pilot(0.7f);
        Pilot other = new Pilot(0.7f);
        PolicyDriver first = driver(pilot);
        PolicyDriver second = driver(other);
        updates(first, 3 * PERIOD);
        updates(second, PERIOD);
        assertThat(remembered(first, pilot)).isEqualTo(2);
        assertThat(remembered(second, other)).isZero();
    }

    /** As training has it: a state for each agent, zeros after an end that the episode runner tells. */
    @Test
    void memoryIsThatOfTheEpisodesInTraining() {
        Arena arena = new Arena(20);
        EpisodeRunner runner = new EpisodeRunner(arena);
        PolicyDriver driver = driver(arena.pilots.toArray(new Pilot[0]));
        ForwardPass pass = new ForwardPass(MODEL.network(), 1);
        float[][] normalized = new float[1][5];
        int carried = 0;
        for (int episode = 0; episode < 3; episode++) {
            runner.reset(episode);
            driver.reset(episode);
            float[][][] states = new float[20][1][MODEL.network().stateSize()];
            for (int step = 0; step < 300; step++) {
                driver.update();
                for (int i = 0; i < 20; i++) {
                    if (runner.status(i).isEnd()) {
                        states[i][0] = new float[states[i][0].length];
                    }
                    if (runner.isDecisionDue(i)) {
                        carried += states[i][0][0] == 0 ? 0 : 1;
                        Pilot pilot = arena.pilots.get(i);
                        MODEL.normalizer().apply(observation(pilot)[0], normalized[0]);
                        float[] expected = pass.run(normalized, states[i], 1)[0];
                        assertThat(driver.batch().outputs(driver.rowOf(pilot)))
                                .as("episode %d, step %d, agent %d", episode, step, i)
                                .isEqualTo(expected);
                    }
                }
                runner.step();
            }
        }
        assertThat(carried).isBetween(300, 2500); // some decide for the first time, some remember
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "lstm"})
    void updateAllocatesNothing(String kind) {
        PolicyDriver driver =
                new PolicyDriver(new NetworkPolicy(Fixtures.versionTwo(kind), 16), DecisionMode.STOCHASTIC, 1);
        Arena arena = new Arena(50);
        driver.attachAll(arena.agents());
        arena.pilots.get(7).status = StepStatus.TERMINATED;
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int i = 0; i < 300; i++) {
                        driver.update();
                    }
                }))
                .isZero();
        assertThat(arena.pilots.get(49).decisions).isPositive();
    }
}

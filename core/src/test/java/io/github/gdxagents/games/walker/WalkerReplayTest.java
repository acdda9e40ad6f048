package io.github.gdxagents.games.walker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.ObservationWriter;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays recorded episodes of Gymnasium's BipedalWalker-v3, plain and hard: same landscape, same push, same actions.
 *
 * <p>Both feet touch the ground in the first step already, in which everything is equal within 1e-6. After it the original's older
 * contact solver lets numbers part in the last digits, and walking magnifies the difference: within 1e-5 for the first 7 to 78 steps of
 * these nine episodes, within 1e-3 for at least the first 80. Short episodes stay close to their end, and end at the same step.
 */
class WalkerReplayTest {
    private static final double EXACT = 1e-6;
    private static final double NEAR = 1e-5;
    private static final int NEAR_STEPS = 7;
    private static final double CLOSE = 1e-3;
    private static final int CLOSE_STEPS = 80;
    private static final int SHORT_EPISODE = 120;

    @TestFactory
    List<DynamicTest> episodesInTheResourcesAreReplayed() {
        List<DynamicTest> tests = replays(new File("src/test/resources/io/github/gdxagents/games/walker"));
        assertThat(tests).hasSizeGreaterThanOrEqualTo(3);
        return tests;
    }

    @TestFactory
    List<DynamicTest> episodesInTheReferenceFolderAreReplayed() {
        File folder = new File("../../shared/reference");
        assumeTrue(folder.isDirectory(), "skipped: there are no recorded episodes in " + folder);
        return replays(folder);
    }

    private static List<DynamicTest> replays(File folder) {
        List<DynamicTest> tests = new ArrayList<>();
        File[] files = folder.listFiles((parent, name) -> name.matches("bwh?_\\d+\\.json"));
        Arrays.sort(files);
        for (File file : files) {
            tests.add(DynamicTest.dynamicTest(file.getName(), () -> replay(WalkerRecording.read(file))));
        }
        return tests;
    }

    private static void replay(WalkerRecording recording) {
        boolean hardcore = !recording.boxes.isEmpty();
        WalkerSimulation simulation =
                new WalkerSimulation(WalkerSettings.of(WalkerSettings.defaults()), hardcore, recording.chance());
        WalkerAgent agent = simulation.agents().get(0);
        Actions actions = new Actions(agent.behavior().action());
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        float[] observation = new float[agent.behavior().observation().size()];
        simulation.reset(0);
        boolean isShort = recording.steps.size() < SHORT_EPISODE;
        int compared = isShort ? recording.steps.size() : CLOSE_STEPS;
        for (int t = 0; t < compared; t++) {
            WalkerRecording.Step step = recording.steps.get(t);
            if (t > 0) {
                for (int i = 0; i < step.actions.length; i++) {
                    actions.setContinuous(i, step.actions[i]);
                }
                agent.act(actions);
                simulation.step();
            }
            agent.observe(writer.begin(observation));
            String where = recording + ", step " + t;
            double closeness = t == 0 ? EXACT : t < NEAR_STEPS ? NEAR : CLOSE;
            for (int i = 0; i < observation.length; i++) {
                assertThat((double) observation[i])
                        .as("%s: observation %d", where, i)
                        .isEqualTo(step.observation[i], within(closeness));
            }
            assertThat((double) agent.takeReward()).as("%s: reward", where).isEqualTo(step.reward, within(closeness));
            assertThat(simulation.isEpisodeOver()).as("%s: end", where).isEqualTo(step.terminated);
        }
        simulation.dispose();
    }
}

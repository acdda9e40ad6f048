package io.github.gdxagents.games.lander;

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
 * Replays recorded episodes of Gymnasium's LunarLander-v3: same ground, same push, same noise, same actions.
 *
 * <p>Until something touches the ground, observations and rewards are equal within 1e-5. After it the original's older contact solver
 * lets numbers part: in these nine episodes by at most 2.3e-5 in an observation, to the last step, and all end at the same step.
 */
class LanderReplayTest {
    private static final double EXACT = 1e-5;
    private static final double CLOSE = 1e-4;
    private static final double CLOSE_REWARD = 1e-2;

    @TestFactory
    List<DynamicTest> episodesInTheResourcesAreReplayed() {
        List<DynamicTest> tests = replays(new File("src/test/resources/io/github/gdxagents/games/lander"));
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
        File[] files = folder.listFiles((parent, name) -> name.matches("ll_\\d+\\.json"));
        Arrays.sort(files);
        for (File file : files) {
            tests.add(DynamicTest.dynamicTest(file.getName(), () -> replay(LanderRecording.read(file))));
        }
        return tests;
    }

    private static void replay(LanderRecording recording) {
        LanderSimulation simulation =
                new LanderSimulation(LanderSettings.of(LanderSettings.defaults()), false, recording.chance());
        LanderAgent agent = simulation.agents().get(0);
        Actions actions = new Actions(agent.behavior().action());
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        float[] observation = new float[agent.behavior().observation().size()];
        simulation.reset(0);
        int contact = recording.firstContact();
        for (int t = 0; t < recording.steps.size(); t++) {
            LanderRecording.Step step = recording.steps.get(t);
            if (t > 0) {
                actions.setDiscrete(0, step.action);
                agent.act(actions);
                simulation.step();
            }
            agent.observe(writer.begin(observation));
            String where = recording + ", step " + t + ", first contact at " + contact;
            double closeness = t < contact ? EXACT : CLOSE;
            for (int i = 0; i < observation.length; i++) {
                assertThat((double) observation[i])
                        .as("%s: observation %d", where, i)
                        .isEqualTo(step.observation[i], within(closeness));
            }
            assertThat((double) agent.takeReward())
                    .as("%s: reward", where)
                    .isEqualTo(step.reward, within(t < contact ? EXACT : CLOSE_REWARD));
            assertThat(simulation.isEpisodeOver()).as("%s: end", where).isEqualTo(step.terminated);
        }
        simulation.dispose();
    }
}

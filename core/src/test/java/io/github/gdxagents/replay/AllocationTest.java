package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import org.junit.jupiter.api.Test;

/** Recording is on in every training: it must not cost the collector of garbage anything. */
class AllocationTest {
    private final RecordedSimulation recorded = new RecordedSimulation(Games.SKIRMISH.create());
    private final EpisodeRunner runner = new EpisodeRunner(recorded);
    private final RandomStream random = RandomStream.of(1);
    private final Actions[] actions = new Actions[runner.agentCount()];
    private final ActionMask[] masks = new ActionMask[runner.agentCount()];
    private final ObservationWriter[] writers = new ObservationWriter[runner.agentCount()];
    private final float[] observation = new float[4];

    AllocationTest() {
        for (int i = 0; i < actions.length; i++) {
            actions[i] = new Actions(runner.agent(i).behavior().action());
            masks[i] = new ActionMask(actions[i].spec());
            writers[i] = new ObservationWriter(runner.agent(i).behavior().observation());
        }
    }

    private void play() {
        while (!runner.isOver()) {
            for (int i = 0; i < actions.length; i++) {
                if (runner.isDecisionDue(i)) {
                    decide(i);
                }
            }
            runner.step();
        }
    }

    private void decide(int index) {
        Agent agent = recorded.agents().get(index);
        agent.takeReward();
        agent.observe(writers[index].begin(observation));
        masks[index].clear();
        agent.mask(masks[index]);
        agent.heuristic(actions[index]);
        if (actions[index].spec().continuousSize() > 0) {
            actions[index].setContinuous(0, random.nextFloat());
        }
        agent.act(actions[index]);
    }

    @Test
    void recordingAllocatesNothingOnceTheBuffersAreLongEnough() {
        assertThat(Memory.allocatedBy(() -> runner.reset(6), this::play)).isZero();
        assertThat(runner.steps()).isEqualTo(100);
        assertThat(recorded.episode().decisions()).hasSizeGreaterThan(1000); // the first buffer has 256
    }

    @Test
    void replayingAllocatesNothingAfterItsBeginning() {
        runner.reset(6);
        play();
        RecordedEpisode episode = recorded.episode();
        ReplayPlayer[] player = new ReplayPlayer[1];
        assertThat(Memory.allocatedBy(() -> player[0] = new ReplayPlayer(runner, episode), () -> {
                    while (player[0].step()) {
                        player[0].requireSame();
                    }
                }))
                .isZero();
        assertThat(runner.steps()).isEqualTo(100);
        assertThat(recorded.episode()).isEqualTo(episode);
    }
}

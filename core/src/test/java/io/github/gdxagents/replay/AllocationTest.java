package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import org.junit.jupiter.api.Test;

/** Recording is on in every training: it must not cost the collector of garbage anything. */
class AllocationTest {
    private final RecordedSimulation recorded = new RecordedSimulation(Games.SKIRMISH.create());
    private final EpisodeLoop loop = new EpisodeLoop(recorded);
    private final Decider random = new RandomDecider(RandomStream.of(1), true);

    private void begin() {
        loop.playAll(random);
        loop.reset(6);
    }

    private void play() {
        while (!loop.isOver()) {
            loop.step();
        }
    }

    @Test
    void recordingAllocatesNothingOnceTheBuffersAreLongEnough() {
        assertThat(Memory.allocatedBy(this::begin, this::play)).isZero();
        assertThat(loop.steps()).isEqualTo(100);
        assertThat(recorded.episode().decisions()).hasSizeGreaterThan(1000); // the first buffer has 256
    }

    @Test
    void replayingAllocatesNothingAfterItsBeginning() {
        begin();
        play();
        RecordedEpisode episode = recorded.episode();
        ReplayPlayer[] player = new ReplayPlayer[1];
        assertThat(Memory.allocatedBy(() -> player[0] = new ReplayPlayer(loop, episode), () -> {
                    while (player[0].step()) {
                        player[0].requireSame();
                    }
                }))
                .isZero();
        assertThat(loop.steps()).isEqualTo(100);
        assertThat(recorded.episode()).isEqualTo(episode);
    }
}

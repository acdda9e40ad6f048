package io.github.gdxagents.training.rollout;

import io.github.gdxagents.replay.RecordedEpisode;
import java.util.List;
import java.util.Map;

/**
 * What an instance goes on from between two iterations. A game's own state can't be written out: the running episode is played again.
 *
 * @param episodes how many it has begun
 * @param episode the running one, or null if the next iteration begins another
 * @param settings that the running episode's game was made with, by name; none in files of former versions: those of the run
 * @param lesson of the curriculum that the running episode began in, by index
 * @param cuts physics steps of the running episode at which iterations ended, ascending: who was due gave its reward there
 * @param slots one for each agent
 */
public record InstanceState(
        long episodes,
        RecordedEpisode episode,
        Map<String, Double> settings,
        int lesson,
        long[] cuts,
        List<SlotState> slots) {
    /** {@return bytes of the running episode's decisions, 0 if there is none} */
    public long episodeBytes() {
        return episode == null ? 0 : episode.size();
    }

    /** {@return physics steps of the running episode, 0 if there is none} */
    public long episodeSteps() {
        return episode == null ? 0 : episode.steps();
    }
}

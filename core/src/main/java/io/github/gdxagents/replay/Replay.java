package io.github.gdxagents.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recorded episode, with all that is needed to play it again and to know why it was kept.
 */
public final class Replay {
    private final String game;
    private final Map<String, Double> settings;
    private final RecordedEpisode episode;
    private final String note;

    /**
     * Makes a replay.
     *
     * @param game the bundled game's name, or the class of another's factory
     * @param settings that the game is made with, by name
     * @param episode what happened
     * @param note why it was kept, for people; may be empty
     */
    public Replay(String game, Map<String, Double> settings, RecordedEpisode episode, String note) {
        this.game = game;
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<String, Double>(settings));
        this.episode = episode;
        this.note = note;
    }

    /**
     * Which game it is of.
     *
     * @return its name as it was trained with
     */
    public String game() {
        return game;
    }

    /**
     * The settings that the game is made with; the episode may have its own ({@link RecordedEpisode#settings}).
     *
     * @return unmodifiable, in order
     */
    public Map<String, Double> settings() {
        return settings;
    }

    /**
     * What happened.
     *
     * @return seed and decisions
     */
    public RecordedEpisode episode() {
        return episode;
    }

    /**
     * Why it was kept.
     *
     * @return for example a fault's message; may be empty
     */
    public String note() {
        return note;
    }
}

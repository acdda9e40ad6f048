package io.github.gdxagents.games.platformer;

/** How an episode of the platformer ended, or that it goes on. */
public enum PlatformerOutcome {
    /** It goes on. */
    RUNNING(""),
    /** The flag was reached. */
    FINISHED("finished"),
    /** The hero fell into a gap. */
    FELL("fell"),
    /** The hero touched spikes. */
    SPIKED("spiked"),
    /** A walker's side touched the hero. */
    CAUGHT("caught");

    private final String words;

    PlatformerOutcome(String words) {
        this.words = words;
    }

    /**
     * The outcome in a word.
     *
     * @return empty while the episode goes on
     */
    public String words() {
        return words;
    }
}

package io.github.gdxagents.replay;

/**
 * A game threw an exception or broke a rule of {@link io.github.gdxagents.agent.Simulation} while it was recorded.
 *
 * <p>The message says who (an agent or the simulation), in which episode and step, and what happened; the cause is what the game threw,
 * if it did.
 */
public final class GameFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RecordedEpisode episode;

    GameFault(String place, RecordedEpisode episode, String fault, Throwable cause) {
        super(place + "episode seed " + episode.seed() + ", physics step " + episode.steps() + ": " + fault, cause);
        this.episode = episode;
    }

    /**
     * The episode until then: playing it again leads to the fault again.
     *
     * @return seed and decisions
     */
    public RecordedEpisode episode() {
        return episode;
    }
}

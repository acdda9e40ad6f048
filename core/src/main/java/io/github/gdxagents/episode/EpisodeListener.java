package io.github.gdxagents.episode;

/**
 * Watches an {@link EpisodeLoop}: writes rollouts, adds up returns, records, probes, shows.
 *
 * <p>For one seat an episode goes: {@link #deciding}, {@link #acted}, {@link #rewarded}, {@link #deciding}, and so on, until
 * {@link #ended}.
 *
 * <p>Thread safety: that of the loop (one thread at a time).
 */
public interface EpisodeListener {
    /**
     * An episode begins; nobody has observed yet.
     *
     * @param loop after the reset
     */
    default void began(EpisodeLoop loop) {}

    /**
     * The reward of a seat's last decision is known, and its next decision is due.
     *
     * @param seat {@link Seat#reward} has the reward; {@link Seat#observation} is still that of the last decision
     */
    default void rewarded(Seat seat) {}

    /**
     * A seat has observed and masked, and is about to be handed to its decider.
     *
     * @param seat {@link Seat#episodeLength} counts this decision already
     */
    default void deciding(Seat seat) {}

    /**
     * A seat's agent has been given its actions.
     *
     * @param seat {@link Seat#actions} has them
     */
    default void acted(Seat seat) {}

    /**
     * A seat's episode has ended. After this call its return and length start over.
     *
     * @param seat {@link Seat#reward} has the reward of its last decision, {@link Seat#status} the end; if it was truncated,
     *     {@link Seat#observation} is what it would have decided on next
     */
    default void ended(Seat seat) {}

    /**
     * Whoever runs the loop closes its account in the midst of an episode ({@link EpisodeLoop#cut}).
     *
     * @param seat {@link Seat#reward} has the reward since its last decision, {@link Seat#observation} what it perceives now
     */
    default void cut(Seat seat) {}

    /**
     * A physics step is over, and so are the episodes that it ended.
     *
     * @param loop after the step
     */
    default void stepped(EpisodeLoop loop) {}
}

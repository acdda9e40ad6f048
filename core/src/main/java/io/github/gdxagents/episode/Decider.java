package io.github.gdxagents.episode;

/**
 * Decides for seats: a trained policy for many at a time, a script, a player's keys, a record.
 *
 * <p>When a decision is due, {@link EpisodeLoop} lets every seat observe and mask and adds it to its decider; then each decider decides,
 * and only then the first agent acts. So nobody sees what another is about to do, and one decider may serve the seats of several loops in
 * one batch.
 *
 * <p>Whoever decides for each seat by itself implements {@link #add} alone, for example {@link #heuristic}.
 *
 * <p>Thread safety: one thread at a time. {@link #add} and {@link #decide} allocate nothing.
 */
public interface Decider {
    /**
     * Takes a seat over: checks that it can decide for it, and prepares what it remembers of it.
     *
     * @param seat will be added from now on
     * @throws IllegalArgumentException if the decider can't decide for the seat's behavior
     */
    default void accept(Seat seat) {}

    /**
     * Asks for a decision.
     *
     * @param seat has observed and masked; its actions are at rest, and are read after {@link #decide}
     */
    void add(Seat seat);

    /** Writes the actions of all seats that were added since the last call. */
    default void decide() {}

    /** Forgets the seats that were added since the last decision, for whoever goes on after an exception. */
    default void clear() {}

    /**
     * Whether it looks at what its seats observe.
     *
     * @return false if its seats need not observe
     */
    default boolean observes() {
        return true;
    }

    /**
     * Follows the game's own scripts ({@link io.github.gdxagents.agent.Agent#heuristic}).
     *
     * @return a decider for seats of any behavior
     */
    static Decider heuristic() {
        return heuristic(false);
    }

    /**
     * Follows the game's own scripts.
     *
     * @param observes whether seats observe all the same, for whoever watches or records them
     * @return a decider for seats of any behavior
     */
    static Decider heuristic(boolean observes) {
        return new Decider() {
            @Override
            public void add(Seat seat) {
                seat.agent().heuristic(seat.actions());
            }

            @Override
            public boolean observes() {
                return observes;
            }
        };
    }
}

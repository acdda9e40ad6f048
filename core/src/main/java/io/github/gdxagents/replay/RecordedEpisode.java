package io.github.gdxagents.replay;

import java.util.Arrays;

/**
 * An episode up to some physics step: its seed, and every decision since.
 *
 * <p>A decision takes, in the order in which they were taken: the agent's index (as many bytes of 7 bits as it needs), one byte that
 * checks what all agents observed so far, each continuous action as a float, each choice in one or two bytes.
 *
 * <p>Thread safety: immutable.
 */
public final class RecordedEpisode {
    private final long seed;
    private final long steps;
    private final long hash;
    private final byte[] decisions;

    /**
     * Makes an episode from its parts, for example of a file.
     *
     * @param seed that the simulation was reset with
     * @param steps physics steps, 0 or more
     * @param hash as {@link #hash} gave it
     * @param decisions as {@link #decisions} gave them, copied
     * @throws IllegalArgumentException if the number of steps is negative
     */
    public RecordedEpisode(long seed, long steps, long hash, byte[] decisions) {
        this(decisions.clone(), seed, steps, hash);
    }

    private RecordedEpisode(byte[] decisions, long seed, long steps, long hash) {
        if (steps < 0) {
            throw new IllegalArgumentException("recorded episode: it must have 0 or more steps, but has " + steps);
        }
        this.seed = seed;
        this.steps = steps;
        this.hash = hash;
        this.decisions = decisions;
    }

    /** Keeps the decisions themselves; nobody may change them any more. */
    static RecordedEpisode keeping(byte[] decisions, long seed, long steps, long hash) {
        return new RecordedEpisode(decisions, seed, steps, hash);
    }

    static RecordedEpisode of(EpisodeLog log, long seed, long steps) {
        return new RecordedEpisode(log.toBytes(), seed, steps, log.hash());
    }

    /**
     * The episode's seed.
     *
     * @return what {@link io.github.gdxagents.agent.Simulation#reset} was given
     */
    public long seed() {
        return seed;
    }

    /**
     * How long it is.
     *
     * @return physics steps that were finished
     */
    public long steps() {
        return steps;
    }

    /**
     * What tells whether a replay is the same.
     *
     * @return a hash of everything that was observed for a decision, in order
     */
    public long hash() {
        return hash;
    }

    /**
     * The decisions as bytes, for a file.
     *
     * @return a copy
     */
    public byte[] decisions() {
        return decisions.clone();
    }

    /** The decisions themselves; nobody may change them. */
    byte[] bytes() {
        return decisions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedEpisode
                && seed == ((RecordedEpisode) other).seed
                && steps == ((RecordedEpisode) other).steps
                && hash == ((RecordedEpisode) other).hash
                && Arrays.equals(decisions, ((RecordedEpisode) other).decisions);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seed) * 31 + Arrays.hashCode(decisions);
    }

    @Override
    public String toString() {
        return "episode of seed " + seed + ", " + steps + " physics steps";
    }
}

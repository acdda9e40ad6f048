package io.github.gdxagents.replay;

import io.github.gdxagents.agent.SimulationSettings;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/**
 * An episode up to some physics step: its seed, the settings that it was given, and every decision since.
 *
 * <p>A decision takes, in the order in which they were taken: the agent's index (as many bytes of 7 bits as it needs), one byte that
 * checks what all agents observed so far, each continuous action as a float, each choice in one byte.
 */
public final class RecordedEpisode {
    private final long seed;
    private final Map<String, Double> settings;
    private final long steps;
    private final long hash;
    /** Others may go on writing beyond the size. */
    private final byte[] decisions;

    private final int size;

    /**
     * Makes an episode with the settings that its instance was made with.
     *
     * @param seed that the simulation was reset with
     * @param steps physics steps, 0 or more
     * @param hash as {@link #hash} gave it
     * @param decisions as {@link #decisions} gave them, copied
     * @throws IllegalArgumentException if the number of steps is negative
     */
    public RecordedEpisode(long seed, long steps, long hash, byte[] decisions) {
        this(seed, Collections.<String, Double>emptyMap(), steps, hash, decisions);
    }

    /**
     * Makes an episode from its parts, for example of a file.
     *
     * @param seed that the simulation was reset with
     * @param settings as {@link #settings} gave them, copied
     * @param steps physics steps, 0 or more
     * @param hash as {@link #hash} gave it
     * @param decisions as {@link #decisions} gave them, copied
     * @throws IllegalArgumentException if the number of steps is negative, or no settings can be so
     */
    public RecordedEpisode(long seed, Map<String, Double> settings, long steps, long hash, byte[] decisions) {
        this(decisions.clone(), decisions.length, seed, SimulationSettings.of(settings), steps, hash);
    }

    private RecordedEpisode(byte[] decisions, int size, long seed, SimulationSettings settings, long steps, long hash) {
        if (steps < 0) {
            throw new IllegalArgumentException("recorded episode: it must have 0 or more steps, but has " + steps);
        }
        this.seed = seed;
        this.settings = settings.asMap();
        this.steps = steps;
        this.hash = hash;
        this.decisions = decisions;
        this.size = size;
    }

    /** Keeps the array itself; nobody may change its first bytes, as many as the size, any more. */
    static RecordedEpisode keeping(
            byte[] decisions, int size, long seed, SimulationSettings settings, long steps, long hash) {
        return new RecordedEpisode(decisions, size, seed, settings, steps, hash);
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
     * The episode's own settings.
     *
     * @return what {@link io.github.gdxagents.agent.Simulation#reset(long, SimulationSettings)} was given, unmodifiable; empty if the
     *     episode has those that the instance was made with
     */
    public Map<String, Double> settings() {
        return settings;
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
        return Arrays.copyOf(decisions, size);
    }

    /**
     * How much the decisions take in a file.
     *
     * @return bytes
     */
    public int size() {
        return size;
    }

    /** The decisions themselves, of which the first {@link #size} count; nobody may change them. */
    byte[] bytes() {
        return decisions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedEpisode
                && seed == ((RecordedEpisode) other).seed
                && settings.equals(((RecordedEpisode) other).settings)
                && steps == ((RecordedEpisode) other).steps
                && hash == ((RecordedEpisode) other).hash
                && size == ((RecordedEpisode) other).size
                && Arrays.equals(decisions(), ((RecordedEpisode) other).decisions());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seed) * 31 + Long.hashCode(hash);
    }

    @Override
    public String toString() {
        return "episode of seed " + seed + (settings.isEmpty() ? "" : " with " + settings) + ", " + steps
                + " physics steps";
    }
}

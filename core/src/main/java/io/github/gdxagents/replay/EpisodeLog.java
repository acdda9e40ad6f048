package io.github.gdxagents.replay;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.Arrays;

/**
 * Writes down the decisions of a running episode.
 *
 * <p>Thread safety: none. Allocates only when an episode is longer than all before it, or the one before was looked at.
 */
final class EpisodeLog {
    private static final int FIRST_CAPACITY = 256;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8; // some virtual machines need the rest for a header
    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L; // odd, and its bits are well mixed

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;
    private long hash;
    /** Whether a recorded episode has this very array: what is written stays, more may follow. */
    private boolean isShared;

    void clear() {
        if (isShared) {
            bytes = new byte[bytes.length];
            isShared = false;
        }
        length = 0;
        hash = 0;
    }

    /** Adds to a hash; the result depends on the order. */
    static long hash(long hash, long value) {
        long product = (hash ^ value) * HASH_FACTOR;
        return product ^ product >>> 32;
    }

    void add(int agent, long observation, Actions actions) {
        hash = hash(hash, observation);
        require(5 + 1 + 4 * actions.spec().continuousSize() + actions.spec().branchCount());
        addIndex(agent);
        bytes[length++] = check();
        for (int i = 0; i < actions.spec().continuousSize(); i++) {
            addFloat(actions.continuous(i));
        }
        for (int b = 0; b < actions.spec().branchCount(); b++) {
            bytes[length++] = (byte) actions.discrete(b); // there are at most 256 choices
        }
    }

    /** Bytes of the decisions so far. */
    int size() {
        return length;
    }

    /** A byte of all that was observed so far. */
    byte check() {
        return (byte) (hash >>> 56);
    }

    long hash() {
        return hash;
    }

    private void addIndex(int index) {
        int rest = index;
        while (rest > 0x7f) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void addFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[length++] = (byte) (bits >>> shift);
        }
    }

    private void require(int more) {
        long needed = (long) length + more;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity(needed, bytes.length));
            isShared = false;
        }
    }

    /**
     * How long the next array is: twice the last, as far as there are such arrays.
     *
     * @throws IllegalStateException if there are none that long
     */
    static int capacity(long needed, int last) {
        if (needed > LARGEST_ARRAY) {
            throw new IllegalStateException("recording an episode: its decisions take " + needed
                    + " bytes, more than an array can have (" + LARGEST_ARRAY
                    + "); give the game's agents a step limit, or end its episodes");
        }
        return (int) Math.max(needed, Math.min(2L * last, LARGEST_ARRAY));
    }

    /** The episode up to now. It costs as little as it is long: nothing is copied, since what was written never changes. */
    RecordedEpisode episode(long seed, SimulationSettings settings, long steps) {
        isShared = true;
        return RecordedEpisode.keeping(bytes, length, seed, settings, steps, hash);
    }
}

package io.github.gdxagents.agent;

import com.badlogic.gdx.math.Vector2;

/**
 * Takes the values of one observation, in the order of the {@link ObservationSpec}.
 *
 * <p>It counts what is written: {@link #finish} complains of too few values, and {@code add} of too many, so that a forgotten value
 * never shifts the others unseen.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class ObservationWriter {
    private final ObservationSpec spec;
    private float[] target;
    private int written;

    /**
     * Makes a writer for observations of one specification.
     *
     * @param spec the names of the values
     */
    public ObservationWriter(ObservationSpec spec) {
        this.spec = spec;
    }

    /**
     * Starts an observation.
     *
     * @param target {@code [obs]}, overwritten by the following {@code add}s; kept until the next call
     * @return this
     * @throws IllegalArgumentException if the array's length is not the specification's
     */
    public ObservationWriter begin(float[] target) {
        if (target.length != spec.size()) {
            throw new IllegalArgumentException("observation: the target has room for " + target.length + " values, but "
                    + spec.size() + " are observed");
        }
        this.target = target;
        written = 0;
        return this;
    }

    /**
     * Writes the next value.
     *
     * @param value any finite value; around [-1, 1] is easiest to learn from
     * @return this
     * @throws IllegalStateException if all values were written already
     */
    public ObservationWriter add(float value) {
        if (written == spec.size()) {
            throw new IllegalStateException("observation: more values were written than the " + spec.size()
                    + " that the specification names; the last is '"
                    + spec.names().get(written - 1) + "'");
        }
        target[written++] = value;
        return this;
    }

    /**
     * Writes 1 for true and 0 for false.
     *
     * @param value the flag
     * @return this
     * @throws IllegalStateException if all values were written already
     */
    public ObservationWriter add(boolean value) {
        return add(value ? 1f : 0f);
    }

    /**
     * Writes x, then y.
     *
     * @param value any finite vector
     * @return this
     * @throws IllegalStateException if fewer than two values are left
     */
    public ObservationWriter add(Vector2 value) {
        return add(value.x).add(value.y);
    }

    /**
     * How many values were written since {@link #begin}.
     *
     * @return 0 to the specification's size
     */
    public int written() {
        return written;
    }

    /**
     * A value of this observation, for whoever looks on.
     *
     * @param index below {@link #written}
     * @return as it was added
     * @throws IndexOutOfBoundsException if it was not written yet
     */
    public float get(int index) {
        if (index < 0 || index >= written) {
            throw new IndexOutOfBoundsException(
                    "observation: value " + index + " was asked for, but " + written + " were written");
        }
        return target[index];
    }

    /**
     * Ends the observation.
     *
     * @throws IllegalStateException if values are missing
     */
    public void finish() {
        if (written != spec.size()) {
            throw new IllegalStateException("observation: only " + written + " of " + spec.size()
                    + " values were written; the first that is missing is '"
                    + spec.names().get(written) + "'");
        }
    }
}

package io.github.gdxagents.agent;

import java.util.Arrays;
import java.util.List;

/**
 * A few values with names that were declared before, such as the parts of a reward.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class NamedValues {
    private final List<String> names;
    private final float[] values;

    /**
     * Makes values that are all 0.
     *
     * @param names each once, kept
     */
    public NamedValues(List<String> names) {
        this.names = names;
        values = new float[names.size()];
    }

    /**
     * The names.
     *
     * @return in declared order
     */
    public List<String> names() {
        return names;
    }

    /**
     * How many there are.
     *
     * @return 0 or more
     */
    public int size() {
        return values.length;
    }

    /** Makes all values 0. */
    public void clear() {
        Arrays.fill(values, 0);
    }

    /**
     * Sets a value.
     *
     * @param name as declared
     * @param value any number
     * @return this
     * @throws IllegalArgumentException if there is no such name
     */
    public NamedValues set(String name, float value) {
        for (int i = 0; i < values.length; i++) {
            if (names.get(i).equals(name)) {
                values[i] = value;
                return this;
            }
        }
        throw new IllegalArgumentException("there is no value '" + name + "', but " + names
                + "; name it in the behavior's rewardTerms or statistics");
    }

    /**
     * Sets a value.
     *
     * @param index position of its name
     * @param value any number
     */
    public void set(int index, float value) {
        values[index] = value;
    }

    /**
     * A value.
     *
     * @param index position of its name
     * @return as it was set, or 0
     */
    public float get(int index) {
        return values[index];
    }
}

package io.github.gdxagents.desktop.session;

/**
 * The last values of a series, for a graph.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class Trace {
    private final float[] values;
    private int next;
    private int size;

    /**
     * Makes an empty trace.
     *
     * @param capacity how many values it keeps, at least 1
     */
    public Trace(int capacity) {
        values = new float[capacity];
    }

    /**
     * Adds a value; the oldest gives way when it is full.
     *
     * @param value any
     */
    public void add(float value) {
        values[next] = value;
        next = (next + 1) % values.length;
        size = Math.min(size + 1, values.length);
    }

    /** Forgets everything. */
    public void clear() {
        next = 0;
        size = 0;
    }

    /**
     * How many values there are.
     *
     * @return 0 to the capacity
     */
    public int size() {
        return size;
    }

    /**
     * How many values it can keep.
     *
     * @return at least 1
     */
    public int capacity() {
        return values.length;
    }

    /**
     * A value.
     *
     * @param index 0 is the oldest
     * @return the value
     */
    public float get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "trace: it has " + size + " values, but number " + index + " was asked for");
        }
        return values[(next - size + index + values.length) % values.length];
    }
}

package io.github.gdxagents.agent;

import java.util.Arrays;

/**
 * Takes the values of one observation, in the order of the {@link ObservationSpec}.
 *
 * <p>It counts what is written: {@link #finish} complains of too few values, and {@code add} of too many, so that a forgotten value
 * never shifts the others unseen. {@link #vector}, {@link #grid} and {@link #set} begin a group: they check that it is the one that
 * comes next. A set must be begun so, with the number of its entries; the others may be.
 *
 * <pre>{@code
 * out.add(speed);
 * out.grid("map");
 * for (Cell cell : cells) { // row after row
 *     out.add(cell.isWall()).add(cell.food()); // its channels
 * }
 * out.set("enemies", enemies.size);
 * for (Enemy enemy : enemies) {
 *     out.add(enemy.position); // its features; absent entries become zeros
 * }
 * }</pre>
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class ObservationWriter {
    private static final int NOWHERE = -1;

    private final ObservationSpec spec;
    private final ObservationGroup[] groups;
    private float[] target;
    private int written;
    private int next; // the group that is begun next, or one before it
    private int limit; // where add must stop: the next set, or the end
    private int presentEnd; // of the entries of the set that was begun, or nowhere

    /**
     * Makes a writer for observations of one specification.
     *
     * @param spec the names of the values
     */
    public ObservationWriter(ObservationSpec spec) {
        this.spec = spec;
        groups = spec.groups().toArray(new ObservationGroup[0]);
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
        next = 0;
        presentEnd = NOWHERE;
        findLimit();
        return this;
    }

    /**
     * Writes the next value.
     *
     * @param value any finite value; around [-1, 1] is easiest to learn from
     * @return this
     * @throws IllegalStateException if all values were written already, or a set comes next
     */
    public ObservationWriter add(float value) {
        if (written == limit) {
            throw atLimit();
        }
        target[written++] = value;
        if (written == presentEnd) {
            skipAbsent();
        }
        return this;
    }

    private IllegalStateException atLimit() {
        for (ObservationGroup group : groups) {
            if (group.offset() == written) {
                String set = "set(\"" + group.name() + "\", count)";
                return new IllegalStateException("observation group '" + group.name()
                        + "': it is a set, but a value was added before it was begun; call " + set
                        + ", then add the features of each entry");
            }
        }
        return new IllegalStateException("observation: more values were written than the " + spec.size()
                + " that the specification names; the last is '"
                + spec.names().get(written - 1) + "'");
    }

    /**
     * Begins a vector; its values are added next.
     *
     * @param name of the group that comes next
     * @return this
     * @throws IllegalStateException if another group comes next, or values are missing before it
     */
    public ObservationWriter vector(String name) {
        beginGroup(name, ObservationGroup.Kind.VECTOR);
        return this;
    }

    /**
     * Begins a grid; its cells are added next, row after row, of each cell all channels.
     *
     * @param name of the group that comes next
     * @return this
     * @throws IllegalStateException if another group comes next, or values are missing before it
     */
    public ObservationWriter grid(String name) {
        beginGroup(name, ObservationGroup.Kind.GRID);
        return this;
    }

    /**
     * Begins a set: writes its count. The entries that are present are added next, of each all features; those that are absent become
     * zeros by themselves.
     *
     * @param name of the group that comes next
     * @param count how many entries are present, from 0 to the most that the set may have
     * @return this
     * @throws IllegalStateException if another group comes next, or values are missing before it
     * @throws IllegalArgumentException if there are more entries than the set may have
     */
    public ObservationWriter set(String name, int count) {
        ObservationGroup group = beginGroup(name, ObservationGroup.Kind.SET);
        if (count < 0 || count > group.most()) {
            throw new IllegalArgumentException("observation group '" + name + "': it is a set of 0 to " + group.most()
                    + " entries, but was given " + count + "; show the nearest, or make the set larger");
        }
        target[written++] = count;
        presentEnd = group.endOfEntries(count);
        Arrays.fill(target, presentEnd, group.endOfEntries(group.most()), 0f);
        next++;
        findLimit();
        if (written == presentEnd) {
            skipAbsent();
        }
        return this;
    }

    private void skipAbsent() {
        ObservationGroup set = groups[next - 1];
        written = set.endOfEntries(set.most());
        presentEnd = NOWHERE;
    }

    private void findLimit() {
        for (int i = next; i < groups.length; i++) {
            if (groups[i].kind() == ObservationGroup.Kind.SET) {
                limit = groups[i].offset();
                return;
            }
        }
        limit = spec.size();
    }

    private ObservationGroup beginGroup(String name, ObservationGroup.Kind kind) {
        while (next < groups.length && groups[next].offset() < written) {
            next++;
        }
        if (next < groups.length) {
            ObservationGroup group = groups[next];
            if (group.offset() == written
                    && group.kind() == kind
                    && group.name().equals(name)) {
                return group;
            }
        }
        throw misplaced(name, kind);
    }

    private IllegalStateException misplaced(String name, ObservationGroup.Kind kind) {
        ObservationGroup group = find(name);
        if (group == null) {
            return new IllegalStateException("observation group '" + name + "': there is none of this name in " + spec);
        }
        String place = "observation group '" + name + "': ";
        if (group.kind() != kind) {
            return new IllegalStateException(
                    place + "it is a " + group.describe() + ", but was begun as a " + kind + "; call " + group.kind()
                            + "(\"" + name + "\"" + (group.kind() == ObservationGroup.Kind.SET ? ", count)" : ")"));
        }
        return new IllegalStateException(place + "it begins after " + group.offset() + " values, but " + written
                + " were written; "
                + (written < group.offset()
                        ? "the first that is missing is '" + spec.names().get(written) + "'"
                        : "write the groups in their order, each once, with as many values as they have"));
    }

    private ObservationGroup find(String name) {
        for (ObservationGroup group : groups) {
            if (group.name().equals(name)) {
                return group;
            }
        }
        return null;
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
     * Writes two values, such as the x and y of a vector.
     *
     * @param x any finite number
     * @param y any finite number
     * @return this
     * @throws IllegalStateException if fewer than two values are left
     */
    public ObservationWriter add(float x, float y) {
        return add(x).add(y);
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

    /** Makes every value that was not written yet 0, whatever group comes next: for whoever goes on although an agent's observe failed. */
    public void fillMissing() {
        Arrays.fill(target, written, target.length, 0f);
        written = target.length;
        next = groups.length;
        limit = target.length;
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

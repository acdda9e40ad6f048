package io.github.gdxagents.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Observed values that belong together, and how: as a vector, as a grid of cells, or as a set of entries of which some may be absent.
 *
 * <p>Its values stand next to each other in the observation, from {@link #offset} on, row-major, and have names of their own:
 *
 * <table>
 * <caption>Kinds</caption>
 * <tr><th>kind</th><th>shape</th><th>values in order</th></tr>
 * <tr><td>vector</td><td>{@code [size]}</td><td>{@code self.x}, {@code self.y}; without the prefix if the group has no name</td></tr>
 * <tr><td>grid</td><td>{@code [rows, columns, channels]}</td><td>{@code map[0,0].wall}, {@code map[0,0].food}, {@code map[0,1].wall} and
 * so on</td></tr>
 * <tr><td>set</td><td>{@code [most, features]}</td><td>{@code enemies.count}, {@code enemies[0].x}, {@code enemies[0].y},
 * {@code enemies[1].x} and so on; the count comes first, and entries from it on are absent: all zeros</td></tr>
 * </table>
 */
public final class ObservationGroup {
    /** How the values of a group belong together. */
    public enum Kind {
        /** In no way but their name. */
        VECTOR,
        /** As cells next to each other, each with the same channels. */
        GRID,
        /** As entries of which order means nothing, each with the same features. */
        SET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String name;
    private final Kind kind;
    private final int[] shape;
    private final List<String> features;
    private final int offset;

    private ObservationGroup(String name, Kind kind, List<String> features, int offset, int... shape) {
        this.name = name;
        this.kind = kind;
        this.shape = shape;
        this.features = Collections.unmodifiableList(new ArrayList<String>(features));
        this.offset = offset;
    }

    static ObservationGroup vector(String name, List<String> values, int offset) {
        return new ObservationGroup(name, Kind.VECTOR, values, offset, values.size());
    }

    static ObservationGroup grid(String name, int rows, int columns, List<String> channels, int offset) {
        return new ObservationGroup(name, Kind.GRID, channels, offset, rows, columns, channels.size());
    }

    static ObservationGroup set(String name, int most, List<String> features, int offset) {
        return new ObservationGroup(name, Kind.SET, features, offset, most, features.size());
    }

    /**
     * The group's name.
     *
     * @return unique within an observation; empty for plain values, which are a vector
     */
    public String name() {
        return name;
    }

    /**
     * How the values belong together.
     *
     * @return never null
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The sizes of the group.
     *
     * @return {@code [size]}, {@code [rows, columns, channels]} or {@code [most, features]}, each at least 1; a copy
     */
    public int[] shape() {
        return shape.clone();
    }

    /**
     * The names of a vector's values, of each cell's channels, or of each entry's features.
     *
     * @return unmodifiable, unique
     */
    public List<String> features() {
        return features;
    }

    /**
     * Where the first value stands in the observation.
     *
     * @return its index
     */
    public int offset() {
        return offset;
    }

    /**
     * How many values the group has.
     *
     * @return the product of the shape; one more for a set, its count
     */
    public int size() {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        return kind == Kind.SET ? 1 + size : size;
    }

    /** Where the value after the first so many entries of a set stands. */
    int endOfEntries(int count) {
        return offset + 1 + count * features.size();
    }

    /** Most entries of a set. */
    int most() {
        return shape[0];
    }

    /** Adds the names of all values in order. */
    void addNamesTo(List<String> names) {
        if (name.isEmpty()) {
            names.addAll(features);
            return;
        }
        StringBuilder text = new StringBuilder(); // one for all: a grid has many names
        if (kind == Kind.SET) {
            names.add(name + ".count");
        }
        int parts = kind == Kind.VECTOR ? 1 : kind == Kind.GRID ? shape[0] * shape[1] : shape[0];
        for (int part = 0; part < parts; part++) {
            text.setLength(0);
            appendPart(text, part);
            int length = text.length();
            for (int f = 0; f < features.size(); f++) {
                text.setLength(length);
                names.add(text.append('.').append(features.get(f)).toString());
            }
        }
    }

    private void appendPart(StringBuilder text, int part) {
        text.append(name);
        if (kind == Kind.GRID) {
            text.append('[')
                    .append(part / shape[1])
                    .append(',')
                    .append(part % shape[1])
                    .append(']');
        } else if (kind == Kind.SET) {
            text.append('[').append(part).append(']');
        }
    }

    /** The longest name of a value with this feature. */
    String longestName(String feature) {
        StringBuilder text = new StringBuilder();
        appendPart(text, kind == Kind.GRID ? shape[0] * shape[1] - 1 : shape[0] - 1);
        return text.append('.').append(feature).toString();
    }

    /**
     * Kind and shape, for messages.
     *
     * @return for example {@code grid [8, 8, 3]}
     */
    public String describe() {
        return kind + " " + Arrays.toString(shape);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ObservationGroup)) {
            return false;
        }
        ObservationGroup that = (ObservationGroup) other;
        return name.equals(that.name)
                && kind == that.kind
                && Arrays.equals(shape, that.shape)
                && features.equals(that.features)
                && offset == that.offset;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Arrays.hashCode(shape)) + features.hashCode();
    }

    /**
     * What the group observes, for people.
     *
     * @return for example {@code x, y} if it has no name, {@code self [x, y]}, {@code map 8 x 8 [wall, food]}, {@code enemies up to 5 [x,
     *     y]}
     */
    @Override
    public String toString() {
        String list = features.toString();
        if (name.isEmpty()) {
            return list.substring(1, list.length() - 1);
        }
        String sizes =
                kind == Kind.GRID ? shape[0] + " x " + shape[1] + " " : kind == Kind.SET ? "up to " + most() + " " : "";
        return name + " " + sizes + list;
    }
}

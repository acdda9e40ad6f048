package io.github.gdxagents.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The names of the values that an agent observes, in order, and the groups that they form.
 *
 * <p>Names travel with a policy, so that one that doesn't fit a game can say which values differ. Most games add plain values;
 * {@code add("ray", 3)} gives {@code ray.0}, {@code ray.1} and {@code ray.2}. What has a shape is a group of its own:
 *
 * <pre>{@code
 * ObservationSpec.builder()
 *         .add("speed") // plain values
 *         .grid("map", 8, 8, "wall", "food") // map[0,0].wall, map[0,0].food, map[0,1].wall, ...
 *         .set("enemies", 5, "x", "y") // enemies.count, enemies[0].x, enemies[0].y, enemies[1].x, ...
 *         .build();
 * }</pre>
 *
 * <p>{@link ObservationGroup} says how the values of each kind stand in the observation. Plain values next to each other are one group
 * without a name.
 */
public final class ObservationSpec {
    /** Most values of an observation. */
    public static final int MAX_SIZE = 1 << 16;

    /** Most groups of an observation; plain values next to each other are one. */
    public static final int MAX_GROUPS = 1 << 8;

    private final List<ObservationGroup> groups;
    private final List<String> names;

    private ObservationSpec(List<ObservationGroup> groups, int size) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "observation: an agent must observe at least one value, but none was added");
        }
        if (groups.size() > MAX_GROUPS) {
            throw new IllegalArgumentException("observation: it may have at most " + MAX_GROUPS + " groups, but has "
                    + groups.size() + "; let a grid or a set take what is alike together");
        }
        List<String> all = new ArrayList<String>(size);
        for (ObservationGroup group : groups) {
            group.addNamesTo(all);
        }
        Names.unique("observation", all);
        this.groups = Collections.unmodifiableList(groups);
        names = Collections.unmodifiableList(all);
    }

    /**
     * Makes a specification of the given names.
     *
     * @param names one for each value, unique, in the order in which they are observed
     * @return the specification
     * @throws IllegalArgumentException if there is none, or one is not printable or not unique
     */
    public static ObservationSpec of(String... names) {
        Builder builder = builder();
        for (String name : names) {
            builder.add(name);
        }
        return builder.build();
    }

    /**
     * Starts a specification.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The names in order.
     *
     * @return unmodifiable
     */
    public List<String> names() {
        return names;
    }

    /**
     * The groups in order, without gaps.
     *
     * @return unmodifiable, at least one
     */
    public List<ObservationGroup> groups() {
        return groups;
    }

    /**
     * How many values an observation has.
     *
     * @return at least 1
     */
    public int size() {
        return names.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObservationSpec && groups.equals(((ObservationSpec) other).groups);
    }

    @Override
    public int hashCode() {
        return groups.hashCode();
    }

    @Override
    public String toString() {
        return "observation" + groups;
    }

    /** Collects names and groups in order. Thread safety: none. */
    public static final class Builder {
        private final List<ObservationGroup> groups = new ArrayList<ObservationGroup>();
        private final List<String> plain = new ArrayList<String>(); // after the last group
        private int size;

        private Builder() {}

        /**
         * Adds one plain value.
         *
         * @param name its unique name
         * @return this
         * @throws IllegalArgumentException if the name is empty, too long or not printable, or there are too many values
         */
        public Builder add(String name) {
            Names.valid("observation", name);
            requireRoom("value", name, 1);
            plain.add(name);
            size++;
            return this;
        }

        /**
         * Adds plain values, named {@code name.0}, {@code name.1} and so on.
         *
         * @param name what their names begin with
         * @param count how many values, at least 1
         * @return this
         * @throws IllegalArgumentException if the count is below 1, the name invalid, or there are too many values
         */
        public Builder add(String name, int count) {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "observation: the group '" + name + "' must have at least 1 value, but has " + count);
            }
            for (int i = 0; i < count; i++) {
                add(name + "." + i);
            }
            return this;
        }

        /**
         * Adds a group of values, named {@code name.value}.
         *
         * @param name the group's unique name
         * @param values their names, at least one, unique in the group
         * @return this
         * @throws IllegalArgumentException if a name is invalid or used twice, or there are too many values
         */
        public Builder vector(String name, String... values) {
            requireNames(name, "values", values);
            return close(ObservationGroup.vector(name, Arrays.asList(values), size), values.length);
        }

        /**
         * Adds a grid of cells, named {@code name[row,column].channel}.
         *
         * @param name the group's unique name
         * @param rows at least 1
         * @param columns at least 1
         * @param channels the names of what is seen of each cell, at least one, unique in the group
         * @return this
         * @throws IllegalArgumentException if a size is below 1, a name is invalid or used twice, or there are too many values
         */
        public Builder grid(String name, int rows, int columns, String... channels) {
            requireNames(name, "channels", channels);
            requireSize(name, "rows", rows);
            requireSize(name, "columns", columns);
            long cells = (long) rows * columns;
            long values = cells > Integer.MAX_VALUE ? cells : cells * channels.length; // three might overflow
            return close(ObservationGroup.grid(name, rows, columns, Arrays.asList(channels), size), values);
        }

        /**
         * Adds a set of entries, of which some may be absent: {@code name.count}, then {@code name[entry].feature}.
         *
         * @param name the group's unique name
         * @param most how many entries there may be, at least 1
         * @param features the names of what is seen of each entry, at least one, unique in the group
         * @return this
         * @throws IllegalArgumentException if the size is below 1, a name is invalid or used twice, or there are too many values
         */
        public Builder set(String name, int most, String... features) {
            requireNames(name, "features", features);
            requireSize(name, "entries", most);
            long values = 1 + (long) most * features.length;
            return close(ObservationGroup.set(name, most, Arrays.asList(features), size), values);
        }

        private void requireNames(String name, String what, String[] features) {
            Names.valid("observation group", name);
            for (ObservationGroup other : groups) {
                if (other.name().equals(name)) {
                    throw new IllegalArgumentException(
                            "observation: the group name '" + name + "' is used twice; every name must be unique");
                }
            }
            String place = what + " of " + group(name);
            if (features.length == 0) {
                throw new IllegalArgumentException(place + ": there must be at least 1, but there are none");
            }
            for (String feature : features) {
                Names.valid(place, feature);
            }
            Names.unique(place, Arrays.asList(features));
        }

        private static void requireSize(String name, String what, int count) {
            if (count < 1) {
                throw new IllegalArgumentException(
                        group(name) + ": it must have at least 1 of " + what + ", but has " + count);
            }
        }

        private static String group(String name) {
            return "observation group '" + name + "'";
        }

        private void requireRoom(String what, String name, long values) {
            if (size + values > MAX_SIZE) {
                throw new IllegalArgumentException("observation: it may have at most " + MAX_SIZE
                        + " values, but with the " + what + " '" + name + "' it has " + (size + values));
            }
        }

        private Builder close(ObservationGroup group, long values) {
            requireRoom("group", group.name(), values);
            for (String feature : group.features()) {
                Names.valid("observation", group.longestName(feature));
            }
            if (!plain.isEmpty()) {
                groups.add(plainGroup());
                plain.clear();
            }
            groups.add(group);
            size += group.size();
            return this;
        }

        private ObservationGroup plainGroup() {
            return ObservationGroup.vector("", plain, size - plain.size());
        }

        /**
         * How many values were added so far.
         *
         * @return 0 or more
         */
        public int size() {
            return size;
        }

        /**
         * Makes the specification.
         *
         * @return the specification
         * @throws IllegalArgumentException if no value was added, a name is used twice, or there are too many groups
         */
        public ObservationSpec build() {
            List<ObservationGroup> all = new ArrayList<ObservationGroup>(groups);
            if (!plain.isEmpty()) {
                all.add(plainGroup());
            }
            return new ObservationSpec(all, size);
        }
    }
}

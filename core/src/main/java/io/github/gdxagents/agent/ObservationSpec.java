package io.github.gdxagents.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The names of the values that an agent observes, in order.
 *
 * <p>Names travel with a policy, so that one that doesn't fit a game can say which values differ. A group of values shares a prefix:
 * {@code add("ray", 3)} gives {@code ray.0}, {@code ray.1} and {@code ray.2}.
 *
 * <p>Thread safety: immutable.
 */
public final class ObservationSpec {
    private final List<String> names;

    private ObservationSpec(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "observation: an agent must observe at least one value, but none was added");
        }
        Names.unique("observation", names);
        this.names = Collections.unmodifiableList(new ArrayList<String>(names));
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
     * How many values an observation has.
     *
     * @return at least 1
     */
    public int size() {
        return names.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObservationSpec && names.equals(((ObservationSpec) other).names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return "observation" + names;
    }

    /** Collects names in order. Thread safety: none. */
    public static final class Builder {
        private final List<String> names = new ArrayList<String>();

        private Builder() {}

        /**
         * Adds one value.
         *
         * @param name its unique name
         * @return this
         * @throws IllegalArgumentException if the name is empty, too long or not printable
         */
        public Builder add(String name) {
            names.add(Names.valid("observation", name));
            return this;
        }

        /**
         * Adds a group of values, named {@code name.0}, {@code name.1} and so on.
         *
         * @param name the group's name
         * @param count how many values, at least 1
         * @return this
         * @throws IllegalArgumentException if the count is below 1 or the name invalid
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
         * Makes the specification.
         *
         * @return the specification
         * @throws IllegalArgumentException if no value was added or a name is used twice
         */
        public ObservationSpec build() {
            return new ObservationSpec(names);
        }
    }
}

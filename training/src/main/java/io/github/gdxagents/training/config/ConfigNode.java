package io.github.gdxagents.training.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A value of a configuration, before it has a type. Thread safety: immutable. */
sealed interface ConfigNode {
    /** Where it was written. */
    Place place();

    /**
     * A single value.
     *
     * @param text without quotes, or null if there is no value
     * @param place where it was written
     */
    record Scalar(String text, Place place) implements ConfigNode {
        @Override
        public String toString() {
            return text == null ? "empty" : "'" + text + "'";
        }
    }

    /**
     * A list.
     *
     * @param items in order
     * @param place where it was written
     */
    record Sequence(List<ConfigNode> items, Place place) implements ConfigNode {
        @Override
        public String toString() {
            return "a list";
        }
    }

    /**
     * A group of keys.
     *
     * @param entries in order
     * @param place where it was written
     */
    record Mapping(Map<String, ConfigNode> entries, Place place) implements ConfigNode {
        private static final Set<String> LINE = Set.of("start", "end");
        private static final String OBJECTIVE = "objective";
        private static final String NAME = "name";

        @Override
        public String toString() {
            return "a group of keys";
        }

        /** This group with the values of another on top; groups within groups are merged likewise. */
        Mapping with(Mapping above) {
            Map<String, ConfigNode> merged = new LinkedHashMap<>(entries);
            above.entries.forEach((key, node) ->
                    merged.merge(key, node, key.equals(OBJECTIVE) ? Mapping::mergeObjective : Mapping::merge));
            return new Mapping(merged, above.place);
        }

        private static ConfigNode merge(ConfigNode below, ConfigNode above) {
            if (!(above instanceof Mapping group)) {
                boolean isEmptyGroup =
                        below instanceof Mapping && above instanceof Scalar scalar && scalar.text() == null;
                return isEmptyGroup ? below : above;
            }
            boolean isLine = LINE.containsAll(group.entries.keySet());
            if (below instanceof Mapping groupBelow) {
                boolean isOtherSchedule = group.hasSteps() || groupBelow.hasSteps();
                return isOtherSchedule ? above : groupBelow.with(group);
            }
            // only one end of a schedule is given: the other stays what the constant was
            return below instanceof Scalar && isLine
                    ? new Mapping(Map.of("start", below, "end", below), below.place()).with(group)
                    : above;
        }

        /** Whether it is a schedule that gives values at steps. */
        boolean hasSteps() {
            return !entries.isEmpty()
                    && entries.keySet().stream().allMatch(key -> !key.isEmpty() && Character.isDigit(key.charAt(0)));
        }

        /** An objective of another name has other options: those of the one below are dropped. */
        private static ConfigNode mergeObjective(ConfigNode below, ConfigNode above) {
            if (!(above instanceof Mapping group)) {
                return above;
            }
            Mapping named =
                    below instanceof Mapping already ? already : new Mapping(Map.of(NAME, below), below.place());
            ConfigNode name = group.entries.get(NAME);
            boolean isOther = name instanceof Scalar other
                    && named.entries.get(NAME) instanceof Scalar before
                    && !Objects.equals(other.text(), before.text());
            return isOther ? above : named.with(group);
        }

        /** Where the value of a dotted key was written, or the innermost group around it. */
        Place placeOf(String dottedKey) {
            Place place = place();
            ConfigNode node = this;
            for (String part : dottedKey.split("\\.")) {
                if (!(node instanceof Mapping group) || !group.entries.containsKey(part)) {
                    return place;
                }
                node = group.entries.get(part);
                place = node.place();
            }
            return place;
        }
    }
}

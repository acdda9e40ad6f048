package io.github.gdxagents.training.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value of a configuration, before it has a type. Thread safety: immutable. */
sealed interface ConfigNode {
    /** Where it was written. */
    Place place();

    /** Whether nothing was written where a value could be. */
    default boolean isEmpty() {
        return this instanceof Scalar scalar && scalar.text() == null;
    }

    /**
     * A single value.
     *
     * @param text without quotes, or null if there is no value
     * @param place where it was written
     */
    record Scalar(String text, Place place) implements ConfigNode {
        private static final int LONGEST_SHOWN = 100;

        /** For messages: on one line, and not much longer than one. */
        @Override
        public String toString() {
            if (text == null) {
                return "empty";
            }
            String line = text.replaceAll("\\p{Cntrl}", " ");
            return line.length() <= LONGEST_SHOWN ? "'" + line + "'" : "'" + line.substring(0, LONGEST_SHOWN) + "…'";
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
        private static final String SETTINGS = "settings";

        @Override
        public String toString() {
            return "a group of keys";
        }

        /** This group with the values of another on top; groups within groups are merged likewise. */
        Mapping with(Mapping above) {
            Map<String, ConfigNode> merged = new LinkedHashMap<>(entries);
            above.entries.forEach((key, node) ->
                    merged.merge(key, node, key.equals(SETTINGS) ? Mapping::mergeSettings : Mapping::merge));
            return new Mapping(merged, above.place);
        }

        /** Whatever a game calls its settings, they are no schedule. */
        private static ConfigNode mergeSettings(ConfigNode below, ConfigNode above) {
            if (below instanceof Mapping settings && above instanceof Mapping changed) {
                return settings.with(changed);
            }
            return above.isEmpty() ? below : above;
        }

        private static ConfigNode merge(ConfigNode below, ConfigNode above) {
            if (below instanceof Mapping group) {
                return above instanceof Mapping changed
                        ? group.mergeGroup(changed)
                        : above.isEmpty() && !group.isSchedule() ? below : above;
            }
            // only one end of a schedule is given: the other stays what the constant was
            return below instanceof Scalar && above instanceof Mapping line && line.isLine()
                    ? new Mapping(Map.of("start", below, "end", below), below.place()).with(line)
                    : above;
        }

        private Mapping mergeGroup(Mapping above) {
            boolean isOtherSchedule = hasSteps() || isLine() && above.hasSteps();
            return isOtherSchedule ? above : with(above);
        }

        private boolean isSchedule() {
            return isLine() || hasSteps();
        }

        private boolean isLine() {
            return !entries.isEmpty() && LINE.containsAll(entries.keySet());
        }

        private boolean hasSteps() {
            return !entries.isEmpty() && entries.keySet().stream().allMatch(Mapping::isStep);
        }

        /** Whether a key looks like one of a schedule that gives values at steps. */
        static boolean isStep(String key) {
            return !key.isEmpty() && Character.isDigit(key.charAt(0));
        }

        /** Where the value of a dotted key was written, or the innermost group around it. */
        Place placeOf(String dottedKey) {
            Place place = place();
            ConfigNode node = this;
            for (String part : ConfigKeys.split(dottedKey)) {
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

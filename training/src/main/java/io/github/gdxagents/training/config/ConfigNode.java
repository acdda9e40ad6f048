package io.github.gdxagents.training.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value of a configuration, before it has a type. */
sealed interface ConfigNode {
    /** Of a text in a message, in characters. */
    int LONGEST_SHOWN = 100;

    /** Where it was written, for messages: a file and line, or an option of the command line. */
    String place();

    /** A single value without quotes, or null if there is no value or it is none. */
    default String text() {
        return null;
    }

    /** What a group has for a key, or a list for a position from 1; null if there is none. */
    default ConfigNode get(String key) {
        return null;
    }

    /** Whether nothing was written where a value could be. */
    default boolean isEmpty() {
        return this instanceof Scalar && text() == null;
    }

    /** Text in a message: on one line, and not much longer than one. */
    static String quote(String text) {
        return "'" + shorten(text, LONGEST_SHOWN) + "'";
    }

    /** The same without quotes. */
    static String shorten(String text, int longest) {
        boolean isLong = text.length() > longest;
        return (isLong ? text.substring(0, longest) : text).replaceAll("\\p{Cntrl}", " ") + (isLong ? "…" : "");
    }

    record Scalar(String text, String place) implements ConfigNode {
        @Override
        public String toString() {
            return text == null ? "empty" : quote(text);
        }
    }

    record Sequence(List<ConfigNode> items, String place) implements ConfigNode {
        @Override
        public ConfigNode get(String key) {
            Object position = ScalarValues.parse(int.class, key);
            return position instanceof Integer from1 && from1 >= 1 && from1 <= items.size()
                    ? items.get(from1 - 1)
                    : null;
        }

        @Override
        public String toString() {
            return "a list";
        }
    }

    /** A group of keys, in the order in which they were written. */
    record Mapping(Map<String, ConfigNode> entries, String place) implements ConfigNode {
        private static final Set<String> LINE = Set.of("start", "end");

        @Override
        public ConfigNode get(String key) {
            return entries.get(key);
        }

        @Override
        public String toString() {
            return "a group of keys";
        }

        /** This group with the values of another on top; groups within groups are merged likewise. */
        Mapping with(Mapping above) {
            Map<String, ConfigNode> merged = new LinkedHashMap<>(entries);
            above.entries.forEach((key, node) ->
                    merged.merge(key, node, key.equals("settings") ? Mapping::mergeSettings : Mapping::merge));
            return new Mapping(merged, above.place);
        }

        /** This group with another value of one key. */
        Mapping replace(String key, ConfigNode node) {
            Map<String, ConfigNode> replaced = new LinkedHashMap<>(entries);
            replaced.put(key, node);
            return new Mapping(replaced, place);
        }

        /** Whatever a game calls its settings, they are no schedule; and a range is replaced as a whole. */
        private static ConfigNode mergeSettings(ConfigNode below, ConfigNode above) {
            if (below instanceof Mapping settings && above instanceof Mapping changed) {
                Map<String, ConfigNode> merged = new LinkedHashMap<>(settings.entries);
                changed.entries.forEach((name, value) -> merged.merge(name, value, Mapping::unlessEmpty));
                return new Mapping(merged, above.place());
            }
            return unlessEmpty(below, above);
        }

        private static ConfigNode unlessEmpty(ConfigNode below, ConfigNode above) {
            return above.isEmpty() ? below : above;
        }

        private static ConfigNode merge(ConfigNode below, ConfigNode above) {
            if (below instanceof Mapping group) {
                if (above instanceof Mapping changed) {
                    boolean isOtherSchedule = group.hasSteps() || group.isLine() && changed.hasSteps();
                    return isOtherSchedule ? above : group.with(changed);
                }
                return above.isEmpty() && !group.isLine() && !group.hasSteps() ? below : above;
            }
            // only one end of a schedule is given: the other stays what the constant was
            return below instanceof Scalar && above instanceof Mapping line && line.isLine()
                    ? new Mapping(Map.of("start", below, "end", below), below.place()).with(line)
                    : above;
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
        String placeOf(String dottedKey) {
            ConfigNode node = this;
            for (String part : ConfigKeys.split(dottedKey)) {
                if (node.get(part) == null) {
                    break;
                }
                node = node.get(part);
            }
            return node.place();
        }
    }
}

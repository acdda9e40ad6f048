package io.github.gdxagents.training.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes records of nodes and collects whatever doesn't fit.
 *
 * <p>In place of a value with a fault it goes on with the default, so that the other values are checked too.
 */
final class RecordBinder {
    private static final String AUTO = "auto";
    /** In a message; a game may have a thousand settings. */
    private static final int MOST_NAMES = 50;

    private final ConfigNode.Mapping defaults;
    private final Collection<String> settings;
    private final Collection<String> keys;
    private final Faults faults;
    private final Set<String> open = new LinkedHashSet<>();

    /** {@code defaults} must bind without faults, groups be groups in all layers; {@code settings} are the names that the game has. */
    RecordBinder(ConfigNode.Mapping defaults, Collection<String> settings, Faults faults) {
        this.defaults = defaults;
        this.settings = settings;
        this.faults = faults;
        keys = ConfigKeys.all(settings);
    }

    TrainingConfig bind(ConfigNode.Mapping root) {
        return (TrainingConfig) record(TrainingConfig.class, root, defaults, "");
    }

    /** The dotted keys that were left to be chosen; of no meaning if there were faults. */
    Set<String> open() {
        return open;
    }

    private Object record(Class<?> type, ConfigNode.Mapping group, ConfigNode.Mapping fallback, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        refuseOthers(group, names, prefix);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            ConfigNode below = fallback.get(names.get(i));
            ConfigNode node = group.entries().getOrDefault(names.get(i), below);
            values[i] = component(components[i], node, below, prefix + names.get(i));
        }
        try {
            return Records.make(type, values);
        } catch (ConfigException e) {
            if (group == fallback) {
                throw new IllegalStateException("defaults are wrong: " + e.getMessage(), e);
            }
            faults.addAll(e, fault -> locate(fault, group, prefix));
            for (ConfigFault fault : e.faults()) {
                ConfigFault located = locate(fault, group, prefix);
                for (int i = 0; i < components.length; i++) {
                    String key = prefix + names.get(i);
                    if ((located.key() + ".").startsWith(key + ".")) {
                        ConfigNode below = fallback.get(names.get(i));
                        values[i] = component(components[i], below, below, key);
                    }
                }
            }
        }
        try {
            return Records.make(type, values);
        } catch (ConfigException e) { // defaults in place of single values may not go together with the others
            return record(type, fallback, fallback, prefix);
        }
    }

    /** A fault's key is complete, or that within the record; its place is added. */
    private ConfigFault locate(ConfigFault fault, ConfigNode.Mapping group, String prefix) {
        boolean isComplete =
                keys.contains(fault.key()) || !prefix.isEmpty() && fault.key().startsWith(prefix);
        String key = isComplete ? fault.key() : prefix + fault.key();
        String place = group.placeOf(key.substring(prefix.length()));
        return new ConfigFault(key, fault.problem() + " (" + place + ")");
    }

    private Object component(RecordComponent component, ConfigNode node, ConfigNode fallback, String key) {
        Object value = read(component, node, fallback, key);
        if (value != null) {
            return value;
        }
        if (node == fallback) {
            throw new IllegalStateException("default of " + key + " is wrong: " + node);
        }
        return component(component, fallback, fallback, key);
    }

    /** The value of a component, or null if it has a fault. */
    private Object read(RecordComponent component, ConfigNode node, ConfigNode fallback, String key) {
        Class<?> type = component.getType();
        if (type == Map.class) {
            return settings((ConfigNode.Mapping) node, key + ".");
        }
        if (type == List.class) {
            return list(component, node, key);
        }
        if (type == Schedule.class) {
            return ScheduleBinder.bind(node, key, faults);
        }
        if (type == ObjectiveConfig.class) {
            return ObjectiveBinder.bind(node, faults);
        }
        if (type.isRecord()) {
            return record(type, (ConfigNode.Mapping) node, (ConfigNode.Mapping) fallback, key + ".");
        }
        String auto = component.getAnnotation(Key.class).auto();
        if (!auto.isEmpty() && AUTO.equalsIgnoreCase(node.text())) {
            open.add(key);
            return ScalarValues.parse(type, auto);
        }
        Object value = ScalarValues.read(type, node);
        boolean isAutoUnsaid = !auto.isEmpty() && !type.isEnum(); // a device has auto among its values
        String expected = ScalarValues.expected(type) + (isAutoUnsaid ? ", or " + AUTO : "");
        return value != null ? value : faults.refuse(key, expected, node);
    }

    private Object list(RecordComponent component, ConfigNode node, String key) {
        Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (element == LessonConfig.class) {
            return new LessonBinder(settings, this, faults).bind(node);
        }
        boolean isText = element == String.class;
        String expected = "a list of " + (isText ? "texts" : "whole numbers");
        if (!(node instanceof ConfigNode.Sequence sequence)) {
            return faults.refuse(key, expected + " such as " + (isText ? "[a.policy]" : "[64, 64]"), node);
        }
        List<Object> values = new ArrayList<>();
        for (ConfigNode item : sequence.items()) {
            Object value = ScalarValues.read(element, item);
            if (value == null) {
                faults.add(new ConfigFault(key, "must be " + expected + ", but has " + item).at(item));
            }
            values.add(value);
        }
        return values.contains(null) ? null : values;
    }

    /** What a group says of the game's settings; {@code prefix} is that of its keys, with a dot. */
    Map<String, SettingValue> settings(ConfigNode.Mapping group, String prefix) {
        refuseOthers(group, settings, prefix);
        return SettingBinder.bindAll(group, settings, prefix, faults);
    }

    /** Refuses what a group has besides the given names; {@code prefix} is that of its keys, with a dot, or empty. */
    void refuseOthers(ConfigNode.Mapping group, Collection<String> names, String prefix) {
        group.entries().forEach((name, node) -> {
            if (!names.contains(name)) {
                String key = prefix + (name.isEmpty() ? "''" : name);
                faults.add(() -> new ConfigFault(key, "unknown key, " + remedy(name, names, prefix)).at(node));
            }
        });
    }

    private String remedy(String name, Collection<String> names, String prefix) {
        if (prefix.isEmpty() && keys.contains(name)) {
            String[] parts = ConfigKeys.split(name);
            return "in YAML it is " + String.join(": {", parts) + ": VALUE" + "}".repeat(parts.length - 1);
        }
        String possible = "possible here: "
                + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
        if (!prefix.endsWith(ConfigKeys.SETTINGS) && !prefix.startsWith(CurriculumConfig.LESSONS)) {
            return Suggestions.remedy(prefix + name, keys, "", possible);
        }
        return names.isEmpty() ? "the game has no settings" : Suggestions.remedy(name, names, prefix, possible);
    }
}

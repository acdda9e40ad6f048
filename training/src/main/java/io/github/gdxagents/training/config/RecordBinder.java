package io.github.gdxagents.training.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes records of nodes and collects whatever doesn't fit.
 *
 * <p>In place of a value with a fault it goes on with the default, so that the other values are checked too.
 */
final class RecordBinder {
    private static final String AUTO = "auto";

    private final ConfigNode.Mapping defaults;
    private final Collection<String> settings;
    private final Collection<String> keys;
    private final Faults faults;
    private final ScheduleBinder schedules;
    private final Set<String> open = new LinkedHashSet<>();

    /** {@code defaults} must bind without faults; {@code settings} are the names that the game has. */
    RecordBinder(ConfigNode.Mapping defaults, Collection<String> settings, Faults faults) {
        this.defaults = defaults;
        this.settings = settings;
        this.faults = faults;
        keys = ConfigKeys.all(settings);
        schedules = new ScheduleBinder(faults);
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
            String name = names.get(i);
            ConfigNode node =
                    group.entries().getOrDefault(name, fallback.entries().get(name));
            values[i] = component(components[i], node, fallback.entries().get(name), prefix + name);
        }
        try {
            return Records.make(type, values);
        } catch (ConfigException e) {
            if (group == fallback) {
                throw new IllegalStateException("defaults are wrong: " + e.getMessage(), e);
            }
            List<ConfigFault> located = e.faults().stream()
                    .map(fault -> locate(fault, group, prefix))
                    .toList();
            faults.addWithin("", located);
            for (int i = 0; i < components.length; i++) {
                String key = prefix + names.get(i);
                if (located.stream().anyMatch(fault -> isWithin(fault.key(), key))) {
                    ConfigNode node = fallback.entries().get(names.get(i));
                    values[i] = component(components[i], node, node, key);
                }
            }
            return constructOrDefault(type, values, fallback, prefix);
        }
    }

    /** A fault's key is complete, or that within the record; its place is added. */
    private ConfigFault locate(ConfigFault fault, ConfigNode.Mapping group, String prefix) {
        String key = keys.contains(fault.key()) ? fault.key() : prefix + fault.key();
        String local = key.substring(prefix.length());
        return new ConfigFault(key, fault.problem()).at(local.isEmpty() ? group.place() : group.placeOf(local));
    }

    private static boolean isWithin(String key, String group) {
        return key.equals(group) || key.startsWith(group + ".");
    }

    /** Defaults in place of single values may not go together with the others: then all are defaults. */
    private Object constructOrDefault(Class<?> type, Object[] values, ConfigNode.Mapping fallback, String prefix) {
        try {
            return Records.make(type, values);
        } catch (ConfigException e) {
            return record(type, fallback, fallback, prefix);
        }
    }

    private Object component(RecordComponent component, ConfigNode node, ConfigNode fallback, String key) {
        Class<?> type = component.getType();
        if (type == Map.class) {
            return settings(node);
        }
        if (type == List.class) {
            return list(component, node, fallback, key);
        }
        if (type == Schedule.class) {
            return schedules.bind(node, fallback, key);
        }
        if (type == ObjectiveConfig.class) {
            return new ObjectiveBinder(schedules, faults).bind(node, fallback);
        }
        if (type.isRecord()) {
            return node instanceof ConfigNode.Mapping group
                    ? record(type, group, (ConfigNode.Mapping) fallback, key + ".")
                    : wrong(component, node, fallback, key, "a group of keys");
        }
        String auto = component.getAnnotation(Key.class).auto();
        if (!auto.isEmpty() && isAuto(node)) {
            open.add(key);
            return ScalarValues.parse(type, auto);
        }
        Object value = ScalarValues.read(type, node);
        return value != null ? value : wrong(component, node, fallback, key, expected(type, !auto.isEmpty()));
    }

    private static boolean isAuto(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && AUTO.equalsIgnoreCase(scalar.text());
    }

    /** A device has auto among its values. */
    private static String expected(Class<?> type, boolean mayBeAuto) {
        String expected = ScalarValues.expected(type);
        return mayBeAuto && !type.isEnum() ? expected + ", or " + AUTO : expected;
    }

    private Object list(RecordComponent component, ConfigNode node, ConfigNode fallback, String key) {
        Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        boolean isText = element == String.class;
        String expected = isText ? "a list of texts such as [a.policy]" : "a list of whole numbers such as [64, 64]";
        if (!(node instanceof ConfigNode.Sequence sequence)) {
            return wrong(component, node, fallback, key, expected);
        }
        List<Object> values = new ArrayList<>();
        boolean isComplete = true;
        for (ConfigNode item : sequence.items()) {
            Object value = ScalarValues.read(element, item);
            if (value == null) {
                String kind = isText ? "texts" : "whole numbers";
                faults.add(key, "must be a list of " + kind + ", but has " + item + " (" + item.place() + ")");
                isComplete = false;
            }
            values.add(value);
        }
        return isComplete ? values : list(component, fallback, fallback, key);
    }

    private Map<String, Double> settings(ConfigNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (!(node instanceof ConfigNode.Mapping group)) {
            faults.add("settings", "must be a group of keys, but is " + node + " (" + node.place() + ")");
            return values;
        }
        refuseOthers(group, settings, ConfigKeys.SETTINGS);
        for (String name : settings) {
            ConfigNode value = group.entries().get(name); // never null: the game's own are below
            Object number = ScalarValues.read(double.class, value);
            if (number == null || !Double.isFinite((double) number)) {
                faults.add(
                        ConfigKeys.SETTINGS + name,
                        "must be a finite number, but is " + value + " (" + value.place() + ")");
            } else {
                values.put(name, (double) number);
            }
        }
        return values;
    }

    private Object wrong(RecordComponent component, ConfigNode node, ConfigNode fallback, String key, String expected) {
        faults.add(key, "must be " + expected + ", but is " + node + " (" + node.place() + ")");
        if (node == fallback) {
            throw new IllegalStateException("default of " + key + " is wrong: " + node);
        }
        return component(component, fallback, fallback, key);
    }

    /** Refuses what a group has besides the given names; {@code prefix} is that of its keys, with a dot, or empty. */
    private void refuseOthers(ConfigNode.Mapping group, Collection<String> names, String prefix) {
        group.entries().forEach((name, node) -> {
            if (!names.contains(name)) {
                String key = prefix + (name.isEmpty() ? "''" : name);
                faults.add(key, "unknown key, " + remedy(name, names, prefix) + " (" + node.place() + ")");
            }
        });
    }

    private String remedy(String name, Collection<String> names, String prefix) {
        if (prefix.isEmpty() && keys.contains(name)) {
            String[] parts = ConfigKeys.split(name);
            return "in YAML it is " + String.join(": {", parts) + ": VALUE" + "}".repeat(parts.length - 1);
        }
        if (!prefix.equals(ConfigKeys.SETTINGS)) {
            return meant(prefix + name, keys, "", names);
        }
        return names.isEmpty() ? "the game has no settings" : meant(name, names, prefix, names);
    }

    private static String meant(String name, Collection<String> valid, String prefix, Collection<String> names) {
        return Suggestions.nearest(name, valid)
                .map(near -> "did you mean " + prefix + near + "?")
                .orElse("possible here: " + String.join(", ", names));
    }
}

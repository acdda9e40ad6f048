package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes values of settings of nodes and collects whatever doesn't fit. */
final class SettingBinder {
    private static final String EXPECTED =
            "a number, {uniform: [low, high]}, {normal: [mean, deviation], min: low, max: high} or {choice: [1, 2]}";

    private static final List<String> KINDS = List.of("uniform", "normal", "choice");

    private SettingBinder() {}

    /** Those of some settings that a group has a value for, in the order of the names; what has a fault is left out. */
    static Map<String, SettingValue> bindAll(
            ConfigNode.Mapping group, Collection<String> names, String prefix, Faults faults) {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        for (String name : names) {
            ConfigNode node = group.get(name);
            SettingValue value = node == null ? null : bind(node, prefix + name, faults);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    /** The value of a key, or null if it has faults. */
    private static SettingValue bind(ConfigNode node, String key, Faults faults) {
        try {
            return read(node);
        } catch (ConfigException e) {
            faults.addAll(e, fault -> {
                ConfigNode within = node.get(fault.key());
                return fault.at(within == null ? node : within).within(key);
            });
            return null;
        }
    }

    private static SettingValue read(ConfigNode node) {
        if (!(node instanceof ConfigNode.Mapping group)) {
            return new SettingValue.Constant(number(node, "", "a finite number, or a range such as {uniform: [0, 1]}"));
        }
        List<String> kinds = KINDS.stream().filter(group.entries()::containsKey).toList();
        if (kinds.size() != 1) {
            throw new ConfigException("", "must be " + EXPECTED + ", but is a group with " + given(group));
        }
        String kind = kinds.get(0);
        Faults faults = new Faults();
        group.entries().keySet().stream()
                .filter(name -> !name.equals(kind) && !(kind.equals("normal") && isEnd(name)))
                .forEach(name -> faults.add(name, "unknown key beside " + kind + "; the value must be " + EXPECTED));
        faults.throwIfAny();
        List<Double> numbers = numbers(group.get(kind), kind);
        return switch (kind) {
            case "uniform" -> new SettingValue.Uniform(numbers.get(0), numbers.get(1));
            case "normal" ->
                new SettingValue.Normal(
                        numbers.get(0),
                        numbers.get(1),
                        end(group, "min", Double.NEGATIVE_INFINITY),
                        end(group, "max", Double.POSITIVE_INFINITY));
            default -> new SettingValue.Choice(numbers);
        };
    }

    private static String given(ConfigNode.Mapping group) {
        return group.entries().isEmpty()
                ? "no keys"
                : "the keys " + String.join(", ", group.entries().keySet());
    }

    private static boolean isEnd(String name) {
        return name.equals("min") || name.equals("max");
    }

    private static double end(ConfigNode.Mapping group, String name, double otherwise) {
        ConfigNode end = group.get(name);
        return end == null ? otherwise : number(end, name, "a finite number");
    }

    private static List<Double> numbers(ConfigNode node, String kind) {
        List<ConfigNode> items = node instanceof ConfigNode.Sequence sequence ? sequence.items() : List.of();
        boolean isChoice = kind.equals("choice");
        if (isChoice ? items.isEmpty() : items.size() != 2) {
            String found = node instanceof ConfigNode.Sequence ? "a list of " + items.size() : node.toString();
            String expected = isChoice ? "a list of numbers, at least one" : "a list of two numbers";
            throw new ConfigException(kind, "must be " + expected + ", but is " + found);
        }
        Faults faults = new Faults();
        List<Double> numbers = new ArrayList<>();
        for (ConfigNode item : items) {
            numbers.add(faults.collect("", () -> number(item, kind, "a list of finite numbers"), 0.0));
        }
        faults.throwIfAny();
        return numbers;
    }

    private static double number(ConfigNode node, String key, String expected) {
        Object number = ScalarValues.read(double.class, node);
        if (!(number instanceof Double finite) || !Double.isFinite(finite)) {
            throw new ConfigException(key, "must be " + expected + ", but is " + node);
        }
        return finite;
    }
}

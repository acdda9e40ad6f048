package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes schedules of nodes and collects whatever doesn't fit.
 *
 * <p>In place of a value with a fault it goes on with the default. Thread safety: none.
 */
final class ScheduleBinder {
    private static final String EXPECTED =
            "a number, {start: number, end: number}, or values at steps such as {0: 1e-3, 500_000: 1e-4}";

    private final Faults faults;

    ScheduleBinder(Faults faults) {
        this.faults = faults;
    }

    /** The default must bind without faults. */
    Schedule bind(ConfigNode node, ConfigNode fallback, String key) {
        try {
            if (node instanceof ConfigNode.Mapping group) {
                return group.hasSteps() ? piecewise(group) : linear(group);
            }
            return Schedule.constant(number(node, ""));
        } catch (ConfigException e) {
            if (node == fallback) {
                throw new IllegalStateException("default of " + key + " is wrong: " + e.getMessage(), e);
            }
            for (ConfigFault fault : e.faults()) {
                String full = fault.key().isEmpty() ? key : key + "." + fault.key();
                Place place =
                        node instanceof ConfigNode.Mapping group && !fault.key().isEmpty()
                                ? group.placeOf(fault.key())
                                : node.place();
                faults.add(full, fault.problem() + " (" + place + ")");
            }
            return bind(fallback, fallback, key);
        }
    }

    private static Schedule linear(ConfigNode.Mapping group) {
        Faults local = new Faults();
        for (String name : group.entries().keySet()) {
            if (!name.equals("start") && !name.equals("end")) {
                local.add(name, "unknown key; the value must be " + EXPECTED);
            }
        }
        for (String name : List.of("start", "end")) {
            if (!group.entries().containsKey(name)) {
                local.add("", "must be " + EXPECTED + ", but has no '" + name + "'");
            }
        }
        local.throwIfAny();
        return new Schedule.Linear(
                number(group.entries().get("start"), "start"),
                number(group.entries().get("end"), "end"));
    }

    private static Schedule piecewise(ConfigNode.Mapping group) {
        List<Schedule.Point> points = new ArrayList<>();
        for (Map.Entry<String, ConfigNode> entry : group.entries().entrySet()) {
            points.add(new Schedule.Point(step(entry.getKey()), number(entry.getValue(), entry.getKey())));
        }
        return new Schedule.Piecewise(points);
    }

    private static long step(String text) {
        try {
            return (long) ScalarValues.parse(long.class, text);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new ConfigException(
                    List.of(new ConfigFault("", "a step must be a whole number of decisions, but is '" + text + "'")));
        }
    }

    private static double number(ConfigNode node, String key) {
        Object number = ScalarValues.read(double.class, node);
        if (number == null) {
            String expected = key.isEmpty() ? EXPECTED : "a number";
            throw new ConfigException(List.of(new ConfigFault(key, "must be " + expected + ", but is " + node)));
        }
        return (double) number;
    }
}

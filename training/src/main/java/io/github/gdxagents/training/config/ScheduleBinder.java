package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes schedules of nodes and collects whatever doesn't fit.
 *
 * <p>In place of a value with a fault it goes on with the default.
 */
final class ScheduleBinder {
    private static final String EXPECTED =
            "a number, {start: number, end: number}, or values at steps such as {0: 1e-3, 500_000: 1e-4}";

    private static final List<String> ENDS = List.of("start", "end");

    private final Faults faults;

    ScheduleBinder(Faults faults) {
        this.faults = faults;
    }

    /** The default must bind without faults. */
    Schedule bind(ConfigNode node, ConfigNode fallback, String key) {
        try {
            return read(node);
        } catch (ConfigException e) {
            if (node == fallback) {
                throw new IllegalStateException("default of " + key + " is wrong: " + e.getMessage(), e);
            }
            List<ConfigFault> placed = e.faults().stream()
                    .map(fault -> fault.at(place(node, fault.key())))
                    .toList();
            faults.addWithin(key, placed);
            return bind(fallback, fallback, key);
        }
    }

    private static String place(ConfigNode node, String key) {
        ConfigNode within =
                node instanceof ConfigNode.Mapping group ? group.entries().get(key) : null;
        return within == null ? node.place() : within.place();
    }

    private static Schedule read(ConfigNode node) {
        if (!(node instanceof ConfigNode.Mapping group)) {
            return Schedule.constant(number(node, EXPECTED));
        }
        boolean hasSteps = group.entries().keySet().stream().anyMatch(ConfigNode.Mapping::isStep);
        return hasSteps ? piecewise(group) : linear(group);
    }

    private static Schedule linear(ConfigNode.Mapping group) {
        Faults faults = new Faults();
        group.entries().keySet().stream()
                .filter(name -> !ENDS.contains(name))
                .forEach(name -> faults.add(name, "unknown key; the value must be " + EXPECTED));
        faults.throwIfAny();
        List<String> missing =
                ENDS.stream().filter(name -> !group.entries().containsKey(name)).toList();
        if (!missing.isEmpty()) {
            faults.add("", "must be " + EXPECTED + ", but has no " + String.join(" and no ", missing));
        }
        double[] values = new double[ENDS.size()];
        for (int i = 0; i < values.length; i++) {
            ConfigNode end = group.entries().get(ENDS.get(i));
            if (end != null) {
                values[i] = faults.collect(ENDS.get(i), () -> number(end, "a number"), 0.0);
            }
        }
        faults.throwIfAny();
        return new Schedule.Linear(values[0], values[1]);
    }

    private static Schedule piecewise(ConfigNode.Mapping group) {
        Faults faults = new Faults();
        List<Schedule.Point> points = new ArrayList<>();
        group.entries()
                .forEach((step, value) -> faults.collect(
                        step, () -> points.add(new Schedule.Point(step(step), number(value, "a number"))), false));
        faults.throwIfAny();
        return new Schedule.Piecewise(points);
    }

    private static long step(String text) {
        try {
            return (long) ScalarValues.parse(long.class, text);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw fault("a step must be a whole number of decisions, but is '" + text + "'");
        }
    }

    private static double number(ConfigNode node, String expected) {
        Object number = ScalarValues.read(double.class, node);
        if (number == null) {
            throw fault("must be " + expected + ", but is " + node);
        }
        return (double) number;
    }

    private static ConfigException fault(String problem) {
        return new ConfigException(List.of(new ConfigFault("", problem)));
    }
}

package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes schedules of nodes and collects whatever doesn't fit. */
final class ScheduleBinder {
    private static final String EXPECTED =
            "a number, {start: number, end: number}, or values at steps such as {0: 1e-3, 500_000: 1e-4}";

    private static final List<String> ENDS = List.of("start", "end");

    private ScheduleBinder() {}

    /** The schedule of a key, or null if it has faults. */
    static Schedule bind(ConfigNode node, String key, Faults faults) {
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
        String missing = ENDS.stream().filter(name -> group.get(name) == null).collect(Collectors.joining(" and no "));
        if (!missing.isEmpty()) {
            faults.add("", "must be " + EXPECTED + ", but has no " + missing);
        }
        double[] values = new double[ENDS.size()];
        for (int i = 0; i < values.length; i++) {
            ConfigNode end = group.get(ENDS.get(i));
            values[i] = end == null ? 0 : faults.collect(ENDS.get(i), () -> number(end, "a number"), 0.0);
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
        Object step = ScalarValues.parse(long.class, text);
        if (step == null) {
            throw new ConfigException(
                    "", "a step must be a whole number of decisions, but is " + ConfigNode.quote(text));
        }
        return (long) step;
    }

    private static double number(ConfigNode node, String expected) {
        Object number = ScalarValues.read(double.class, node);
        if (number == null) {
            throw new ConfigException("", "must be " + expected + ", but is " + node);
        }
        return (double) number;
    }
}

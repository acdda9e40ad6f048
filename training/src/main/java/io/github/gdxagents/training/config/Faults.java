package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Collects everything that is wrong, so that all of it is reported at once. */
final class Faults {
    private final List<ConfigFault> faults = new ArrayList<>();

    void add(String key, String problem) {
        faults.add(new ConfigFault(key, problem));
    }

    void add(ConfigFault fault) {
        faults.add(fault);
    }

    /** Adds what was expected in place of a node; returns null, as what stands for its value. */
    <T> T refuse(String key, String expected, ConfigNode node) {
        add(new ConfigFault(key, "must be " + expected + ", but is " + node).at(node));
        return null;
    }

    /** These faults, to go on with elsewhere. */
    Faults copy() {
        Faults copy = new Faults();
        copy.faults.addAll(faults);
        return copy;
    }

    boolean has(String key) {
        return faults.stream().anyMatch(fault -> fault.key().equals(key));
    }

    /** What is made, or something else if that has faults, which are noted as those of a key, which may be empty, or of keys within. */
    <T> T collect(String key, Supplier<? extends T> maker, T otherwise) {
        try {
            return maker.get();
        } catch (ConfigException e) {
            e.faults().forEach(fault -> add(fault.within(key)));
            return otherwise;
        }
    }

    Faults require(boolean condition, String key, String expected, Object actual) {
        if (!condition) {
            add(key, "must be " + expected + ", but is " + actual);
        }
        return this;
    }

    Faults atLeast(String key, long value, long minimum) {
        return require(value >= minimum, key, "at least " + minimum, value);
    }

    Faults inRange(String key, long value, long smallest, long largest) {
        return inRange(key, value, smallest, largest, "");
    }

    /** {@code others} follows the range in the message: what else may be written. */
    Faults inRange(String key, long value, long smallest, long largest, String others) {
        return require(value >= smallest && value <= largest, key, smallest + " to " + largest + others, value);
    }

    Faults inUnitInterval(String key, double value) {
        return require(value >= 0 && value <= 1, key, "in [0, 1]", value);
    }

    Faults positive(String key, double value) {
        boolean isPositive = value > 0 && Double.isFinite(value);
        boolean isFloat = !isPositive || (float) value > 0;
        return require(isPositive, key, "above 0 and finite", value)
                .require(isFloat, key, "at least " + Float.MIN_VALUE + ", the smallest float", value)
                .notAboveFloats(key, value);
    }

    Faults notNegative(String key, double value) {
        return require(value >= 0 && Double.isFinite(value), key, "at least 0 and finite", value)
                .notAboveFloats(key, value);
    }

    /** The networks calculate with floats: what is larger is infinite to them. */
    private Faults notAboveFloats(String key, double value) {
        boolean isFinite = !Float.isInfinite((float) value) || Double.isInfinite(value);
        return require(isFinite, key, "at most " + Float.MAX_VALUE + ", the largest float", value);
    }

    /** Checks the smallest and the largest value of a schedule, once if they are the same. */
    Faults extremes(Schedule schedule, DoubleConsumer check) {
        DoubleStream.of(schedule.smallest(), schedule.largest()).distinct().forEach(check);
        return this;
    }

    Faults inUnitInterval(String key, Schedule schedule) {
        return extremes(schedule, value -> inUnitInterval(key, value));
    }

    Faults notNegative(String key, Schedule schedule) {
        return extremes(schedule, value -> notNegative(key, value));
    }

    Faults paths(String key, List<String> files) {
        return require(files.stream().noneMatch(String::isBlank), key, "paths of files", files);
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}

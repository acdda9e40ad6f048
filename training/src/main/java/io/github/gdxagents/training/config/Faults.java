package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/** Collects everything that is wrong, so that all of it is reported at once. */
final class Faults {
    /** Nobody reads more of them, and a file of nonsense would fill the screen. */
    private static final int MOST_TOLD = 100;
    /** Of what was found, in characters: a list may be long. */
    private static final int LONGEST_SHOWN = 200;

    private final List<ConfigFault> faults = new ArrayList<>();
    private long untold;

    void add(String key, String problem) {
        add(new ConfigFault(key, problem));
    }

    void add(ConfigFault fault) {
        add(() -> fault);
    }

    /** Made only if it is told, for what takes time to describe. */
    void add(Supplier<ConfigFault> fault) {
        if (faults.size() < MOST_TOLD) {
            faults.add(fault.get());
        } else {
            untold++;
        }
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
        copy.untold = untold;
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
            addAll(e, fault -> fault.within(key));
            return otherwise;
        }
    }

    /** Adds the faults of something within, each with its place there. */
    void addAll(ConfigException others, UnaryOperator<ConfigFault> located) {
        others.faults().forEach(fault -> add(() -> located.apply(fault)));
        untold += others.untold();
    }

    Faults require(boolean condition, String key, String expected, Object actual) {
        if (!condition) {
            add(key, "must be " + expected + ", but is " + ConfigNode.shorten(String.valueOf(actual), LONGEST_SHOWN));
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
            throw new ConfigException(faults, untold);
        }
    }
}

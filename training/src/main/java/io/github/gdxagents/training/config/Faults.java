package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that all of it is reported at once. Thread safety: none. */
final class Faults {
    private final List<ConfigFault> faults = new ArrayList<>();

    void add(String key, String problem) {
        faults.add(new ConfigFault(key, problem));
    }

    void require(boolean condition, String key, String expected, Object actual) {
        if (!condition) {
            add(key, "must be " + expected + ", but is " + actual);
        }
    }

    void atLeast(String key, long value, long minimum) {
        require(value >= minimum, key, "at least " + minimum, value);
    }

    void inUnitInterval(String key, double value) {
        require(value >= 0 && value <= 1, key, "in [0, 1]", value);
    }

    void positive(String key, double value) {
        require(value > 0 && Double.isFinite(value), key, "above 0 and finite", value);
    }

    void notNegative(String key, double value) {
        require(value >= 0 && Double.isFinite(value), key, "at least 0 and finite", value);
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}

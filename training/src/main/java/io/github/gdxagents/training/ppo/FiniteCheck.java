package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects which of several numbers are not finite.
 *
 * <p>Thread safety: none.
 */
final class FiniteCheck {
    private final List<String> faults = new ArrayList<>();

    /** Looks at a number. */
    FiniteCheck of(String name, double number) {
        if (!Double.isFinite(number)) {
            faults.add(name + " is " + number);
        }
        return this;
    }

    /** In words, in the order in which they were looked at; empty if all are finite. */
    List<String> faults() {
        return faults;
    }
}

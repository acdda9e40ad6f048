package io.github.gdxagents.training.exact;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares plain data bit for bit: left to itself, a recursive comparison takes numbers that are close for the same. */
public final class Exactly {
    private Exactly() {}

    /** Requires that all fields and elements are the same, NaN included. */
    public static void assertSame(Object actual, Object expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                .isEqualTo(expected);
    }
}

package io.github.gdxagents.training.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.replay.RecordedEpisode;

/** Compares plain data bit for bit: left to itself, a recursive comparison takes numbers that are close for the same. */
public final class Exactly {
    private Exactly() {}

    /** Requires that all fields and elements are the same, NaN included. */
    public static void assertSame(Object actual, Object expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                // its array may be longer than the episode: what it has is what equals says
                .withEqualsForType(RecordedEpisode::equals, RecordedEpisode.class)
                .isEqualTo(expected);
    }
}

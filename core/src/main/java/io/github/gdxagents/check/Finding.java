package io.github.gdxagents.check;

/**
 * One thing that is wrong with a simulation: where, what was expected, what was found instead, and what to do.
 */
public final class Finding {
    private final FindingKind kind;
    private final String place;
    private final String expected;
    private final String actual;
    private final long count;

    Finding(FindingKind kind, String place, String expected, String actual, long count) {
        this.kind = kind;
        this.place = place;
        this.expected = expected;
        this.actual = actual;
        this.count = count;
    }

    Finding again() {
        return new Finding(kind, place, expected, actual, count + 1);
    }

    /**
     * What is wrong.
     *
     * @return the kind
     */
    public FindingKind kind() {
        return kind;
    }

    /**
     * How often it was seen; the other accessors describe the first time.
     *
     * @return at least 1
     */
    public long count() {
        return count;
    }

    /**
     * Everything in a few lines.
     *
     * @return where, what was expected, what was found, what to do
     */
    public String message() {
        return kind + " " + place + (count > 1 ? " (first of " + count + " times)" : "") + "\n      expected: "
                + expected + "\n      actual: " + actual + "\n      remedy: " + kind.remedy();
    }

    @Override
    public String toString() {
        return message();
    }
}

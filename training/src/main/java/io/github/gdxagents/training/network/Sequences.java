package io.github.gdxagents.training.network;

/**
 * How the decisions of a slot are cut into sequences to learn from.
 *
 * @param length decisions in a sequence, L: 1 without memory, for then each decision stands for itself
 * @param memorySize numbers remembered from one decision to the next, 0 without memory
 */
public record Sequences(int length, int memorySize) {
    /** Each decision stands for itself. */
    public static final Sequences NONE = new Sequences(1, 0);

    /** How many sequences some decisions of a slot make; the last may be shorter. */
    public int count(int decisions) {
        return (decisions + length - 1) / length;
    }
}

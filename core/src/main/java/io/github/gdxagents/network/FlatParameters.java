package io.github.gdxagents.network;

/** The flat layout in an array, read or written from some position on. */
final class FlatParameters implements ParameterSource, ParameterSink {
    private final float[] flat;
    private int next;

    FlatParameters(float[] flat, int offset) {
        this.flat = flat;
        next = offset;
    }

    @Override
    public void read(float[] values, int count) {
        System.arraycopy(flat, next, values, 0, count);
        next += count;
    }

    @Override
    public void write(float[] values, int count) {
        System.arraycopy(values, 0, flat, next, count);
        next += count;
    }

    /** Where the next value stands. */
    int next() {
        return next;
    }
}

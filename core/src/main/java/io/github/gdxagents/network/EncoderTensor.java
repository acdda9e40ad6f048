package io.github.gdxagents.network;

import java.util.List;

/** A tensor of parameters of an {@link ObservationEncoder}: what it is for, and which row of it belongs to which observed value. */
public final class EncoderTensor {
    private final String name;
    private final List<String> rows;
    private final int[] shape;

    EncoderTensor(String name, List<String> rows, int... shape) {
        this.name = name;
        this.rows = rows;
        this.shape = shape;
    }

    /**
     * What it is for.
     *
     * @return unique within an encoder, for example {@code map.convolution.0}
     */
    public String name() {
        return name;
    }

    /**
     * How many rows it has.
     *
     * @return at least 1; 1 for a bias
     */
    public int rowCount() {
        return shape.length == 1 ? 1 : shape[0];
    }

    /**
     * How many numbers a row has.
     *
     * @return at least 1
     */
    public int columns() {
        return shape[shape.length - 1];
    }

    /**
     * What a row is for.
     *
     * @param index of the row
     * @return unique within an encoder; named after the observed value that it is multiplied with, if there is one
     */
    public String row(int index) {
        return name + "/" + (rows.isEmpty() ? Integer.toString(index) : rows.get(index));
    }

    /** {@code [rows, columns]} or {@code [size]}, a copy. */
    int[] shape() {
        return shape.clone();
    }
}

package io.github.gdxagents.network;

/** Where a layer puts its parameters, value after value in the flat layout: an array, a file that is being written, or a check. */
public interface ParameterSink {
    /**
     * Takes the next values.
     *
     * @param values not kept
     * @param count how many, from the array's first
     */
    void write(float[] values, int count);
}

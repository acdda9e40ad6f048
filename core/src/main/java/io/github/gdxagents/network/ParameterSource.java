package io.github.gdxagents.network;

/** Where a layer takes its parameters from, value after value in the flat layout: an array, or a file that is being read. */
public interface ParameterSource {
    /**
     * Gives the next values.
     *
     * @param values overwritten
     * @param count how many, from the array's first
     */
    void read(float[] values, int count);
}

package io.github.gdxagents.policy;

/** Where a layer takes its parameters from, value after value in the flat layout: an array, or a file that is being read. */
interface ParameterSource {
    /** Gives the next values: as many as the count, from the array's first. */
    void read(float[] values, int count);
}

package io.github.gdxagents.policy;

/** Where a layer puts its parameters, value after value in the flat layout: an array, a file that is being written, or a check. */
interface ParameterSink {
    /** Takes the next values: as many as the count, from the array's first; not kept. */
    void write(float[] values, int count);
}

package io.github.gdxagents.policy;

import io.github.gdxagents.network.ParameterSink;
import java.util.List;

/** Looks for the first value that is not finite: one tells enough, after an overflow all are so. */
final class FiniteCheck implements ParameterSink {
    private final String what;
    private int seen;
    private String fault;

    FiniteCheck(String what) {
        this.what = what;
    }

    @Override
    public void write(float[] values, int count) {
        for (int i = 0; i < count && fault == null; i++) {
            if (Float.isNaN(values[i]) || Float.isInfinite(values[i])) {
                fault = what + " " + (seen + i) + " must be finite, but is " + values[i];
            }
        }
        seen += count;
    }

    void addFault(List<String> faults) {
        if (fault != null) {
            faults.add(fault);
        }
    }
}

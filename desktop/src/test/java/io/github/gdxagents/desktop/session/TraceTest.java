package io.github.gdxagents.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void keepsTheLastValuesOldestFirst() {
        Trace trace = new Trace(3);
        for (int i = 1; i <= 5; i++) {
            trace.add(i);
        }

        assertThat(trace.size()).isEqualTo(3);
        assertThat(new float[] {trace.get(0), trace.get(1), trace.get(2)}).containsExactly(3f, 4f, 5f);
    }

    @Test
    void hasNoValuesAfterClear() {
        Trace trace = new Trace(2);
        trace.add(1f);
        trace.clear();

        assertThat(trace.size()).isZero();
        assertThatThrownBy(() -> trace.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}

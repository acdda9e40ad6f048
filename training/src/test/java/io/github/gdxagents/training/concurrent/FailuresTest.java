package io.github.gdxagents.training.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    private final List<String> closed = new ArrayList<>();

    private AutoCloseable part(String name, Throwable failure) {
        return () -> {
            closed.add(name);
            if (failure instanceof Exception exception) {
                throw exception;
            }
            if (failure != null) {
                throw (Error) failure;
            }
        };
    }

    @Test
    void whatMayBeThrownAnywhereStaysWhatItIs() {
        RuntimeException exception = new IllegalArgumentException("here");
        assertThat(Failures.unchecked(exception)).isSameAs(exception);
        Error error = new OutOfMemoryError();
        assertThatThrownBy(() -> Failures.unchecked(error)).isSameAs(error);
        Exception checked = new IOException("there");
        assertThat(Failures.unchecked(checked))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(checked);
    }

    @Test
    void allPartsAreClosedAndTheFirstFailureTellsOfTheOthers() {
        Error first = new OutOfMemoryError();
        Exception second = new IOException("there");
        assertThatThrownBy(() -> Failures.closeAll(
                        List.of(part("a", null), part("b", first), part("c", second), part("d", first))))
                .isSameAs(first)
                .hasSuppressedException(second)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(closed).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatFailsWhileAFailureIsHandledIsSuppressedInIt() {
        Exception failure = new IllegalStateException("before");
        Exception further = new IOException("there");
        Failures.closeAllAfter(failure, List.of(part("a", further), part("b", failure), part("c", null)));
        assertThat(failure.getSuppressed()).containsExactly(further);
        assertThat(closed).containsExactly("a", "b", "c");
    }
}

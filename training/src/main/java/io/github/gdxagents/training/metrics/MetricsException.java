package io.github.gdxagents.training.metrics;

/** A file of metrics can't be read or is no such file: the message says where, what is wrong and what to do. */
public final class MetricsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MetricsException(String message, Throwable cause) {
        super(message, cause);
    }
}

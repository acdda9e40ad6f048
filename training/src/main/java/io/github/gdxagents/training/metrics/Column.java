package io.github.gdxagents.training.metrics;

/** A figure by its name in {@code metrics.csv}: lower case with underscores, without the name of a behavior. */
@FunctionalInterface
public interface Column {
    /** {@return the name} */
    String column();
}

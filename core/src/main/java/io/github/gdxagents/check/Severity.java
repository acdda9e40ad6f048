package io.github.gdxagents.check;

/** How bad a {@link Finding} is. */
public enum Severity {
    /** The contract is broken: training or play will go wrong. */
    ERROR,

    /** Allowed, but seldom meant. */
    WARNING
}

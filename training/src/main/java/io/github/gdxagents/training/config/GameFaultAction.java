package io.github.gdxagents.training.config;

/** What is done with an instance of a game that broke a rule. */
public enum GameFaultAction {
    /** Training stops. */
    STOP,
    /** What it gathered in the iteration is discarded, and a new instance takes its place. */
    RESTART
}

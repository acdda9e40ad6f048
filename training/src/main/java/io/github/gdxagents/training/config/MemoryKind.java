package io.github.gdxagents.training.config;

/** What lets networks remember earlier observations of an episode. */
public enum MemoryKind {
    /** Nothing: they decide on the present observation alone. */
    NONE,
    /** Gated recurrent units. */
    GRU,
    /** Long short-term memory: more parameters than GRU, sometimes better over long times. */
    LSTM
}

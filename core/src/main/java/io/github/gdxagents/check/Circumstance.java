package io.github.gdxagents.check;

/** A way to play an episode again that must not change it. */
interface Circumstance {
    /** What is wrong if it does change. */
    FindingKind kind();

    /** How it differs from the first play, as part of a sentence. */
    String description();

    /** Plays the episode. */
    EpisodeTrace play(Stage stage, long seed);
}

package io.github.gdxagents.check;

/** Watches a {@link Playthrough} for one kind of fault. */
interface Probe {
    /** After a reset. */
    default void began(Playthrough play) {}

    /** An agent has observed, before a decision or because it was cut off. */
    default void observed(Playthrough play, int agent) {}

    /** An agent has masked, and is about to be handed its actions. */
    default void deciding(Playthrough play, int agent) {}

    /** An agent was handed its actions. */
    default void acted(Playthrough play, int agent) {}

    /** The reward of an agent's last decision was taken. */
    default void rewarded(Playthrough play, int agent) {}

    /** After a physics step. */
    default void stepped(Playthrough play) {}
}

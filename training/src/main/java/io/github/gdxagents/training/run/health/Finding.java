package io.github.gdxagents.training.run.health;

/** What a rule makes of one iteration. */
enum Finding {
    /** The figures look as they do when something goes wrong. */
    ILL,
    /** They don't. */
    WELL,
    /** The iteration doesn't have the figures; what was known before stays. */
    UNKNOWN;

    static Finding of(boolean ill) {
        return ill ? ILL : WELL;
    }
}

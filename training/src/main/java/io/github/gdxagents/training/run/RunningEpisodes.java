package io.github.gdxagents.training.run;

/** What becomes of the episodes that were running when a run was saved. */
public enum RunningEpisodes {
    /** They are played again up to where they were, and go on as if nothing had happened. */
    CONTINUE,
    /** They are given up, and every instance begins another: for a game that has changed. */
    RESTART
}

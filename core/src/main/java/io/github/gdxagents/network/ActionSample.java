package io.github.gdxagents.network;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;

/**
 * What a policy drew for one decision, before the game's limits: the log-probability belongs to these values.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class ActionSample {
    private final float[] continuous;
    private final int[] choices;

    /**
     * Makes a sample of zeros.
     *
     * @param spec the named actions
     */
    public ActionSample(ActionSpec spec) {
        continuous = new float[spec.continuousSize()];
        choices = new int[spec.branchCount()];
    }

    /**
     * The continuous values, not clipped.
     *
     * @return {@code [continuous]}, to be read and written
     */
    public float[] continuous() {
        return continuous;
    }

    /**
     * The choices.
     *
     * @return {@code [branch]}, to be read and written
     */
    public int[] choices() {
        return choices;
    }

    /**
     * Hands the sample to a game: continuous values are clipped to [-1, 1].
     *
     * @param actions of the same specification, overwritten
     * @throws IllegalArgumentException if a value is NaN or a branch has no such choice
     */
    public void writeTo(Actions actions) {
        for (int i = 0; i < continuous.length; i++) {
            actions.setContinuous(i, continuous[i]);
        }
        for (int b = 0; b < choices.length; b++) {
            actions.setDiscrete(b, choices[b]);
        }
    }
}

package io.github.gdxagents.agent;

import java.util.Arrays;

/**
 * The actions of one decision of one agent: continuous values in [-1, 1] and one choice of each branch.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class Actions {
    private final ActionSpec spec;
    private final float[] continuous;
    private final int[] discrete;

    /**
     * Makes actions at rest (continuous values 0, choices 0).
     *
     * @param spec the named actions
     */
    public Actions(ActionSpec spec) {
        this.spec = spec;
        continuous = new float[spec.continuousSize()];
        discrete = new int[spec.branchCount()];
    }

    /**
     * What the actions mean.
     *
     * @return the named actions
     */
    public ActionSpec spec() {
        return spec;
    }

    /**
     * A continuous value.
     *
     * @param index its position in {@link ActionSpec#continuous()}
     * @return in [-1, 1]
     */
    public float continuous(int index) {
        return continuous[index];
    }

    /**
     * The choice of a branch.
     *
     * @param branch its position in {@link ActionSpec#branches()}
     * @return the choice's index
     */
    public int discrete(int branch) {
        return discrete[branch];
    }

    /**
     * Sets a continuous value.
     *
     * @param index its position in {@link ActionSpec#continuous()}
     * @param value clamped to [-1, 1]
     * @throws IllegalArgumentException if the value is NaN
     */
    public void setContinuous(int index, float value) {
        if (Float.isNaN(value)) {
            throw new IllegalArgumentException(
                    "action '" + spec.continuous().get(index) + "' must be a number, but is NaN");
        }
        continuous[index] = Math.max(-1f, Math.min(1f, value));
    }

    /**
     * Sets the choice of a branch.
     *
     * @param branch its position in {@link ActionSpec#branches()}
     * @param choice the choice's index
     * @throws IllegalArgumentException if the branch has no such choice
     */
    public void setDiscrete(int branch, int choice) {
        if (choice < 0 || choice >= spec.branchSize(branch)) {
            throw new IllegalArgumentException(
                    "action branch '" + spec.branches().get(branch).name() + "' has choices 0 to "
                            + (spec.branchSize(branch) - 1) + ", but was given " + choice);
        }
        discrete[branch] = choice;
    }

    /** Puts everything at rest: continuous values 0, choices 0. */
    public void clear() {
        Arrays.fill(continuous, 0f);
        Arrays.fill(discrete, 0);
    }

    /**
     * Copies the actions of another decision.
     *
     * @param other of the same specification
     * @throws IllegalArgumentException if its specification differs
     */
    public void set(Actions other) {
        if (spec != other.spec && !spec.equals(other.spec)) {
            throw new IllegalArgumentException("actions of " + other.spec + " can't be copied to " + spec);
        }
        System.arraycopy(other.continuous, 0, continuous, 0, continuous.length);
        System.arraycopy(other.discrete, 0, discrete, 0, discrete.length);
    }

    @Override
    public String toString() {
        return "actions[" + Arrays.toString(continuous) + ", " + Arrays.toString(discrete) + "]";
    }
}

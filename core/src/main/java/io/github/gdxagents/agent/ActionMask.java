package io.github.gdxagents.agent;

import java.util.Arrays;

/**
 * Which discrete choices are allowed for one decision of one agent.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class ActionMask {
    private final ActionSpec spec;
    private final boolean[] forbidden;
    private boolean restricted;

    /**
     * Makes a mask that allows everything.
     *
     * @param spec the named actions
     */
    public ActionMask(ActionSpec spec) {
        this.spec = spec;
        forbidden = new boolean[spec.choiceCount()];
    }

    /**
     * Forbids a choice for this decision.
     *
     * @param branch its position in {@link ActionSpec#branches()}
     * @param choice the choice's index
     * @throws IllegalArgumentException if the branch has no such choice
     */
    public void forbid(int branch, int choice) {
        if (choice < 0 || choice >= spec.branchSize(branch)) {
            throw new IllegalArgumentException(
                    "mask of action branch '" + spec.branches().get(branch).name() + "': it has choices 0 to "
                            + (spec.branchSize(branch) - 1) + ", but " + choice + " was forbidden");
        }
        forbidden[spec.choiceOffset(branch) + choice] = true;
        restricted = true;
    }

    /** Allows everything again. */
    public void clear() {
        if (restricted) {
            Arrays.fill(forbidden, false);
            restricted = false;
        }
    }

    /**
     * Whether a choice is allowed.
     *
     * @param branch its position in {@link ActionSpec#branches()}
     * @param choice the choice's index
     * @return true unless it was forbidden
     */
    public boolean isAllowed(int branch, int choice) {
        return !forbidden[spec.choiceOffset(branch) + choice];
    }

    /**
     * Whether a choice is allowed, by its position among all choices.
     *
     * @param index {@code spec.choiceOffset(branch) + choice}
     * @return true unless it was forbidden
     */
    public boolean isAllowed(int index) {
        return !forbidden[index];
    }

    /**
     * Checks that a decision is possible.
     *
     * @throws IllegalStateException if a branch has no choice left
     */
    public void requireChoice() {
        if (!restricted) {
            return;
        }
        for (int branch = 0; branch < spec.branchCount(); branch++) {
            if (!hasChoice(branch)) {
                throw new IllegalStateException("mask of action branch '"
                        + spec.branches().get(branch).name() + "': all " + spec.branchSize(branch)
                        + " choices are forbidden; leave at least one, or make the agent INACTIVE");
            }
        }
    }

    private boolean hasChoice(int branch) {
        for (int choice = 0; choice < spec.branchSize(branch); choice++) {
            if (isAllowed(branch, choice)) {
                return true;
            }
        }
        return false;
    }
}

package io.github.gdxagents.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an agent decides: continuous values in [-1, 1], discrete branches, or both (hybrid).
 *
 * <p>Arrays over all discrete choices (masks, logits) are laid out branch after branch: choice c of branch b stands at
 * {@code choiceOffset(b) + c}.
 */
public final class ActionSpec {
    /** Most continuous values. */
    public static final int MAX_CONTINUOUS = 1 << 10;

    /** Most discrete branches. */
    public static final int MAX_BRANCHES = 1 << 8;

    private final List<String> continuous;
    private final List<ActionBranch> branches;
    private final int[] choiceOffsets;

    private ActionSpec(Builder builder) {
        continuous = Collections.unmodifiableList(new ArrayList<String>(builder.continuous));
        branches = Collections.unmodifiableList(new ArrayList<ActionBranch>(builder.branches));
        if (continuous.isEmpty() && branches.isEmpty()) {
            throw new IllegalArgumentException(
                    "action: an agent must decide something, but there is neither a continuous value nor a branch");
        }
        requireAtMost(MAX_CONTINUOUS, "continuous values", continuous.size());
        requireAtMost(MAX_BRANCHES, "branches", branches.size());
        List<String> names = new ArrayList<String>(continuous);
        choiceOffsets = new int[branches.size() + 1];
        for (int b = 0; b < branches.size(); b++) {
            names.add(branches.get(b).name());
            choiceOffsets[b + 1] = choiceOffsets[b] + branches.get(b).size();
        }
        Names.unique("action", names);
    }

    private static void requireAtMost(int most, String what, int count) {
        if (count > most) {
            throw new IllegalArgumentException(
                    "action: it may have at most " + most + " " + what + ", but has " + count);
        }
    }

    /**
     * Starts a specification.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The names of the continuous values.
     *
     * @return unmodifiable, possibly empty
     */
    public List<String> continuous() {
        return continuous;
    }

    /**
     * The discrete branches.
     *
     * @return unmodifiable, possibly empty
     */
    public List<ActionBranch> branches() {
        return branches;
    }

    /**
     * How many continuous values there are.
     *
     * @return 0 or more
     */
    public int continuousSize() {
        return continuous.size();
    }

    /**
     * How many discrete branches there are.
     *
     * @return 0 or more
     */
    public int branchCount() {
        return branches.size();
    }

    /**
     * How many choices a branch has.
     *
     * @param branch its index
     * @return at least 2
     */
    public int branchSize(int branch) {
        return choiceOffsets[branch + 1] - choiceOffsets[branch];
    }

    /**
     * Where a branch begins in arrays over all choices.
     *
     * @param branch its index
     * @return the index of its first choice
     */
    public int choiceOffset(int branch) {
        return choiceOffsets[branch];
    }

    /**
     * How many choices all branches have together.
     *
     * @return 0 if there is no branch
     */
    public int choiceCount() {
        return choiceOffsets[choiceOffsets.length - 1];
    }

    /**
     * How many outputs a policy network has for these actions: a mean for each continuous value, then a logit for each choice.
     *
     * @return at least 1
     */
    public int outputSize() {
        return continuousSize() + choiceCount();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionSpec
                && continuous.equals(((ActionSpec) other).continuous)
                && branches.equals(((ActionSpec) other).branches);
    }

    @Override
    public int hashCode() {
        return 31 * continuous.hashCode() + branches.hashCode();
    }

    @Override
    public String toString() {
        return "action[continuous " + continuous + ", branches " + branches + "]";
    }

    /** Collects the actions in order. Thread safety: none. */
    public static final class Builder {
        private final List<String> continuous = new ArrayList<String>();
        private final List<ActionBranch> branches = new ArrayList<ActionBranch>();

        private Builder() {}

        /**
         * Adds continuous values.
         *
         * @param names one for each value
         * @return this
         * @throws IllegalArgumentException if a name is empty, too long or not printable
         */
        public Builder continuous(String... names) {
            for (String name : names) {
                continuous.add(Names.valid("continuous action", name));
            }
            return this;
        }

        /**
         * Adds a discrete branch.
         *
         * @param name the branch's name
         * @param choices the names of two to {@value ActionBranch#MAX_CHOICES} choices
         * @return this
         * @throws IllegalArgumentException as {@link ActionBranch} does
         */
        public Builder branch(String name, String... choices) {
            branches.add(new ActionBranch(name, choices));
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return the specification
         * @throws IllegalArgumentException if it is empty, a name is used twice, or there are too many values or branches
         */
        public ActionSpec build() {
            return new ActionSpec(this);
        }
    }
}

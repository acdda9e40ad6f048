package io.github.gdxagents.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What agents of one kind perceive and do, and when: the contract between a game and the policies trained for it.
 *
 * <p>Timing is part of it, so that the game and the trainer can't disagree: a decision is due every {@code decisionPeriod} physics
 * steps, and an episode is cut off (truncated) after {@code stepLimit} decisions.
 */
public final class BehaviorSpec {
    /** A step limit that never cuts an episode off. */
    public static final int NO_STEP_LIMIT = 0;

    private final String name;
    private final ObservationSpec observation;
    private final ActionSpec action;
    private final int decisionPeriod;
    private final int stepLimit;
    private final List<String> rewardTerms;
    private final List<String> statistics;

    private BehaviorSpec(Builder builder) {
        name = builder.name;
        observation = required("observation", builder.observation);
        action = required("action", builder.action);
        decisionPeriod = builder.decisionPeriod;
        stepLimit = builder.stepLimit;
        rewardTerms = builder.rewardTerms;
        statistics = builder.statistics;
    }

    private <T> T required(String part, T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "behavior '" + name + "': it has no " + part + " specification; give one to the builder");
        }
        return value;
    }

    /**
     * Starts a specification with decision period 1 and no step limit.
     *
     * @param name the behavior's name, printable and without blanks
     * @return a builder
     * @throws IllegalArgumentException if the name is empty, too long or not printable
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * The behavior's name.
     *
     * @return unique within a game
     */
    public String name() {
        return name;
    }

    /**
     * What is perceived.
     *
     * @return the named values
     */
    public ObservationSpec observation() {
        return observation;
    }

    /**
     * What is decided.
     *
     * @return the named actions
     */
    public ActionSpec action() {
        return action;
    }

    /**
     * Physics steps from one decision to the next.
     *
     * @return at least 1
     */
    public int decisionPeriod() {
        return decisionPeriod;
    }

    /**
     * Decisions after which the simulation's episode is cut off, counted from its reset.
     *
     * @return at least 1, or {@link #NO_STEP_LIMIT}
     */
    public int stepLimit() {
        return stepLimit;
    }

    /**
     * The parts that the reward is reported in, see {@link Agent#rewardTerms}.
     *
     * @return unmodifiable; empty if the reward is reported as a whole
     */
    public List<String> rewardTerms() {
        return rewardTerms;
    }

    /**
     * The game's own figures of an episode, see {@link Agent#statistics}.
     *
     * @return unmodifiable, possibly empty
     */
    public List<String> statistics() {
        return statistics;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof BehaviorSpec)) {
            return false;
        }
        BehaviorSpec that = (BehaviorSpec) other;
        return name.equals(that.name)
                && observation.equals(that.observation)
                && action.equals(that.action)
                && decisionPeriod == that.decisionPeriod
                && stepLimit == that.stepLimit
                && rewardTerms.equals(that.rewardTerms)
                && statistics.equals(that.statistics);
    }

    @Override
    public int hashCode() {
        return (31 * name.hashCode() + observation.hashCode()) * 31 + action.hashCode();
    }

    @Override
    public String toString() {
        return "behavior '" + name + "' [" + observation + ", " + action + ", decision period " + decisionPeriod
                + ", step limit " + stepLimit + "]";
    }

    /** Collects the parts of a behavior. Thread safety: none. */
    public static final class Builder {
        private final String name;
        private ObservationSpec observation;
        private ActionSpec action;
        private int decisionPeriod = 1;
        private int stepLimit = NO_STEP_LIMIT;
        private List<String> rewardTerms = Collections.emptyList();
        private List<String> statistics = Collections.emptyList();

        private Builder(String name) {
            this.name = Names.valid("behavior", name);
        }

        /**
         * Sets what is perceived.
         *
         * @param spec the named values
         * @return this
         */
        public Builder observation(ObservationSpec spec) {
            observation = spec;
            return this;
        }

        /**
         * Sets what is decided.
         *
         * @param spec the named actions
         * @return this
         */
        public Builder action(ActionSpec spec) {
            action = spec;
            return this;
        }

        /**
         * Sets the physics steps from one decision to the next.
         *
         * @param steps at least 1
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder decisionPeriod(int steps) {
            if (steps < 1) {
                throw new IllegalArgumentException("behavior '" + name
                        + "': the decision period must be at least 1 physics step, but is " + steps);
            }
            decisionPeriod = steps;
            return this;
        }

        /**
         * Sets the decisions after which an episode is cut off.
         *
         * @param decisions at least 1, or {@link #NO_STEP_LIMIT}
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder stepLimit(int decisions) {
            if (decisions < 0) {
                throw new IllegalArgumentException("behavior '" + name
                        + "': the step limit must be at least 1 decision, or 0 for none, but is " + decisions);
            }
            stepLimit = decisions;
            return this;
        }

        /**
         * Names the parts that the reward is reported in.
         *
         * @param names printable and without blanks, each once
         * @return this
         * @throws IllegalArgumentException if a name is empty, too long, not printable or there twice
         */
        public Builder rewardTerms(String... names) {
            rewardTerms = distinct("reward term", names);
            return this;
        }

        /**
         * Names the game's own figures of an episode, such as {@code caught} or {@code fuel}.
         *
         * @param names printable and without blanks, each once
         * @return this
         * @throws IllegalArgumentException if a name is empty, too long, not printable or there twice
         */
        public Builder statistics(String... names) {
            statistics = distinct("statistic", names);
            return this;
        }

        private List<String> distinct(String kind, String... names) {
            Set<String> distinct = new LinkedHashSet<String>();
            for (String each : names) {
                if (!distinct.add(Names.valid(kind, each))) {
                    throw new IllegalArgumentException(
                            "behavior '" + name + "': the " + kind + " '" + each + "' is there twice; name each once");
                }
            }
            return Collections.unmodifiableList(new ArrayList<String>(distinct));
        }

        /**
         * Makes the specification.
         *
         * @return the specification
         * @throws IllegalArgumentException if observation or action is missing
         */
        public BehaviorSpec build() {
            return new BehaviorSpec(this);
        }
    }
}

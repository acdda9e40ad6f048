package io.github.gdxagents.agent;

/**
 * One character of a {@link Simulation}: what it perceives, what it can do and what is rewarded.
 *
 * <p>At each decision the caller takes the reward of the steps before, lets the agent observe and mask, and hands it actions, which
 * hold until the next decision. {@link io.github.gdxagents.episode.EpisodeLoop} says when a decision is due.
 *
 * <p>None of the methods may allocate: they run for every character in every frame, and millions of times in training.
 *
 * <p>Thread safety: that of its simulation (one thread at a time).
 */
public interface Agent {
    /**
     * What this agent's observations and actions are. Agents with one behavior share one policy.
     *
     * @return always the same specification
     */
    BehaviorSpec behavior();

    /**
     * Writes what the agent perceives now. Calling it changes nothing in the simulation.
     *
     * @param out takes exactly the values of the behavior's {@link ObservationSpec}, in its order, all finite
     */
    void observe(ObservationWriter out);

    /**
     * Forbids discrete choices for the coming decision. By default everything is allowed.
     *
     * @param mask allows everything when handed over; each branch must keep at least one choice
     */
    default void mask(ActionMask mask) {}

    /**
     * Takes the actions of a decision; they hold until the next one.
     *
     * @param actions continuous values in [-1, 1] and the index of the choice of each branch; only valid during the call
     */
    void act(Actions actions);

    /**
     * Takes the reward gathered since the last call (or since the reset).
     *
     * @return the sum of the rewards, finite; 0 right after a call
     */
    float takeReward();

    /**
     * Reports the parts of the reward that {@link #takeReward} is about to give; called right before it. By default there are none.
     *
     * @param out the {@link BehaviorSpec#rewardTerms}, all 0 when handed over; they must add up to the reward
     */
    default void rewardTerms(NamedValues out) {}

    /**
     * Reports the game's own figures of the running episode, as they are now: what was caught so far, what fuel is left. Asked for at its
     * end, and whenever somebody looks; calling it changes nothing in the simulation.
     *
     * @param out the {@link BehaviorSpec#statistics}, all 0 when handed over
     */
    default void statistics(NamedValues out) {}

    /**
     * The team that this agent belongs to. Its rewards are every member's, and the members' episodes end with the team's: an agent that
     * shows its own end before waits until then, and what its team earns meanwhile is credited to its last decision.
     *
     * @return always the same during an episode; null for an agent that plays for itself
     */
    default Team team() {
        return null;
    }

    /**
     * What the last step meant for this agent. An end is shown for at least one step; after it the agent may become
     * {@link StepStatus#INACTIVE}, or {@link StepStatus#RUNNING} again in a new episode of its own.
     *
     * @return the status; {@link StepStatus#RUNNING} or {@link StepStatus#INACTIVE} right after a reset
     */
    StepStatus status();

    /**
     * Decides as a player's keyboard or a scripted bot would. By default it leaves the actions as they are: at rest.
     *
     * @param out continuous values 0 and choices 0 when handed over; overwritten
     */
    default void heuristic(Actions out) {}
}

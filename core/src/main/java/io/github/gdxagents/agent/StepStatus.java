package io.github.gdxagents.agent;

/**
 * What an agent's last physics step meant for its episode.
 *
 * <p>The two ends are kept apart because they mean different things to learning: after {@link #TERMINATED} the future is worth
 * nothing, after {@link #TRUNCATED} the episode was only cut off and would have gone on, so its future is estimated.
 *
 * <p>Source: Pardo et al. 2018, "Time Limits in Reinforcement Learning", arXiv:1712.00378.
 */
public enum StepStatus {
    /** The agent lives and takes decisions. */
    RUNNING,

    /** The rules ended the agent's episode (a crash, a goal, a death): nothing follows, the value after it is 0. */
    TERMINATED,

    /** The agent's episode was cut off from outside (a time limit): its last observation still has a value. */
    TRUNCATED,

    /** The agent waits or is dead: it takes no decisions until it is {@link #RUNNING} again. */
    INACTIVE;

    /**
     * Whether an episode ended with this step.
     *
     * @return true for {@link #TERMINATED} and {@link #TRUNCATED}
     */
    public boolean isEnd() {
        return this == TERMINATED || this == TRUNCATED;
    }
}

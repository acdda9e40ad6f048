package io.github.gdxagents.agent;

/**
 * Agents that win and lose together. The game makes one for each team and its agents give it as {@link Agent#team}.
 *
 * <p>What the team earns is every member's, also of those that are dead or wait. Their episodes end when the team's ends: of a member that
 * shows its own end before, the last decision stays open until then, so that a sacrifice is worth what it brings.
 *
 * <p>Thread safety: that of the simulation (one thread at a time). Allocates nothing after construction.
 */
public final class Team {
    private final String name;
    private double reward;
    private StepStatus status = StepStatus.RUNNING;

    /**
     * Makes a team without members; its episode runs.
     *
     * @param name printable and without blanks
     * @throws IllegalArgumentException if the name is empty, too long or not printable
     */
    public Team(String name) {
        this.name = Names.valid("team", name);
    }

    /** Begins an episode. Call it in {@link Simulation#reset}. */
    public void begin() {
        reward = 0;
        status = StepStatus.RUNNING;
    }

    /**
     * Rewards every member.
     *
     * @param value what each of them gets
     * @throws IllegalArgumentException if it is not finite, or what the team has earned in the episode is more than a float holds
     */
    public void addReward(float value) {
        if (!isFinite((float) (reward + value))) {
            throw new IllegalArgumentException("team '" + name + "': a reward must be finite, but is " + value
                    + (isFinite(value) ? ", which makes more than a float holds of " + reward : ""));
        }
        reward += value;
    }

    private static boolean isFinite(float value) {
        return !Float.isNaN(value) && !Float.isInfinite(value);
    }

    /**
     * Ends the episode of all members.
     *
     * @param end {@link StepStatus#TERMINATED} if the rules ended it, {@link StepStatus#TRUNCATED} if it was cut off
     * @throws IllegalArgumentException if it is no end
     */
    public void end(StepStatus end) {
        if (!end.isEnd()) {
            throw new IllegalArgumentException(
                    "team '" + name + "': it must end TERMINATED or TRUNCATED, but was ended " + end);
        }
        status = end;
    }

    /**
     * The team's name.
     *
     * @return unique within a game
     */
    public String name() {
        return name;
    }

    /**
     * What each member got since the episode began.
     *
     * @return the sum
     */
    public double reward() {
        return reward;
    }

    /**
     * How the team's episode goes.
     *
     * @return {@link StepStatus#RUNNING} until it ends
     */
    public StepStatus status() {
        return status;
    }
}

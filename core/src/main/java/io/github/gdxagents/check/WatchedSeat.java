package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;
import io.github.gdxagents.episode.Seat;
import java.util.Arrays;

/** What a {@link Playthrough} knows of one agent beside its seat. */
final class WatchedSeat {
    final Seat seat;
    final GuardedAgent agent;
    final BehaviorSpec behavior;
    /** Whether the agent observed in this turn, and all its values. */
    boolean observed;
    /** Whether an episode of the agent is under way: it was running since the reset or its last end. */
    boolean open;

    boolean wasOpen;
    /** Whether the seat's episode ended in this turn, by its own, its team's or the game's end. */
    boolean ended;

    StepStatus status = StepStatus.INACTIVE;
    StepStatus previous = StepStatus.INACTIVE;
    /** What was taken in this turn. */
    float reward;

    /** {@code [terms]}, the parts of that. */
    final float[] rewardTerms;

    /** What its team earned in this turn, after it had ended. */
    float lateTeamReward;

    private final ObservationWriter writer;
    private Team team;
    private double teamReward;
    private boolean isTeamOver;

    WatchedSeat(Seat seat, GuardedAgent agent) {
        this.seat = seat;
        this.agent = agent;
        behavior = agent.behavior();
        rewardTerms = new float[behavior.rewardTerms().size()];
        writer = new ObservationWriter(behavior.observation());
    }

    void reset() {
        open = false;
        team = agent.team();
        isTeamOver = false;
        status = StepStatus.INACTIVE;
        beginTurn();
        update();
    }

    void beginTurn() {
        observed = false;
        ended = false;
        reward = 0;
        Arrays.fill(rewardTerms, 0);
    }

    /** Adds the reward that the seat has taken. */
    void addReward() {
        reward += seat.reward();
        for (int i = 0; i < rewardTerms.length; i++) {
            rewardTerms[i] += seat.rewardTerms().get(i);
        }
    }

    /** Lets the agent observe once more; what can't be is reported. */
    float[] observeAgain() {
        float[] again = new float[behavior.observation().size()];
        agent.observe(writer.begin(again));
        return again;
    }

    ActionMask freshMask() {
        ActionMask fresh = new ActionMask(behavior.action());
        agent.mask(fresh);
        return fresh;
    }

    void update() {
        previous = status;
        wasOpen = open;
        status = agent.status();
        open = status == StepStatus.RUNNING || (open && !status.isEnd());
        updateTeam();
    }

    private void updateTeam() {
        if (team != null) {
            lateTeamReward = isTeamOver ? (float) (team.reward() - teamReward) : 0;
            teamReward = team.reward();
            isTeamOver = team.status().isEnd();
        }
    }

    /** The team that the agent had at the reset, or null. */
    Team team() {
        return team;
    }

    boolean isTeamOver() {
        return isTeamOver;
    }

    /** Whether the game shows that the agent's episode has ended: members end with their team, whether they died before or wait. */
    boolean isEndShown() {
        return team == null ? status.isEnd() : isTeamOver;
    }
}

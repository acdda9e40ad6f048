package io.github.gdxagents.check;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Team;
import java.util.List;

/** Whether the agents, their behaviors and teams stay what they were, each is there once, and behaviors of one name are one. */
final class AgentsProbe implements Probe {
    @Override
    public void began(Playthrough play) {
        compareAgents(play);
        for (int i = 0; i < play.watchedSeats().size(); i++) {
            for (int j = 0; j < i; j++) {
                compareBehaviors(play, j, i);
                requireOther(play, j, i);
            }
        }
    }

    @Override
    public void stepped(Playthrough play) {
        compareAgents(play);
        for (WatchedSeat watched : play.watchedSeats()) {
            compareTeam(play, watched);
        }
    }

    private static void requireOther(Playthrough play, int first, int second) {
        GuardedAgent agent = play.watched(second).agent;
        if (agent.unguarded() == play.watched(first).agent.unguarded()) {
            play.report(
                    FindingKind.AGENT_TWICE,
                    agent.name(),
                    "an agent of its own",
                    play.watched(first).agent.name() + " again");
        }
    }

    private static void compareTeam(Playthrough play, WatchedSeat watched) {
        Team now = watched.agent.team();
        if (now != watched.team()) {
            play.report(
                    FindingKind.TEAM_CHANGES,
                    watched.agent.name(),
                    describe(watched.team()) + ", as at the reset",
                    describe(now));
        }
    }

    private static String describe(Team team) {
        return team == null ? "no team" : "team '" + team.name() + "'";
    }

    private static void compareAgents(Playthrough play) {
        List<? extends Agent> now = play.simulation().unguardedAgents();
        int size = play.watchedSeats().size();
        if (now == null || now.size() != size) {
            play.report(
                    FindingKind.AGENTS_CHANGE,
                    "agents()",
                    size + " agents, as in the beginning",
                    now == null ? "null" : now.size() + " agents");
            return;
        }
        for (int i = 0; i < size; i++) {
            GuardedAgent agent = play.watched(i).agent;
            if (now.get(i) != agent.unguarded()) {
                play.report(
                        FindingKind.AGENTS_CHANGE, agent.name(), "the same agent as in the beginning", "another one");
            } else {
                compareBehavior(play, agent);
            }
        }
    }

    private static void compareBehavior(Playthrough play, GuardedAgent agent) {
        BehaviorSpec now = agent.behaviorNow();
        if (!agent.behavior().equals(now)) {
            play.report(FindingKind.BEHAVIOR_CHANGES, agent.name(), "" + agent.behavior(), "" + now);
        }
    }

    private static void compareBehaviors(Playthrough play, int first, int second) {
        GuardedAgent one = play.watched(first).agent;
        GuardedAgent other = play.watched(second).agent;
        if (one.behavior().name().equals(other.behavior().name())
                && !one.behavior().equals(other.behavior())) {
            play.report(
                    FindingKind.BEHAVIORS_DIFFER,
                    "behavior '" + one.behavior().name() + "'",
                    one.name() + " has " + one.behavior(),
                    other.name() + " has " + other.behavior());
        }
    }
}

package io.github.gdxagents.check;

import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;

/** A correct game of two runners in a team, which ends when both have. */
class TeamToy extends Toy {
    final Team team = new Team("runners");

    @Override
    ToyAgent agent() {
        return new ToyAgent() {
            @Override
            public Team team() {
                return team;
            }
        };
    }

    @Override
    public void reset(long seed) {
        super.reset(seed);
        team.begin();
    }

    @Override
    public void step() {
        super.step();
        if (!team.status().isEnd() && super.isEpisodeOver()) {
            end();
        }
    }

    void end() {
        team.addReward(1);
        team.end(StepStatus.TERMINATED);
    }
}

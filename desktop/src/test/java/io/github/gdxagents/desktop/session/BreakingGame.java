package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/** A game with one agent that does one thing wrong after some steps. */
public final class BreakingGame implements Simulation, Agent {
    /** What it does. */
    public enum Where {
        RESET,
        STEP,
        ACT,
        OBSERVES_NAN,
        REWARDS_NAN,
        /** Only when the agent has ended. */
        LAST_REWARD,
        STATUS_IS_NULL,
        /** No fault, but not what was recorded. */
        OBSERVES_MORE
    }

    private final Simulation game;
    private final Agent agent;
    private final Where where;
    private final int after;
    private final ObservationWriter writer;
    private final float[] observation;
    private int steps;

    public BreakingGame(Simulation game, Where where, int after) {
        this.game = game;
        this.where = where;
        this.after = after;
        agent = game.agents().get(0);
        writer = new ObservationWriter(agent.behavior().observation());
        observation = new float[agent.behavior().observation().size()];
    }

    private boolean breaks(Where place) {
        return where == place && steps == after;
    }

    private void breakIf(Where place) {
        if (breaks(place)) {
            throw new IllegalStateException("it broke");
        }
    }

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {
        steps = 0;
        game.reset(seed);
        if (where == Where.RESET) {
            throw new IllegalStateException("it broke");
        }
    }

    @Override
    public void step() {
        breakIf(Where.STEP);
        game.step();
        steps++;
    }

    @Override
    public boolean isEpisodeOver() {
        return game.isEpisodeOver();
    }

    @Override
    public BehaviorSpec behavior() {
        return agent.behavior();
    }

    @Override
    public void observe(ObservationWriter out) {
        agent.observe(writer.begin(observation));
        for (int i = 0; i < observation.length; i++) {
            boolean isLast = i == observation.length - 1;
            float more = where == Where.OBSERVES_MORE && steps >= after ? 1f : 0f;
            out.add(isLast && breaks(Where.OBSERVES_NAN) ? Float.NaN : observation[i] + more);
        }
    }

    @Override
    public void act(Actions actions) {
        breakIf(Where.ACT);
        agent.act(actions);
    }

    @Override
    public float takeReward() {
        boolean isNaN = breaks(Where.REWARDS_NAN)
                || where == Where.LAST_REWARD && agent.status().isEnd();
        return isNaN ? Float.NaN : agent.takeReward();
    }

    @Override
    public StepStatus status() {
        return breaks(Where.STATUS_IS_NULL) ? null : agent.status();
    }

    @Override
    public void heuristic(Actions out) {
        agent.heuristic(out);
    }

    @Override
    public void dispose() {
        game.dispose();
    }
}

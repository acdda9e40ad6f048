package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A simulation that overhears its first agent. A replay finds a fault again only if the game is asked what it was asked then, in the same
 * order: whoever looks on must not ask anything himself.
 *
 * <p>Thread safety: that of the game.
 */
public final class Witness implements Simulation, Onlooker {
    private final Simulation game;
    private final List<Agent> agents;
    private final Actions actions;
    private final float[] observation;
    private float reward;

    /**
     * Makes a witness.
     *
     * @param game is stepped through this object alone
     */
    public Witness(Simulation game) {
        this.game = game;
        List<Agent> list = new ArrayList<>(game.agents());
        BehaviorSpec behavior = list.get(0).behavior();
        actions = new Actions(behavior.action());
        observation = new float[behavior.observation().size()];
        list.set(0, new Overheard(list.get(0), behavior));
        agents = Collections.unmodifiableList(list);
    }

    /**
     * The first agent's last actions.
     *
     * @return kept and overwritten by the next decision
     */
    public Actions actions() {
        return actions;
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0f;
        return taken;
    }

    /** What was written at the last decision; of an observation that was broken off, as much as there was. */
    @Override
    public void observe(float[] target) {
        System.arraycopy(observation, 0, target, 0, observation.length);
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        actions.clear();
        Arrays.fill(observation, 0f);
        reward = 0f;
        game.reset(seed);
    }

    @Override
    public void step() {
        game.step();
    }

    @Override
    public boolean isEpisodeOver() {
        return game.isEpisodeOver();
    }

    @Override
    public void dispose() {
        game.dispose();
    }

    private final class Overheard implements Agent {
        private final Agent agent;
        private final BehaviorSpec behavior;

        Overheard(Agent agent, BehaviorSpec behavior) {
            this.agent = agent;
            this.behavior = behavior;
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {
            try {
                agent.observe(out);
            } finally {
                for (int i = 0; i < out.written(); i++) {
                    observation[i] = out.get(i);
                }
            }
        }

        @Override
        public void mask(ActionMask mask) {
            agent.mask(mask);
        }

        @Override
        public void act(Actions chosen) {
            actions.set(chosen);
            agent.act(chosen);
        }

        @Override
        public float takeReward() {
            float taken = agent.takeReward();
            reward += taken;
            return taken;
        }

        @Override
        public StepStatus status() {
            return agent.status();
        }

        @Override
        public void heuristic(Actions out) {
            agent.heuristic(out);
        }
    }
}

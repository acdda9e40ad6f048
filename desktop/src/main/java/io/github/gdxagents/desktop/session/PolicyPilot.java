package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.policy.DecisionBatch;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyDriver;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a trained policy decide for all agents of the behavior it was trained for; agents of other behaviors follow their heuristic.
 *
 * <p>The policy can be replaced while an episode runs.
 *
 * <p>Thread safety: none.
 */
public final class PolicyPilot implements Pilot {
    private final EpisodeRunner runner;
    private final String game;
    private final String source;
    private final String name;
    private final DecisionMode mode;
    private final List<Agent> driven = new ArrayList<>();
    private final Agent[] others;
    private final Actions[] otherActions;
    private final Actions resting;
    private NetworkPolicy policy;
    private PolicyDriver driver;
    private long seed;

    /**
     * Makes a pilot.
     *
     * @param runner the episode
     * @param game the game's name, for messages
     * @param source where the policy came from, for messages
     * @param model the policy
     * @param mode whether the likeliest action is taken or one is drawn
     * @throws io.github.gdxagents.policy.PolicyMismatchException if the policy fits no agent; it lists why
     */
    public PolicyPilot(EpisodeRunner runner, String game, String source, PolicyModel model, DecisionMode mode) {
        this.runner = runner;
        this.game = game;
        this.source = source;
        name = "policy " + source;
        this.mode = mode;
        String behavior = behaviorFor(model).name();
        List<Agent> rest = new ArrayList<>();
        for (int i = 0; i < runner.agentCount(); i++) {
            Agent agent = runner.agent(i);
            (agent.behavior().name().equals(behavior) ? driven : rest).add(agent);
        }
        others = rest.toArray(new Agent[0]);
        otherActions = new Actions[others.length];
        for (int i = 0; i < others.length; i++) {
            otherActions[i] = new Actions(others[i].behavior().action());
        }
        resting = new Actions(runner.agent(0).behavior().action());
        replace(model);
    }

    /** The game's behavior of that name, or its first one, so that the message can say what differs. */
    private BehaviorSpec behaviorFor(PolicyModel model) {
        for (int i = 0; i < runner.agentCount(); i++) {
            if (runner.agent(i).behavior().name().equals(model.behavior().name())) {
                return runner.agent(i).behavior();
            }
        }
        return runner.agent(0).behavior();
    }

    /**
     * Goes on with another policy from the next decision on. If it has memory, it begins with none, since what another remembered means
     * nothing to it.
     *
     * @param model the new policy
     * @throws io.github.gdxagents.policy.PolicyMismatchException if it doesn't fit; then the old one stays
     */
    public void replace(PolicyModel model) {
        PolicyFit.requireFit(model, driven.get(0).behavior(), source, game);
        NetworkPolicy replacement = new NetworkPolicy(model, driven.size());
        PolicyDriver replacementDriver = new PolicyDriver(replacement, mode, seed);
        replacementDriver.attachAll(driven);
        replacementDriver.reset(RandomStream.hash(seed, runner.steps()), runner.steps());
        policy = replacement;
        driver = replacementDriver;
    }

    @Override
    public void reset(long newSeed) {
        seed = newSeed;
        driver.reset(newSeed);
    }

    @Override
    public void decide() {
        driver.update();
        for (int i = 0; i < others.length; i++) {
            if (others[i].status() == StepStatus.RUNNING
                    && runner.steps() % others[i].behavior().decisionPeriod() == 0) {
                otherActions[i].clear();
                others[i].heuristic(otherActions[i]);
                others[i].act(otherActions[i]);
            }
        }
    }

    @Override
    public Actions actions() {
        int row = driver.rowOf(runner.agent(0));
        return row < 0 ? resting : driver.batch().actions(row);
    }

    @Override
    public boolean probabilities(float[] target) {
        int row = driver.rowOf(runner.agent(0));
        if (row < 0) {
            return false;
        }
        DecisionBatch batch = driver.batch();
        policy.probabilities(batch.outputs(row), batch.mask(row), target);
        return true;
    }

    @Override
    public String name() {
        return name;
    }
}

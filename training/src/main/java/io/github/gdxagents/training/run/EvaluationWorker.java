package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyDriver;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.rollout.InstanceFactory;
import io.github.gdxagents.training.rollout.Pulse;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays episodes of one simulation with given policies. What an episode yields depends on its seed alone.
 *
 * <p>Thread safety: none; one thread at a time.
 */
final class EvaluationWorker implements AutoCloseable {
    /** Ends an episode of a game that has no step limit and does not end by itself. */
    private static final long MOST_STEPS = 1_000_000;

    private final InstanceFactory factory;
    private final Pulse pulse = new Pulse();
    private volatile RecordedSimulation simulation; // looked at by whoever finds it stuck
    private EpisodeRunner runner;
    private boolean isBroken;
    private List<PolicyModel> policies;
    private DecisionMode mode;
    private final List<PolicyDriver> drivers = new ArrayList<>();
    private int[] groupOf;
    private boolean[] playing;
    private double[] returns;
    private int[] lengths;

    EvaluationWorker(InstanceFactory factory, int number) {
        this.factory = factory;
        make(number, "evaluation instance " + number);
    }

    private void make(int number, String place) {
        simulation = factory.make(number, place);
        runner = new EpisodeRunner(simulation);
        isBroken = false;
    }

    /** After a fault: a new instance takes the place of the broken one before the next episode. */
    void giveUp() {
        InstanceFactory.dispose(simulation, "evaluation");
        isBroken = true;
    }

    /**
     * Gets ready for an episode.
     *
     * @throws io.github.gdxagents.training.rollout.SimulationFault if a new instance is needed and can't be made
     */
    void prepare(int episode, String place) {
        if (isBroken) {
            make(episode, place);
            use(policies, mode);
        }
    }

    /** Hands the agents over to policies. */
    void use(List<PolicyModel> newPolicies, DecisionMode newMode) {
        policies = newPolicies;
        mode = newMode;
        int agents = runner.agentCount();
        groupOf = new int[agents];
        playing = new boolean[agents];
        returns = new double[agents];
        lengths = new int[agents];
        drivers.clear();
        for (PolicyModel model : policies) {
            drivers.add(new PolicyDriver(new NetworkPolicy(model, agents), mode, 0));
        }
        for (int i = 0; i < agents; i++) {
            groupOf[i] = groupOf(runner.agent(i), policies);
            drivers.get(groupOf[i]).attach(runner.agent(i));
        }
    }

    private static int groupOf(Agent agent, List<PolicyModel> policies) {
        List<String> names =
                policies.stream().map(policy -> policy.behavior().name()).toList();
        int group = names.indexOf(agent.behavior().name());
        if (group < 0) {
            throw new RunException(
                    "The game has agents of behavior '" + agent.behavior().name() + "', but there are policies for "
                            + names + " only. Give a policy for each behavior of the game.");
        }
        return group;
    }

    /** Plays one episode. */
    EpisodeTally play(long seed) {
        EpisodeTally tally = new EpisodeTally(drivers.size());
        runner.reset(seed);
        pulse.beat();
        if (runner.isOver()) {
            throw simulation.fault("the episode is over right after reset(); at least one agent must be RUNNING then,"
                    + " and isEpisodeOver() false");
        }
        for (int g = 0; g < drivers.size(); g++) {
            drivers.get(g).reset(seed);
        }
        for (int i = 0; i < playing.length; i++) {
            playing[i] = false;
        }
        while (!runner.isOver() && runner.steps() < MOST_STEPS) {
            decide();
            pulse.beat();
            runner.step();
            pulse.beat();
            for (int i = 0; i < playing.length; i++) {
                settle(i, tally);
            }
        }
        return tally;
    }

    private void decide() {
        for (int i = 0; i < playing.length; i++) {
            if (runner.isDecisionDue(i)) {
                if (!playing[i]) {
                    playing[i] = true;
                    returns[i] = 0;
                    lengths[i] = 0;
                }
                lengths[i]++;
            }
        }
        for (int g = 0; g < drivers.size(); g++) {
            drivers.get(g).decide();
        }
        for (int i = 0; i < playing.length; i++) { // not before all have observed, as in training
            drivers.get(groupOf[i]).act(runner.agent(i));
        }
    }

    private void settle(int i, EpisodeTally tally) {
        returns[i] += runner.agent(i).takeReward();
        StepStatus status = runner.status(i);
        boolean cut = runner.steps() >= MOST_STEPS;
        if (playing[i] && (status.isEnd() || cut)) {
            tally.add(groupOf[i], returns[i], lengths[i]);
            playing[i] = false;
        }
    }

    Pulse pulse() {
        return pulse;
    }

    /** A fault that another thread noticed. */
    GameFault fault(String fault) {
        return simulation.fault(fault);
    }

    @Override
    public void close() {
        if (!isBroken) {
            InstanceFactory.dispose(simulation, "evaluation");
        }
    }
}

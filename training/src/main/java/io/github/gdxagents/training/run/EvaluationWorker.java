package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyDriver;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
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

    private final RecordedSimulation simulation;
    private final Pulse pulse = new Pulse();
    private final EpisodeRunner runner;
    private final List<PolicyDriver> drivers = new ArrayList<>();
    private int[] groupOf;
    private boolean[] playing;
    private double[] returns;
    private int[] lengths;

    EvaluationWorker(Simulation simulation) {
        this.simulation = new RecordedSimulation(simulation);
        runner = new EpisodeRunner(this.simulation);
    }

    /** Hands the agents over to policies. */
    void use(List<PolicyModel> policies, DecisionMode mode) {
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
        for (int g = 0; g < drivers.size(); g++) {
            drivers.get(g).reset(seed);
        }
        for (int i = 0; i < playing.length; i++) {
            playing[i] = false;
        }
        while (!runner.isOver() && runner.steps() < MOST_STEPS) {
            decide();
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
            drivers.get(g).update();
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
        simulation.dispose();
    }
}

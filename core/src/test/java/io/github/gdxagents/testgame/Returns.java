package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the mean return of an agent's episode, from its start or return to its end, for each behavior. */
public final class Returns {
    /** How agents decide. */
    public enum Player {
        /** Uniformly among what is allowed. */
        RANDOM,
        /** By {@link Agent#heuristic}. */
        HEURISTIC
    }

    private final EpisodeRunner runner;
    private final Player player;
    private final RandomStream random = RandomStream.of(7);
    private final Map<String, List<Double>> ended = new LinkedHashMap<>();

    private Returns(Simulation simulation, Player player) {
        runner = new EpisodeRunner(simulation);
        this.player = player;
    }

    /**
     * Plays episodes of seeds 0, 1 and so on.
     *
     * @param factory makes the game, which has its default settings
     * @param player who decides
     * @param episodes how many resets
     * @return the mean return by behavior name
     */
    public static Map<String, Double> mean(SimulationFactory factory, Player player, int episodes) {
        Simulation simulation = factory.create(factory.settings());
        Returns returns = new Returns(simulation, player);
        for (int seed = 0; seed < episodes; seed++) {
            returns.play(seed);
        }
        simulation.dispose();
        Map<String, Double> means = new LinkedHashMap<>();
        returns.ended.forEach((behavior, values) -> means.put(
                behavior,
                values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
        return means;
    }

    private void play(long seed) {
        double[] sums = new double[runner.agentCount()];
        boolean[] open = new boolean[runner.agentCount()];
        runner.reset(seed);
        while (!runner.isOver()) {
            for (int i = 0; i < sums.length; i++) {
                if (runner.isDecisionDue(i)) {
                    open[i] = true;
                    decide(runner.agent(i));
                }
            }
            runner.step();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += runner.agent(i).takeReward();
                if (runner.status(i).isEnd() && open[i]) {
                    ended.computeIfAbsent(runner.agent(i).behavior().name(), name -> new ArrayList<>())
                            .add(sums[i]);
                    open[i] = false;
                }
                if (runner.status(i) == StepStatus.RUNNING && !open[i]) {
                    sums[i] = 0;
                }
            }
        }
    }

    private void decide(Agent agent) {
        ActionSpec spec = agent.behavior().action();
        Actions actions = new Actions(spec);
        ActionMask mask = new ActionMask(spec);
        agent.mask(mask);
        mask.requireChoice();
        if (player == Player.HEURISTIC) {
            agent.heuristic(actions);
        } else {
            for (int i = 0; i < spec.continuousSize(); i++) {
                actions.setContinuous(i, (float) random.uniform(-1, 1));
            }
            for (int branch = 0; branch < spec.branchCount(); branch++) {
                int choice = random.nextInt(spec.branchSize(branch));
                while (!mask.isAllowed(branch, choice)) {
                    choice = random.nextInt(spec.branchSize(branch));
                }
                actions.setDiscrete(branch, choice);
            }
        }
        agent.act(actions);
    }
}

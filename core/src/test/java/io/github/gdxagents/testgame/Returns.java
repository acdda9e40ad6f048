package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the mean return of an agent's episode, from its start or return to its end, for each behavior. */
public final class Returns implements EpisodeListener {
    /** How agents decide. */
    public enum Player {
        /** Uniformly among what is allowed. */
        RANDOM,
        /** By {@link Agent#heuristic}. */
        HEURISTIC
    }

    private final Map<String, List<Double>> ended = new LinkedHashMap<>();

    private Returns() {}

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
        EpisodeLoop loop = new EpisodeLoop(simulation);
        Returns returns = new Returns();
        loop.playAll(player == Player.HEURISTIC ? Decider.heuristic() : uniform(RandomStream.of(7)));
        loop.listen(returns);
        for (int seed = 0; seed < episodes; seed++) {
            loop.reset(seed);
            while (!loop.isOver()) {
                loop.step();
            }
        }
        simulation.dispose();
        Map<String, Double> means = new LinkedHashMap<>();
        returns.ended.forEach((behavior, values) -> means.put(
                behavior,
                values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
        return means;
    }

    @Override
    public void ended(Seat seat) {
        ended.computeIfAbsent(seat.behavior().name(), name -> new ArrayList<>()).add(seat.episodeReturn());
    }

    /** Unlike {@link io.github.gdxagents.episode.RandomDecider} it prefers no extremes: the games' Javadoc has its returns. */
    private static Decider uniform(RandomStream random) {
        return seat -> {
            ActionSpec spec = seat.behavior().action();
            seat.mask().requireChoice();
            for (int i = 0; i < spec.continuousSize(); i++) {
                seat.actions().setContinuous(i, (float) random.uniform(-1, 1));
            }
            for (int branch = 0; branch < spec.branchCount(); branch++) {
                int choice = random.nextInt(spec.branchSize(branch));
                while (!seat.mask().isAllowed(branch, choice)) {
                    choice = random.nextInt(spec.branchSize(branch));
                }
                seat.actions().setDiscrete(branch, choice);
            }
        };
    }
}

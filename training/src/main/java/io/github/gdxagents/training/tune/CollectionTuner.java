package io.github.gdxagents.training.tune;

import io.github.gdxagents.agent.BehaviorSpec;
import java.util.List;

/**
 * Chooses threads, then instances, by letting the game itself be played.
 *
 * <p>Thread safety: none.
 */
final class CollectionTuner {
    private static final double WARM_UP_SHARE = 0.2;
    /** Decisions in a row while nothing is known of the game: few, since each may take long. */
    private static final int WARM_UP_HORIZON = 4;

    private final GameLab lab;
    private final CollectionChoices choices;
    private List<BehaviorSpec> agents = List.of();

    /**
     * Measures nothing yet.
     *
     * @param lab where ways to collect are measured
     * @param choices what may be chosen
     */
    CollectionTuner(GameLab lab, CollectionChoices choices) {
        this.lab = lab;
        this.choices = choices;
    }

    /**
     * Chooses.
     *
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     */
    Collecting choose() {
        Collecting start = choices.start();
        Pace pace = warmUp(start);
        Collecting chosen = new ThreadRace(lab, pace).winner(start, choices.threads());
        if (!choices.isCrowdOpen() || !pace.canGainFromMoreInstances()) {
            return chosen;
        }
        int horizon =
                pace.horizon(lab.slice(), chosen.threads(), 2 * chosen.crowd().instances());
        return new Climb(lab, horizon, choices.shortestHorizon()).from(chosen);
    }

    /** Until the game's code is compiled; with one instance for each thread, since a game may be slow. */
    private Pace warmUp(Collecting start) {
        int instances = Math.min(start.threads(), start.crowd().instances());
        try (GamePool pool = lab.pool(instances, WARM_UP_HORIZON, start.threads())) {
            agents = pool.agents();
            pool.begin();
            pool.measure(lab.budget().part(WARM_UP_SHARE));
            CollectionCost cost = pool.measure(lab.slice());
            return new Pace(cost.seconds() * agents.size() * instances, cost.simulationShare());
        }
    }

    /** The behaviors of an instance's agents, once something was chosen. */
    List<BehaviorSpec> agents() {
        return agents;
    }
}

package io.github.gdxagents.training.run;

import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.rollout.FinishedEpisode;
import java.util.ArrayList;
import java.util.List;

/** The episodes that agents finished in one episode of the simulation, by behavior. */
final class EpisodeTally {
    private final List<List<FinishedEpisode>> byBehavior = new ArrayList<>();

    EpisodeTally(List<PolicyModel> policies) {
        policies.forEach(policy -> byBehavior.add(new ArrayList<>()));
    }

    void add(int behavior, Seat seat) {
        byBehavior.get(behavior).add(FinishedEpisode.of(seat));
    }

    /** Those of a behavior, in the order in which they ended. */
    List<FinishedEpisode> episodes(int behavior) {
        return byBehavior.get(behavior);
    }

    double meanReturn(int behavior) {
        return episodes(behavior).stream()
                        .mapToDouble(FinishedEpisode::undiscountedReturn)
                        .sum()
                / episodes(behavior).size();
    }

    double meanLength(int behavior) {
        return episodes(behavior).stream().mapToDouble(FinishedEpisode::length).average().orElse(Double.NaN);
    }
}

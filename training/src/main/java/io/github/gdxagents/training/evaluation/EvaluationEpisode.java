package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.training.rollout.FinishedEpisode;
import io.github.gdxagents.training.rollout.GameFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One episode of the simulation in an evaluation: the episodes that its agents finished in it, by behavior. */
final class EvaluationEpisode {
    private final Map<String, BehaviorSpec> behaviors = new LinkedHashMap<>();
    private final Map<String, List<FinishedEpisode>> finished = new LinkedHashMap<>();

    private boolean isCut;

    /** The simulation's episode has had more steps than any may have. */
    void cut() {
        isCut = true;
    }

    boolean isCut() {
        return isCut;
    }

    /** An agent's episode has ended. */
    void add(Seat seat) {
        behaviors.putIfAbsent(seat.behavior().name(), seat.behavior());
        finished.computeIfAbsent(seat.behavior().name(), name -> new ArrayList<>())
                .add(FinishedEpisode.of(seat, 0));
    }

    private List<FinishedEpisode> of(String behavior) {
        return finished.getOrDefault(behavior, List.of());
    }

    private double meanReturn(String behavior) {
        double sum = of(behavior).stream()
                .mapToDouble(FinishedEpisode::undiscountedReturn)
                .reduce(0, Double::sum);
        return sum / of(behavior).size();
    }

    private double meanLength(String behavior) {
        return of(behavior).stream()
                .mapToLong(FinishedEpisode::length)
                .average()
                .orElseThrow();
    }

    /** What the episodes of a behavior come to; each episode of the simulation counts once, whatever its agents played in it. */
    static BehaviorResult result(String behavior, List<EvaluationEpisode> episodes) {
        List<EvaluationEpisode> played = episodes.stream()
                .filter(episode -> !episode.of(behavior).isEmpty())
                .toList();
        double[] returns = played.stream()
                .mapToDouble(episode -> episode.meanReturn(behavior))
                .toArray();
        double length = played.stream()
                .mapToDouble(episode -> episode.meanLength(behavior))
                .average()
                .orElse(Double.NaN);
        return new BehaviorResult(behavior, new ReturnStatistics(returns), length, figures(behavior, played));
    }

    /** Averaged as returns are: else the terms of a return would not add up to it where episodes differ in how many agents finish. */
    private static Map<GameFigure, Double> figures(String behavior, List<EvaluationEpisode> played) {
        Map<GameFigure, List<Double>> means = new LinkedHashMap<>();
        for (EvaluationEpisode episode : played) {
            GameFigure.means(episode.behaviors.get(behavior), episode.of(behavior))
                    .forEach((figure, mean) -> means.computeIfAbsent(figure, key -> new ArrayList<>())
                            .add(mean));
        }
        Map<GameFigure, Double> figures = new LinkedHashMap<>();
        means.forEach((figure, values) -> figures.put(
                figure, values.stream().mapToDouble(value -> value).average().orElseThrow()));
        return figures;
    }
}

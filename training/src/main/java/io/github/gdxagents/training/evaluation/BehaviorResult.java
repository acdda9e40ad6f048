package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.training.rollout.GameFigure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one behavior's policy did in an evaluation.
 *
 * @param returns the return of each episode of the simulation: the mean over the agents' own episodes in it
 * @param meanLength of the agents' episodes, in decisions
 * @param figures means of the game's own figures, taken as those of the returns are; empty if it has none
 */
public record BehaviorResult(
        String behavior, ReturnStatistics returns, double meanLength, Map<GameFigure, Double> figures) {
    /** Copies the figures, in order. */
    public BehaviorResult {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}

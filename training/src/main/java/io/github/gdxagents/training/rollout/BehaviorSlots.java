package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which agents of an instance share one behavior, and so one policy and one rollout.
 *
 * @param behavior what these agents observe and do
 * @param agents their positions in {@link Simulation#agents()}, ascending
 */
public record BehaviorSlots(BehaviorSpec behavior, List<Integer> agents) {
    public BehaviorSlots {
        agents = List.copyOf(agents);
    }

    /**
     * Groups the agents of a game by behavior, in order of first appearance; at least one group.
     *
     * @throws IllegalArgumentException if there is no agent, or behaviors of one name differ
     */
    public static List<BehaviorSlots> of(Simulation simulation) {
        Map<String, BehaviorSpec> behaviors = new LinkedHashMap<>();
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        List<? extends Agent> agents = simulation.agents();
        for (int i = 0; i < agents.size(); i++) {
            BehaviorSpec behavior = agents.get(i).behavior();
            BehaviorSpec first = behaviors.putIfAbsent(behavior.name(), behavior);
            if (first != null && !first.equals(behavior)) {
                throw new IllegalArgumentException(
                        "simulation " + simulation.getClass().getName() + ": agent " + i
                                + " has another " + behavior + " than the agents before it, " + first
                                + "; give behaviors that differ different names");
            }
            positions
                    .computeIfAbsent(behavior.name(), name -> new ArrayList<>())
                    .add(i);
        }
        if (behaviors.isEmpty()) {
            throw new IllegalArgumentException(
                    "simulation " + simulation.getClass().getName() + ": agents() is empty; there is nobody to train");
        }
        List<BehaviorSlots> groups = new ArrayList<>();
        behaviors.forEach((name, behavior) -> groups.add(new BehaviorSlots(behavior, positions.get(name))));
        return List.copyOf(groups);
    }

    /** How many slots of this behavior an instance has, at least 1. */
    public int perInstance() {
        return agents.size();
    }
}

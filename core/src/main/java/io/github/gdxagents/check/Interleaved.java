package io.github.gdxagents.check;

import io.github.gdxagents.agent.Agent;
import java.util.Collections;
import java.util.List;

/** Two instances that are stepped by turns. */
final class Interleaved implements Circumstance {
    @Override
    public FindingKind kind() {
        return FindingKind.INSTANCES_INTERFERE;
    }

    @Override
    public String description() {
        return "by turns with another instance";
    }

    @Override
    public EpisodeTrace play(Stage stage, long seed) {
        GuardedSimulation simulation = stage.open(description());
        GuardedSimulation other = stage.open(description());
        try {
            compareAgents(simulation, other);
            return play(stage, simulation, other, seed);
        } finally {
            simulation.dispose();
            other.dispose();
        }
    }

    private static EpisodeTrace play(Stage stage, GuardedSimulation simulation, GuardedSimulation other, long seed) {
        List<Probe> none = Collections.emptyList();
        Playthrough play = stage.playthrough(simulation, none);
        Playthrough second = stage.playthrough(other, none);
        play.begin(seed, seed);
        second.begin(seed + 1, seed + 1);
        while (!play.isOver()) {
            if (second.isOver()) {
                second.begin(seed + 2, seed + 2);
            } else {
                second.advance();
            }
            play.advance();
        }
        return play.trace();
    }

    private static void compareAgents(GuardedSimulation simulation, GuardedSimulation other) {
        for (GuardedAgent mine : simulation.agents()) {
            Agent agent = mine.unguarded();
            for (GuardedAgent theirs : other.agents()) {
                if (agent == theirs.unguarded()) {
                    simulation
                            .reporter()
                            .report(FindingKind.AGENTS_SHARED, mine.name(), "an agent of one instance", "one of two");
                }
            }
        }
    }
}

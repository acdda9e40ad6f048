package io.github.gdxagents.check;

import java.util.Collections;
import java.util.List;

/** An instance on which other episodes were played before, the last one cut off in the middle. */
final class UsedInstance implements Circumstance {
    private static final int CUT = 20;

    @Override
    public FindingKind kind() {
        return FindingKind.LEFTOVER_STATE;
    }

    @Override
    public String description() {
        return "on an instance that has played other episodes";
    }

    @Override
    public EpisodeTrace play(Stage stage, long seed) {
        GuardedSimulation simulation = stage.open(description());
        List<Probe> none = Collections.emptyList();
        try {
            stage.playthrough(simulation, none).play(seed + 1, seed + 1);
            Playthrough cut = stage.playthrough(simulation, none);
            cut.begin(seed + 2, seed + 2);
            while (!cut.isOver() && cut.steps() < CUT) {
                cut.advance();
            }
            if (!cut.isOver()) {
                simulation.step(); // leaves a reward that nobody took
            }
            return stage.playthrough(simulation, none).play(seed, seed);
        } finally {
            simulation.dispose();
        }
    }
}

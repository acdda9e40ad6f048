package io.github.gdxagents.check;

import io.github.gdxagents.check.EpisodeTrace.Difference;
import java.util.Arrays;
import java.util.List;

/** Plays episodes again under circumstances that must not change them, and with seeds that should. */
final class Repetitions {
    private static final List<Circumstance> CIRCUMSTANCES = Arrays.asList(
            new UsedInstance(),
            NewInstance.withSettings(),
            NewInstance.looking(),
            NewInstance.scrambling(),
            new Interleaved(),
            new OtherThread());

    private final Stage stage;

    Repetitions(Stage stage) {
        this.stage = stage;
    }

    /** Plays an episode under all circumstances. */
    void repeat(long seed) {
        EpisodeTrace first = NewInstance.plain().play(stage, seed);
        if (compare(first, NewInstance.plain(), seed)) {
            return; // every other circumstance would seem to change it too
        }
        for (Circumstance circumstance : CIRCUMSTANCES) {
            compare(first, circumstance, seed);
        }
    }

    private boolean compare(EpisodeTrace first, Circumstance circumstance, long seed) {
        EpisodeTrace again;
        try {
            again = circumstance.play(stage, seed);
        } catch (GameFailure reported) {
            return false;
        }
        if (first.isBrokenOff() || again.isBrokenOff()) {
            return false;
        }
        Difference difference = first.differenceTo(again);
        if (difference == null) {
            return false;
        }
        String place = difference.label + ", seed " + seed + ", step " + difference.step;
        stage.findings()
                .add(
                        circumstance.kind(),
                        "episode",
                        place,
                        difference.mine + ", as when first played alone",
                        difference.theirs + " when played " + circumstance.description());
        return true;
    }

    /** Plays other seeds with the same actions. */
    void vary(long seed, int seeds) {
        EpisodeTrace first = play(seed, seed);
        for (int i = 1; i < seeds; i++) {
            EpisodeTrace other = play(seed + i, seed);
            if (first.isBrokenOff() || other.isBrokenOff() || first.differenceTo(other) != null) {
                return;
            }
        }
        String place = "reset(), seeds " + seed + " to " + (seed + seeds - 1);
        stage.findings()
                .add(FindingKind.SEED_IGNORED, "episode", place, "episodes that differ", "the same episode for all");
    }

    private EpisodeTrace play(long seed, long actionKey) {
        GuardedSimulation simulation = stage.open("");
        try {
            return stage.playthrough(simulation, Arrays.<Probe>asList()).play(seed, actionKey);
        } finally {
            simulation.dispose();
        }
    }
}

package io.github.gdxagents.check;

import java.util.Collections;
import java.util.List;

/** Another instance, under the eyes of a probe or none; its settings may be given once more to the reset. */
final class NewInstance implements Circumstance {
    private final FindingKind kind;
    private final String description;
    private final List<Probe> probes;
    private final boolean isGivenSettings;

    private NewInstance(FindingKind kind, String description, List<Probe> probes, boolean isGivenSettings) {
        this.kind = kind;
        this.description = description;
        this.probes = probes;
        this.isGivenSettings = isGivenSettings;
    }

    static NewInstance plain() {
        return new NewInstance(
                FindingKind.NOT_REPEATABLE, "on another new instance", Collections.<Probe>emptyList(), false);
    }

    static NewInstance withSettings() {
        return new NewInstance(
                FindingKind.RESETS_DIFFER,
                "after reset(seed, settings) with the settings of the instance",
                Collections.<Probe>emptyList(),
                true);
    }

    static NewInstance looking() {
        return new NewInstance(
                FindingKind.OBSERVE_CHANGES_STATE,
                "with observe(), mask() and statistics() called more often",
                Collections.<Probe>singletonList(new LookingProbe()),
                false);
    }

    static NewInstance scrambling() {
        return new NewInstance(
                FindingKind.ACTIONS_KEPT,
                "with the actions overwritten after act()",
                Collections.<Probe>singletonList(new ScramblingProbe()),
                false);
    }

    @Override
    public FindingKind kind() {
        return kind;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public EpisodeTrace play(Stage stage, long seed) {
        GuardedSimulation simulation = stage.open(description);
        try {
            return stage.playthrough(simulation, probes).play(seed, seed, isGivenSettings ? stage.settings() : null);
        } finally {
            simulation.dispose();
        }
    }
}

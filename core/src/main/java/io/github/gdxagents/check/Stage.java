package io.github.gdxagents.check;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.List;

/** Makes instances of the checked game for playthroughs. */
final class Stage {
    private final SimulationFactory factory;
    private final SimulationSettings settings;
    private final Findings findings;
    private final GlobalRandomWatch globalRandom;
    private final long maxSteps;

    Stage(
            SimulationFactory factory,
            SimulationSettings settings,
            Findings findings,
            GlobalRandomWatch globalRandom,
            long maxSteps) {
        this.factory = factory;
        this.settings = settings;
        this.findings = findings;
        this.globalRandom = globalRandom;
        this.maxSteps = maxSteps;
    }

    /**
     * Makes an instance.
     *
     * @param circumstance added to findings about it, may be empty
     */
    GuardedSimulation open(String circumstance) {
        Reporter reporter = new Reporter(findings, circumstance);
        try {
            return new GuardedSimulation(factory.create(settings), reporter);
        } catch (GameFailure reported) {
            throw reported;
        } catch (Throwable thrown) {
            reporter.threw("factory.create()", thrown);
            throw new GameFailure(thrown);
        }
    }

    Playthrough playthrough(GuardedSimulation simulation, List<? extends Probe> probes) {
        globalRandom.rewind();
        return new Playthrough(simulation, probes, maxSteps);
    }

    SimulationSettings settings() {
        return settings;
    }

    GlobalRandomWatch globalRandom() {
        return globalRandom;
    }

    Findings findings() {
        return findings;
    }
}

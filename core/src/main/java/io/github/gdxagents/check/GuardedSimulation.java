package io.github.gdxagents.check;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.ArrayList;
import java.util.List;

/** A simulation whose exceptions are reported, and which tells the reporter where it is. */
final class GuardedSimulation implements Simulation {
    private final Simulation simulation;
    private final Reporter reporter;
    private final List<GuardedAgent> agents;
    private long seed;
    private long steps;

    GuardedSimulation(Simulation simulation, Reporter reporter) {
        this.simulation = simulation;
        this.reporter = reporter;
        agents = guarded(unguardedAgents());
    }

    private List<GuardedAgent> guarded(List<? extends Agent> list) {
        List<GuardedAgent> guarded = new ArrayList<>();
        if (list == null || list.isEmpty()) {
            throw missing(list == null ? "null" : "no agent");
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                throw missing("null at index " + i);
            }
            guarded.add(new GuardedAgent(list.get(i), i, reporter));
        }
        return guarded;
    }

    private GameFailure missing(String actual) {
        reporter.report(FindingKind.AGENTS_MISSING, "agents()", "at least one agent, none null", actual);
        return new GameFailure(null);
    }

    /** The agents as the game gives them now. */
    List<? extends Agent> unguardedAgents() {
        try {
            return simulation.agents();
        } catch (Throwable thrown) {
            throw failure("agents()", thrown);
        }
    }

    @Override
    public List<GuardedAgent> agents() {
        return agents;
    }

    Reporter reporter() {
        return reporter;
    }

    @Override
    public void reset(long newSeed) {
        begin(newSeed);
        try {
            simulation.reset(seed);
        } catch (Throwable thrown) {
            throw failure("reset()", thrown);
        }
    }

    @Override
    public void reset(long newSeed, SimulationSettings settings) {
        begin(newSeed);
        try {
            simulation.reset(seed, settings);
        } catch (UnsupportedOperationException unsupported) {
            throw new GameFailure(unsupported); // nothing to report: a game needs not vary
        } catch (Throwable thrown) {
            throw failure("reset(seed, settings)", thrown);
        }
    }

    private void begin(long newSeed) {
        seed = newSeed;
        steps = 0;
        reporter.at(seed, steps);
    }

    @Override
    public void step() {
        steps++;
        reporter.at(seed, steps);
        try {
            simulation.step();
        } catch (Throwable thrown) {
            throw failure("step()", thrown);
        }
    }

    @Override
    public boolean isEpisodeOver() {
        try {
            return simulation.isEpisodeOver();
        } catch (Throwable thrown) {
            throw failure("isEpisodeOver()", thrown);
        }
    }

    @Override
    public void dispose() {
        try {
            simulation.dispose();
        } catch (Throwable thrown) {
            throw failure("dispose()", thrown);
        }
    }

    /** Disposes of what is disposed of already. */
    void disposeAgain() {
        try {
            simulation.dispose();
        } catch (Throwable thrown) {
            reporter.report(FindingKind.DISPOSE_TWICE, "second dispose()", "nothing happens", thrown.toString());
        }
    }

    private GameFailure failure(String method, Throwable thrown) {
        reporter.threw(method, thrown);
        return new GameFailure(thrown);
    }
}

package io.github.gdxagents.check;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.check.Toy.ToyAgent;
import java.util.List;
import java.util.function.Supplier;

/** Makes and checks games for the tests. */
final class Games {
    private Games() {}

    static CheckReport check(Supplier<? extends Simulation> game) {
        return check((SimulationFactory) settings -> game.get());
    }

    static CheckReport check(SimulationFactory factory) {
        return SimulationCheck.of(factory).run();
    }

    /** Checks a toy game with other agents. */
    static CheckReport checkAgents(Supplier<? extends ToyAgent> maker) {
        return check(() -> new Toy() {
            @Override
            ToyAgent agent() {
                return maker.get();
            }
        });
    }

    static List<FindingKind> kinds(CheckReport report) {
        return report.findings().stream().map(Finding::kind).distinct().toList();
    }
}

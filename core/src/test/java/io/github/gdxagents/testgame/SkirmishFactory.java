package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/**
 * Makes {@link SkirmishSimulation}s. Settings: {@code scouts} 3, {@code guards} 2, {@code lives} 8.
 *
 * <p>Thread safety: stateless.
 */
public final class SkirmishFactory implements SimulationFactory {
    @Override
    public SimulationSettings settings() {
        return SimulationSettings.none()
                .declare("scouts", 3)
                .declare("guards", 2)
                .declare("lives", 8);
    }

    @Override
    public SkirmishSimulation create(SimulationSettings settings) {
        return new SkirmishSimulation(settings.getInt("scouts"), settings.getInt("guards"), settings.getInt("lives"));
    }
}

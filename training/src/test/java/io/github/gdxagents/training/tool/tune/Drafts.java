package io.github.gdxagents.training.tool.tune;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.ConfigLoader;

/** Configurations with everything open but what is given. */
final class Drafts {
    private Drafts() {}

    static ConfigDraft of(SimulationFactory game, String... assignments) {
        ConfigLoader loader = ConfigLoader.forGame("com.acme.Game", game.settings());
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        return loader.draft();
    }
}

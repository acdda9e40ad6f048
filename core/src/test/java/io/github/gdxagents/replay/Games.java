package io.github.gdxagents.replay;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.games.lander.LanderFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.HarvestSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.testgame.SiegeSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.testgame.TimeLimitSimulation;

/** The games that are recorded. */
enum Games {
    LANDER(new LanderFactory(false)),
    THROTTLED_LANDER(new LanderFactory(true)),
    /** Hybrid actions, masks, two behaviors with decision periods 1 and 2; agents die and return until the step limit. */
    SKIRMISH(new SkirmishFactory(), 3, 2, 1000),
    /** The game itself ends when somebody died a second time. */
    SHORT_SKIRMISH(new SkirmishFactory(), 3, 2, 2),
    /** So many agents that an index takes two bytes. */
    CROWD(new SkirmishFactory(), 150, 20, 1000),
    CORRIDOR(new CorridorSimulation.Factory()),
    TARGET(new TargetSimulation.Factory()),
    MASKED_CHOICE(new MaskedChoiceSimulation.Factory()),
    RECALL(new RecallSimulation.Factory()),
    /** Reports reward terms and statistics. */
    HARVEST(new HarvestSimulation.Factory()),
    /** A team, whose members die before it ends; its settings may vary from episode to episode. */
    SIEGE(new SiegeSimulation.Factory()),
    TIME_LIMIT(new TimeLimitSimulation.Factory());

    private final SimulationFactory factory;
    private final SimulationSettings settings;

    Games(SimulationFactory factory) {
        this.factory = factory;
        settings = factory.settings();
    }

    Games(SkirmishFactory factory, int scouts, int guards, int lives) {
        this.factory = factory;
        settings =
                factory.settings().with("scouts", scouts).with("guards", guards).with("lives", lives);
    }

    Simulation create() {
        return factory.create(settings);
    }
}

package io.github.gdxagents.games;

import io.github.gdxagents.agent.SimulationFactory;

/**
 * A game: what it is called and how its instances are made.
 */
public final class Game {
    private final String name;
    private final String title;
    private final String description;
    private final SimulationFactory factory;

    Game(String name, String title, String description, SimulationFactory factory) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.factory = factory;
    }

    /**
     * The name on command lines and in files.
     *
     * @return of a bundled game lower case, without blanks; else the full name of the factory's class
     */
    public String name() {
        return name;
    }

    /**
     * The name that people see.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * What it is about.
     *
     * @return one sentence; empty if nobody has said it
     */
    public String description() {
        return description;
    }

    /**
     * What makes its instances.
     *
     * @return always the same
     */
    public SimulationFactory factory() {
        return factory;
    }
}

package io.github.gdxagents.training.rollout;

import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;

/**
 * A game broke the rules of {@link io.github.gdxagents.agent.Simulation} in a simulated instance: the message says which, who, in which
 * episode and step, and what happened.
 */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RecordedEpisode episode;
    private final int number;
    private final String place;

    /**
     * Makes a fault.
     *
     * @param number of the instance or episode, from 0, to sort by
     * @param place which instance, for messages and the names of files
     * @param fault what the game did
     */
    public SimulationFault(int number, String place, GameFault fault) {
        super(place + ", " + fault.getMessage(), fault.getCause());
        this.number = number;
        this.place = place;
        episode = fault.episode();
    }

    /** The number of the instance or episode, from 0. */
    int number() {
        return number;
    }

    /**
     * Which instance it was.
     *
     * @return for example {@code instance 3}
     */
    public String place() {
        return place;
    }

    /**
     * The episode until then, from which the fault can be reproduced.
     *
     * @return seed and decisions
     */
    public RecordedEpisode episode() {
        return episode;
    }
}

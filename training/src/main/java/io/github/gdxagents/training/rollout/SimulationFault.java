package io.github.gdxagents.training.rollout;

import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.training.concurrent.Watchdog;
import java.util.Map;
import java.util.Optional;

/**
 * A game broke the rules of {@link io.github.gdxagents.agent.Simulation} in a simulated instance: the message says which, who, in which
 * episode and step, and what happened.
 */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RecordedEpisode episode;
    private final transient Map<String, Double> settings;
    private final int number;
    private final String place;
    private final boolean isStuck;

    private SimulationFault(
            int number,
            String place,
            String what,
            Map<String, Double> settings,
            RecordedEpisode episode,
            boolean isStuck,
            Throwable cause) {
        super(place + ", " + what, cause);
        this.number = number;
        this.place = place;
        this.settings = settings;
        this.episode = episode;
        this.isStuck = isStuck;
    }

    /**
     * A broken rule. The number of the instance or episode, from 0, is to sort by, the place is for messages and names of files; the settings
     * are those that the game was made with.
     */
    public static SimulationFault of(int number, String place, Map<String, Double> settings, GameFault fault) {
        return new SimulationFault(
                number, place, fault.getMessage(), settings, fault.episode(), false, fault.getCause());
    }

    /** A step that doesn't come back: its thread and its instance are lost. */
    public static SimulationFault stuck(int number, String place, Map<String, Double> settings, GameFault fault) {
        return new SimulationFault(
                number, place, fault.getMessage(), settings, fault.episode(), true, fault.getCause());
    }

    /** An instance that can't be made; there is no episode to play again. */
    static SimulationFault notMade(int number, String place, String what, Throwable cause) {
        return new SimulationFault(number, place, "can't be made: " + what, Map.of(), null, false, cause);
    }

    int number() {
        return number;
    }

    /** For example {@code instance 3}. */
    public String place() {
        return place;
    }

    /** Whether a step doesn't come back, so that no other instance can take the place. */
    public boolean isStuck() {
        return isStuck;
    }

    /** Whether it is stuck since it ended the whole process. */
    public boolean isExit() {
        return isStuck && getMessage().contains(Watchdog.EXITED);
    }

    /** What the game was made with for that episode, by name. */
    public Map<String, Double> settings() {
        return settings;
    }

    /** The episode until then, from which the fault can be reproduced; empty if the instance could not even be made. */
    public Optional<RecordedEpisode> episode() {
        return Optional.ofNullable(episode);
    }
}

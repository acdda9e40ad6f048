package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.replay.GameFault;

/**
 * The episodes of one window: steps the simulation with a pilot, and keeps what the overlay shows of the first agent.
 *
 * <p>If the game is a {@link io.github.gdxagents.replay.RecordedSimulation}, a fault of it ends the episode.
 *
 * <p>Thread safety: none. A step allocates nothing of its own.
 */
public final class EpisodeSession {
    private static final int TRACE = 300;

    private final EpisodeRunner runner;
    private final Pilot pilot;
    private final Agent agent;
    private final Onlooker onlooker;
    private final float[] observation;
    private final Trace rewards = new Trace(TRACE);
    private float lastReward;
    private double episodeReturn;
    private long seed;
    private int episode;
    private GameFault fault; // null unless the game broke in this episode

    /**
     * Makes a session; {@link #begin} must come before the first step.
     *
     * @param runner steps the simulation
     * @param pilot decides in it
     */
    public EpisodeSession(EpisodeRunner runner, Pilot pilot) {
        this(runner, pilot, Onlooker.asking(runner.agent(0)));
    }

    /**
     * Makes a session whose first agent is looked at by another way than asking it.
     *
     * @param runner steps the simulation
     * @param pilot decides in it
     * @param onlooker sees the first agent; of a recorded game it must not ask the agent, which may be broken
     */
    public EpisodeSession(EpisodeRunner runner, Pilot pilot, Onlooker onlooker) {
        this.runner = runner;
        this.pilot = pilot;
        this.onlooker = onlooker;
        agent = runner.agent(0);
        observation = new float[agent.behavior().observation().size()];
    }

    /**
     * Begins an episode.
     *
     * @param newSeed everything random in it derives from this
     * @return false if the game broke in its reset, so that there is nothing to be seen
     */
    public boolean begin(long newSeed) {
        seed = newSeed;
        episode++;
        rewards.clear();
        lastReward = 0f;
        episodeReturn = 0;
        fault = null;
        try {
            runner.reset(newSeed);
            pilot.reset(newSeed);
        } catch (GameFault broken) {
            fault = broken;
            return false;
        }
        onlooker.takeReward();
        onlooker.observe(observation);
        return true;
    }

    /**
     * Decides and makes a physics step.
     *
     * @return false if no step was made, because the episode is over
     */
    public boolean step() {
        if (isOver()) {
            return false;
        }
        long before = runner.steps();
        try {
            play();
        } catch (GameFault broken) {
            fault = broken;
        }
        lastReward = onlooker.takeReward();
        episodeReturn += lastReward;
        rewards.add(lastReward);
        onlooker.observe(observation);
        return runner.steps() > before;
    }

    private void play() {
        pilot.decide();
        if (pilot.isFinished()) {
            return;
        }
        runner.step();
        if (runner.isOver()) {
            pilot.end();
        }
    }

    /**
     * Whether only {@link #begin} can follow.
     *
     * @return true at the end of an episode, when the pilot has no further decisions, or when the game broke
     */
    public boolean isOver() {
        return fault != null || pilot.isFinished() || runner.isOver();
    }

    /**
     * What the game did wrong in this episode.
     *
     * @return null if nothing
     */
    public GameFault fault() {
        return fault;
    }

    /**
     * What the last step meant for the first agent.
     *
     * @return its status
     */
    public StepStatus status() {
        return runner.status(0);
    }

    /**
     * The agent that is shown.
     *
     * @return the first one
     */
    public Agent agent() {
        return agent;
    }

    /**
     * Who decides.
     *
     * @return the pilot
     */
    public Pilot pilot() {
        return pilot;
    }

    /**
     * What the agent perceives now.
     *
     * @return {@code [obs]}, kept and overwritten by the next step
     */
    public float[] observation() {
        return observation;
    }

    /**
     * The rewards of the last physics steps.
     *
     * @return kept, changes with each step
     */
    public Trace rewards() {
        return rewards;
    }

    /**
     * The reward of the last physics step.
     *
     * @return 0 at the beginning of an episode
     */
    public float lastReward() {
        return lastReward;
    }

    /**
     * The sum of the episode's rewards so far.
     *
     * @return undiscounted
     */
    public double episodeReturn() {
        return episodeReturn;
    }

    /**
     * Physics steps since the beginning of the episode.
     *
     * @return 0 or more
     */
    public long steps() {
        return runner.steps();
    }

    /**
     * The seed of this episode.
     *
     * @return what {@link #begin} was given
     */
    public long seed() {
        return seed;
    }

    /**
     * Which episode this is.
     *
     * @return 1 for the first
     */
    public int episode() {
        return episode;
    }
}

package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/**
 * The episodes of one window: steps the simulation with a pilot, and keeps what the overlay shows of the first agent.
 *
 * <p>Thread safety: none. A step allocates nothing of its own.
 */
public final class EpisodeSession {
    private static final int TRACE = 300;

    private final EpisodeRunner runner;
    private final Pilot pilot;
    private final Agent agent;
    private final ObservationWriter writer;
    private final float[] observation;
    private final Trace rewards = new Trace(TRACE);
    private float lastReward;
    private double episodeReturn;
    private long seed;
    private int episode;

    /**
     * Makes a session; {@link #begin} must come before the first step.
     *
     * @param runner steps the simulation
     * @param pilot decides in it
     */
    public EpisodeSession(EpisodeRunner runner, Pilot pilot) {
        this.runner = runner;
        this.pilot = pilot;
        agent = runner.agent(0);
        writer = new ObservationWriter(agent.behavior().observation());
        observation = new float[agent.behavior().observation().size()];
    }

    /**
     * Begins an episode.
     *
     * @param newSeed everything random in it derives from this
     */
    public void begin(long newSeed) {
        seed = newSeed;
        episode++;
        runner.reset(newSeed);
        pilot.reset(newSeed);
        rewards.clear();
        lastReward = 0f;
        episodeReturn = 0;
        agent.takeReward();
        observe();
    }

    /**
     * Decides and makes a physics step.
     *
     * @return false if the episode is over, and nothing was done
     */
    public boolean step() {
        if (runner.isOver()) {
            return false;
        }
        pilot.decide();
        runner.step();
        lastReward = agent.takeReward();
        episodeReturn += lastReward;
        rewards.add(lastReward);
        observe();
        return true;
    }

    private void observe() {
        writer.begin(observation);
        agent.observe(writer);
        writer.finish();
    }

    /**
     * Whether only {@link #begin} can follow.
     *
     * @return true at the end of an episode
     */
    public boolean isOver() {
        return runner.isOver();
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

package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.replay.GameFault;
import java.util.Arrays;

/**
 * The episodes of one window: lets a pilot play, and keeps what the overlay shows of the first agent.
 *
 * <p>If the game is a {@link io.github.gdxagents.replay.RecordedSimulation}, a fault of it ends the episode.
 *
 * <p>Thread safety: none. A step allocates nothing of its own.
 */
public final class EpisodeSession {
    private static final int TRACE = 300;

    private final Pilot pilot;
    private final EpisodeLoop loop;
    private final Seat seat;
    private final ObservationWriter writer; // null: the agent must not be asked
    private final float[] observation;
    private final double[] rewardTerms;
    private final Trace rewards = new Trace(TRACE);
    private float lastReward;
    private double episodeReturn;
    private boolean hasDecided;
    private long seed;
    private int episode;
    private GameFault fault; // null unless the game broke in this episode

    /**
     * Makes a session; {@link #begin} must come before the first step.
     *
     * @param pilot plays
     */
    public EpisodeSession(Pilot pilot) {
        this(pilot, new ObservationWriter(pilot.loop().seat(0).behavior().observation()));
    }

    /**
     * Makes a session that shows what the first agent was asked anyway: a replay finds a fault again only if the game is asked what it was
     * asked then, in the same order.
     *
     * @param pilot plays
     * @return a session that asks nothing itself
     */
    public static EpisodeSession overhearing(Pilot pilot) {
        return new EpisodeSession(pilot, null);
    }

    private EpisodeSession(Pilot pilot, ObservationWriter writer) {
        this.pilot = pilot;
        this.writer = writer;
        loop = pilot.loop();
        seat = loop.seat(0);
        observation = new float[seat.observation().length];
        rewardTerms = new double[seat.rewardTerms().size()];
        loop.listen(new EpisodeListener() {
            @Override
            public void deciding(Seat deciding) {
                hasDecided |= deciding == seat;
            }

            @Override
            public void rewarded(Seat rewarded) {
                if (rewarded == seat) {
                    reward();
                }
            }

            @Override
            public void ended(Seat ended) {
                rewarded(ended);
            }

            @Override
            public void cut(Seat cut) {
                rewarded(cut);
            }
        });
    }

    private void reward() {
        lastReward = seat.reward();
        episodeReturn += lastReward;
        rewards.add(lastReward);
        for (int i = 0; i < rewardTerms.length; i++) {
            rewardTerms[i] += seat.rewardTerms().get(i);
        }
    }

    /**
     * Begins an episode.
     *
     * @param newSeed everything random in it derives from this
     * @return false if the game broke in its reset, or a replay can't be begun in it, so that there is nothing to be seen
     */
    public boolean begin(long newSeed) {
        seed = newSeed;
        episode++;
        rewards.clear();
        lastReward = 0f;
        episodeReturn = 0;
        Arrays.fill(rewardTerms, 0);
        hasDecided = false;
        fault = null;
        Arrays.fill(observation, 0);
        try {
            pilot.begin(newSeed);
            if (writer != null) { // else nobody was asked yet
                look();
            }
        } catch (GameFault broken) {
            fault = broken;
            return false;
        }
        return !pilot.isFinished();
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
        long before = loop.steps();
        try {
            pilot.step();
            look();
        } catch (GameFault broken) {
            fault = broken;
            overhear();
        }
        return loop.steps() > before;
    }

    private void look() {
        if (writer != null && seat.status() == StepStatus.RUNNING) { // the dead need not be able to observe
            seat.agent().observe(writer.begin(observation));
            writer.finish();
            seat.readStatistics();
        }
        overhear();
    }

    private void overhear() {
        if (writer == null) {
            System.arraycopy(seat.observation(), 0, observation, 0, observation.length);
        }
    }

    /**
     * Whether only {@link #begin} can follow.
     *
     * @return true at the end of an episode, when the pilot has no further decisions, or when the game broke
     */
    public boolean isOver() {
        return fault != null || pilot.isFinished() || loop.isOver();
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
        return seat.status();
    }

    /**
     * The seat of the agent that is shown: the first one.
     *
     * @return with its last actions and the game's own figures of its episode
     */
    public Seat seat() {
        return seat;
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
     * How likely each discrete choice was in the last decision.
     *
     * @param target {@code [choices]}, overwritten: branch after branch
     * @return false if nobody weighs chances or nothing has been decided yet; then the target is untouched
     */
    public boolean probabilities(float[] target) {
        return hasDecided && pilot.probabilities(seat, target);
    }

    /**
     * What the agent perceives now; in a replay what it perceived last.
     *
     * @return {@code [obs]}, kept and overwritten by the next step
     */
    public float[] observation() {
        return observation;
    }

    /**
     * The rewards of the last decisions.
     *
     * @return kept, changes with each decision
     */
    public Trace rewards() {
        return rewards;
    }

    /**
     * The reward of the last decision whose consequences are known.
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
     * Sums of the reward's named parts in the episode so far.
     *
     * @return {@code [terms]}, in the order of the behavior's reward terms; kept and overwritten
     */
    public double[] rewardTerms() {
        return rewardTerms;
    }

    /**
     * Physics steps since the beginning of the episode.
     *
     * @return 0 or more
     */
    public long steps() {
        return loop.steps();
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

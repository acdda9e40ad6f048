package io.github.gdxagents.episode;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;
import io.github.gdxagents.network.ActionSample;
import java.util.Arrays;

/**
 * An agent's place in an {@link EpisodeLoop}: who decides for it, its last decision with all that belongs to it, and how its episode goes.
 *
 * <p>Thread safety: that of the loop (one thread at a time). Allocates nothing after construction.
 */
public final class Seat {
    /** A key that no game is likely to have. */
    private static final long DECISIONS = 0x6465636973696f6eL;

    private final int index;
    private final BehaviorSpec behavior;
    private final int decisionPeriod;
    private final ObservationWriter writer;
    private final float[] observation;
    private final ActionMask mask;
    private final float[] outputs;
    private final ActionSample sample;
    private final Actions actions;
    private final RandomStream random = RandomStream.of();
    private final NamedValues rewardTerms;
    private final double[] episodeTerms;
    private final NamedValues statistics;
    private Agent agent;
    private Team team;
    private double teamRewardTaken;
    private Decider decider;
    private float[] memory = {};
    private StepStatus status = StepStatus.INACTIVE;
    private boolean isDue;
    private boolean isOpen;
    /** Whether its decision was cut off since the last physics step: then reward and observation were taken. */
    private boolean wasCut;

    private float reward;
    private double episodeReturn;
    private int episodeLength;

    Seat(Agent agent, int index) {
        this.agent = agent;
        this.index = index;
        behavior = agent.behavior();
        decisionPeriod = behavior.decisionPeriod();
        writer = new ObservationWriter(behavior.observation());
        observation = new float[behavior.observation().size()];
        mask = new ActionMask(behavior.action());
        outputs = new float[behavior.action().outputSize()];
        sample = new ActionSample(behavior.action());
        actions = new Actions(behavior.action());
        rewardTerms = new NamedValues(behavior.rewardTerms());
        episodeTerms = new double[behavior.rewardTerms().size()];
        statistics = new NamedValues(behavior.statistics());
    }

    /** Goes on with the same agent of another simulation. */
    void rebind(Agent other) {
        agent = other;
    }

    void play(Decider other) {
        other.accept(this);
        decider = other;
    }

    /** The episode begins: nothing is owed, remembered or under way, and nothing of the one before is left to be seen. */
    void begin() {
        isDue = false;
        drop();
        clearReward();
        statistics.clear();
        team = agent.team();
        teamRewardTaken = team == null ? 0 : team.reward();
    }

    /** Ends the agent's own episode, or gives it up: nothing of it is left. */
    public void drop() {
        isOpen = false;
        episodeReturn = 0;
        episodeLength = 0;
        Arrays.fill(episodeTerms, 0);
        Arrays.fill(memory, 0);
    }

    /** A member's own end is a death: its episode ends with its team's, or is cut off with it, and until then it waits. */
    void refresh(boolean isOver) {
        wasCut = false;
        status = agent.status();
        if (team != null && team.status().isEnd()) {
            status = team.status();
        } else if (team != null && status.isEnd()) {
            status = StepStatus.INACTIVE;
        }
        if (isOver && !status.isEnd()) {
            status = StepStatus.TRUNCATED;
        }
    }

    /** Whether an episode ended with the last physics step. */
    boolean hasEnded() {
        return episodeLength > 0 && status.isEnd();
    }

    /** A division costs more than all else here, and most behaviors decide at every step. */
    boolean isDueAt(long steps) {
        return status == StepStatus.RUNNING && (decisionPeriod == 1 || steps % decisionPeriod == 0);
    }

    /** Takes what the agent, and its team for all members alike, earned since the last time. */
    void takeReward() {
        if (rewardTerms.size() > 0) {
            rewardTerms.clear();
            agent.rewardTerms(rewardTerms);
        }
        reward = agent.takeReward();
        if (team != null) {
            reward = finite(reward + (float) (team.reward() - teamRewardTaken));
            teamRewardTaken = team.reward();
        }
        if (episodeLength > 0) { // what was given before the first decision is no decision's merit
            episodeReturn += reward;
            for (int i = 0; i < episodeTerms.length; i++) {
                episodeTerms[i] += rewardTerms.get(i);
            }
        }
    }

    void observe() {
        agent.observe(writer.begin(observation));
        writer.finish();
    }

    void readMask() {
        mask.clear();
        agent.mask(mask);
    }

    /** Of 64 bits, since those of {@code String} are easily the same for two names (FNV-1a). */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The nearest that is: what agent and team earn is finite each, and may be more together than a float holds. */
    private static float finite(float sum) {
        return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, sum));
    }

    /** Reads the game's own figures of a running episode into {@link #statistics}; at an episode's end they are read anyway. */
    public void readStatistics() {
        if (statistics.size() > 0) {
            statistics.clear();
            agent.statistics(statistics);
        }
    }

    void setDue(boolean due) {
        isDue = due;
    }

    void openDecision() {
        if (episodeLength == 0) {
            Arrays.fill(memory, 0); // a decision may have been taken after the episode before was given up
        }
        isOpen = true;
        wasCut = false;
        episodeLength++;
        actions.clear();
    }

    void closeDecision() {
        isOpen = false;
        wasCut = true;
    }

    void clearReward() {
        reward = 0;
        rewardTerms.clear();
    }

    boolean wasCut() {
        return wasCut;
    }

    void act() {
        agent.act(actions);
    }

    /**
     * Takes back that a decision was asked for: the agent is not given actions, and nothing is owed to it. For deciders that have nothing
     * more to say, when the seat is added to them.
     */
    public void pass() {
        isDue = false;
        isOpen = false;
        episodeLength--;
    }

    /**
     * Position among the agents of the simulation, or the number of agents that were added before it.
     *
     * @return 0 or more
     */
    public int index() {
        return index;
    }

    /**
     * Who sits here.
     *
     * @return the agent
     */
    public Agent agent() {
        return agent;
    }

    /**
     * What the agent perceives and does.
     *
     * @return always the same
     */
    public BehaviorSpec behavior() {
        return behavior;
    }

    /**
     * Who decides.
     *
     * @return null if nobody does yet
     */
    public Decider decider() {
        return decider;
    }

    /**
     * What the last physics step meant for the agent, its team and the episode's limit considered.
     *
     * @return the status
     */
    public StepStatus status() {
        return status;
    }

    /**
     * Whether a decision is due in this turn.
     *
     * @return true from {@link EpisodeLoop#observe} until the next one
     */
    public boolean isDue() {
        return isDue;
    }

    /**
     * Whether the reward of the last decision is still to come.
     *
     * @return false after an end or a cut, until the next decision
     */
    public boolean isOpen() {
        return isOpen;
    }

    /**
     * Whether the agent has decided in an episode that has not ended.
     *
     * @return true from its first decision until its end
     */
    public boolean isInEpisode() {
        return episodeLength > 0;
    }

    /**
     * What the agent perceived last.
     *
     * @return {@code [obs]}, not normalized; kept and overwritten
     */
    public float[] observation() {
        return observation;
    }

    /**
     * What was allowed in the last decision.
     *
     * @return kept and overwritten
     */
    public ActionMask mask() {
        return mask;
    }

    /**
     * What a policy's network gave for the last decision.
     *
     * @return {@code [out]}, kept and overwritten; meaningless if no network decides
     */
    public float[] outputs() {
        return outputs;
    }

    /**
     * What a policy drew for the last decision, before it was clipped for the game.
     *
     * @return kept and overwritten; meaningless if no policy decides
     */
    public ActionSample sample() {
        return sample;
    }

    /**
     * The last decision.
     *
     * @return kept and overwritten; at rest when the seat is added to its decider
     */
    public Actions actions() {
        return actions;
    }

    /**
     * Begins the stream of chance in this seat's decisions for an episode. It is another one than any that the game makes of the same seed, than
     * that of another behavior and of another agent: else a policy would guess what the game is going to draw.
     *
     * @param seed of the episode
     * @param number of the agent among those of its behavior
     */
    public void seedDecisions(long seed, int number) {
        random.seed(RandomStream.hash(DECISIONS, seed, hash(behavior.name()), number));
    }

    /**
     * Where the chance in this seat's decisions comes from: whoever runs the loop seeds it.
     *
     * @return the seat's own stream
     */
    public RandomStream random() {
        return random;
    }

    /**
     * What the decider remembers of this agent's episode.
     *
     * @return as long as {@link #remember} said; all 0 when an episode begins
     */
    public float[] memory() {
        return memory;
    }

    /**
     * Makes room for what a decider remembers, all 0.
     *
     * @param size how many numbers, 0 or more
     */
    public void remember(int size) {
        memory = new float[size];
    }

    /**
     * The reward that was taken last: of the last decision, with the team's part in it.
     *
     * @return finite, unless the game gave otherwise; 0 when the simulation begins an episode
     */
    public float reward() {
        return reward;
    }

    /**
     * The parts of {@link #reward}, by name.
     *
     * @return kept and overwritten; empty if the behavior names none
     */
    public NamedValues rewardTerms() {
        return rewardTerms;
    }

    /**
     * Sum of the rewards of the episode so far.
     *
     * @return undiscounted
     */
    public double episodeReturn() {
        return episodeReturn;
    }

    /**
     * Sums of the reward's parts in the episode so far.
     *
     * @return {@code [terms]}, in the order of {@link BehaviorSpec#rewardTerms}; kept and overwritten
     */
    public double[] episodeTerms() {
        return episodeTerms;
    }

    /**
     * The game's own figures of the episode.
     *
     * @return as they were when the agent's last episode ended or somebody asked for them; all 0 when the simulation begins an episode
     */
    public NamedValues statistics() {
        return statistics;
    }

    /**
     * Decisions in the episode so far.
     *
     * @return 0 or more
     */
    public int episodeLength() {
        return episodeLength;
    }

    /**
     * Goes on with an episode where it was left; whether its last decision is open stays as it is.
     *
     * @param savedReturn sum of the rewards
     * @param savedLength decisions
     * @param savedTerms {@code [terms]}, sums of the reward's parts; empty if they are not known
     * @param savedMemory what the decider remembered, as long as {@link #memory}
     */
    public void restore(double savedReturn, int savedLength, double[] savedTerms, float[] savedMemory) {
        episodeReturn = savedReturn;
        episodeLength = savedLength;
        System.arraycopy(savedTerms, 0, episodeTerms, 0, savedTerms.length);
        System.arraycopy(savedMemory, 0, memory, 0, memory.length);
    }
}

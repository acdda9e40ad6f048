package io.github.gdxagents.policy;

import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.IdentityMap;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;

/**
 * Lets a policy decide for agents of a running game that makes its physics steps itself.
 *
 * <pre>{@code
 * driver.attachAll(simulation.agents()); // all of the policy's behavior
 * // once per physics step:
 * driver.update();
 * simulation.step();
 * }</pre>
 *
 * <p>With several drivers in one game, call {@link #decide} of each, then {@link #act} for each agent: nobody acts before all have
 * observed.
 *
 * <p>It is an {@link EpisodeLoop} for agents that come and go: whoever is running when the decision period comes round decides, all in one
 * batch, asked for reward, observation and mask at the very moments at which training asked. The reward is in {@link Seat#reward} then.
 * Each agent has a random stream of its own, which depends on the seed and on how many were attached before it.
 *
 * <p>It sees an end at the next {@link #update()} or {@link #decide}. A game that resets before that, as most do when an episode is over,
 * hides the end from it; whoever wants to know what the episode came to calls {@link #decide} once more before the reset: then {@link
 * Seat#reward} is the last reward, to be added to the {@link Seat#episodeReturn} of before, and {@link Seat#statistics} has the game's
 * figures.
 *
 * <p>A policy with memory remembers each agent apart. It begins with none when the agent is attached, after {@link #reset}, and after
 * the agent's own end ({@link io.github.gdxagents.agent.StepStatus#isEnd}), or its team's, as in training; while the agent is inactive it
 * is kept.
 *
 * <p>Thread safety: none. {@link #update()}, {@link #decide} and {@link #act} allocate nothing.
 */
public final class PolicyDriver {
    private static final float MOST_FRAME_SECONDS = 0.25f;
    private static final float HAIR = 0.999f;

    private final EpisodeLoop loop = new EpisodeLoop();
    private final IdentityMap<Agent, Seat> seatOf = new IdentityMap<Agent, Seat>();
    private final Decider policy;
    private long seed;
    /** Whether a physics step must have come since the last decision. */
    private boolean isUnderWay;
    /** Of a physics step, and what update(delta) has gathered for the next. */
    private float stepSeconds = 1f / 60;

    private float gathered;

    /**
     * Makes a driver without agents.
     *
     * @param policy decides, for example a {@link NetworkPolicy}; used by this driver alone
     * @param seed the agents' random streams derive from it
     */
    public PolicyDriver(Decider policy, long seed) {
        this.policy = policy;
        this.seed = seed;
    }

    /**
     * Lets the policy decide for an agent from the next due update on.
     *
     * @param agent not attached yet
     * @throws PolicyMismatchException if the policy was trained for another behavior
     * @throws IllegalArgumentException if the agent is attached already
     */
    public void attach(Agent agent) {
        if (seatOf.containsKey(agent)) {
            throw new IllegalArgumentException("policy driver: an agent of behavior '"
                    + agent.behavior().name() + "' is attached twice; detach it first");
        }
        Seat seat = loop.add(agent);
        try {
            loop.play(seat, policy);
        } catch (RuntimeException misfit) {
            loop.remove(seat);
            throw misfit;
        }
        seat.seedDecisions(seed, seat.index());
        seatOf.put(agent, seat);
    }

    /**
     * Attaches several agents, or none if one of them can't be. In a game with several behaviors each has a driver, and its own agents.
     *
     * @param agents not attached yet
     * @throws PolicyMismatchException as {@link #attach} does
     */
    public void attachAll(Iterable<? extends Agent> agents) {
        Array<Agent> attached = new Array<Agent>();
        try {
            for (Agent agent : agents) {
                attach(agent);
                attached.add(agent);
            }
        } catch (RuntimeException misfit) {
            for (int i = 0; i < attached.size; i++) {
                detach(attached.get(i));
            }
            throw misfit;
        }
    }

    /**
     * Stops deciding for an agent, at once; it keeps the actions it was given last.
     *
     * @param agent an attached agent; others are ignored
     */
    public void detach(Agent agent) {
        Seat seat = seatOf.remove(agent);
        if (seat != null) {
            loop.remove(seat);
        }
    }

    /** Begins an episode with the seed of the last, nothing remembered: call it after the simulation's reset. */
    public void reset() {
        reset(seed);
    }

    /**
     * Begins an episode: the decision period and the random streams start over, and nothing is remembered.
     *
     * @param seed the agents' random streams derive from it
     */
    public void reset(long seed) {
        reset(seed, 0);
    }

    /**
     * Takes over in the middle of an episode: the decision period goes on as if this driver had been there from the beginning. A policy
     * with memory begins with none.
     *
     * @param seed the agents' random streams derive from it
     * @param stepsDone physics steps since the simulation's reset
     */
    public void reset(long seed, long stepsDone) {
        this.seed = seed;
        isUnderWay = false;
        gathered = 0;
        for (int i = 0; i < loop.seatCount(); i++) {
            Seat seat = loop.seat(i);
            seat.seedDecisions(seed, seat.index());
        }
        loop.begin(stepsDone);
    }

    /** Decides for the agents that are due, and lets them act; call it once before each physics step. */
    public void update() {
        decide();
        loop.act();
    }

    /**
     * Sets how long a physics step of the behavior is, for {@link #update(float)}: that of the simulation that the policy was trained in.
     *
     * @param seconds above 0; 1/60 unless set
     * @throws IllegalArgumentException if it is not
     */
    public void setStepSeconds(float seconds) {
        if (!(seconds > 0 && seconds < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "policy driver: a physics step must take more than 0 seconds, but is given " + seconds);
        }
        stepSeconds = seconds;
    }

    /**
     * Decides in a game that steps by frame time: as often as physics steps have passed, so that decisions come at the pace at which they
     * were learned, whatever the frame rate. Call it once a frame, before the game moves on by the same time. Of a frame longer than a
     * quarter of a second, the rest is forgotten, as most games do.
     *
     * <p>A game that makes one physics step a frame, however long the frame is, calls {@link #update()} instead.
     *
     * @param delta seconds since the last frame, as {@code Gdx.graphics.getDeltaTime()} gives them, at least 0
     * @throws IllegalArgumentException if it is negative or not a number
     */
    public void update(float delta) {
        if (!(delta >= 0)) {
            throw new IllegalArgumentException(
                    "policy driver: a frame must take at least 0 seconds, but took " + delta);
        }
        gathered += Math.min(delta, MOST_FRAME_SECONDS);
        // by a hair less, so that frames of just a step, which floats can't add up, make one each
        for (; gathered >= stepSeconds * HAIR; gathered -= stepSeconds) {
            update();
        }
    }

    /**
     * The first half of {@link #update()}, for games with several drivers: as in training, all that are due decide before the first of
     * them acts. {@link #act} must follow for each agent, before the physics step.
     */
    public void decide() {
        if (isUnderWay) {
            loop.stepped();
        } else {
            loop.begin(loop.steps()); // the game may have been reset after this driver
            isUnderWay = true;
        }
        policy.clear(); // an exception may have left seats that wait
        loop.observe();
        loop.decide();
    }

    /**
     * The second half of {@link #update()}, for one agent.
     *
     * @param agent acts if it was due in the last {@link #decide} and has not been detached since; others are ignored
     */
    public void act(Agent agent) {
        Seat seat = seatOf.get(agent);
        if (seat != null) {
            loop.act(seat);
        }
    }

    /**
     * How many agents are attached.
     *
     * @return 0 or more
     */
    public int agentCount() {
        return loop.seatCount();
    }

    /**
     * What is known of an agent: its last observation, decision, reward and the return of its episode, for an overlay.
     *
     * @param agent any agent
     * @return null if it is not attached
     */
    public Seat seat(Agent agent) {
        return seatOf.get(agent);
    }
}

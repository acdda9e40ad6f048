package io.github.gdxagents.policy;

import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.IdentityMap;
import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import java.util.Arrays;

/**
 * Lets a policy decide for agents of a running game.
 *
 * <pre>{@code
 * driver.attachAll(simulation.agents());
 * // once per physics step:
 * driver.update();
 * simulation.step();
 * }</pre>
 *
 * <p>With several drivers in one game, call {@link #decide} of each, then {@link #act} for each agent: nobody acts before all have
 * observed.
 *
 * <p>Whoever is {@link StepStatus#RUNNING} when the decision period comes round decides, all in one batch, exactly as
 * {@link io.github.gdxagents.agent.EpisodeRunner} has it in training; others wait until they run again. Each agent has a random stream
 * of its own, which depends on the seed and on how many were attached before it.
 *
 * <p>A policy with memory remembers each agent apart. It begins with none when the agent is attached, after {@link #reset}, and after
 * the agent's own end ({@link StepStatus#isEnd}), as in training; while the agent is {@link StepStatus#INACTIVE} it is kept.
 *
 * <p>Thread safety: none. {@link #update}, {@link #decide} and {@link #act} allocate nothing.
 */
public final class PolicyDriver {
    private static final int INITIAL_CAPACITY = 8;

    private final Policy policy;
    private final DecisionMode mode;
    private final ObservationWriter writer;
    private final Array<Seat> seats = new Array<Seat>();
    private final IdentityMap<Agent, Seat> seatOf = new IdentityMap<Agent, Seat>();
    private final Array<Seat> deciding = new Array<Seat>();
    private DecisionBatch batch;
    /** The one of the last decision, also after {@link #batch} has grown. */
    private DecisionBatch decided;

    private long seed;
    private long updates;
    /** Whether the last update was due. */
    private boolean hasDecided;

    private int attached;

    /**
     * Makes a driver without agents.
     *
     * @param policy decides; used by this driver alone
     * @param mode how actions are taken
     * @param seed the agents' random streams derive from it
     */
    public PolicyDriver(Policy policy, DecisionMode mode, long seed) {
        this.policy = policy;
        this.mode = mode;
        this.seed = seed;
        writer = new ObservationWriter(policy.behavior().observation());
        batch = new DecisionBatch(policy, INITIAL_CAPACITY);
    }

    /**
     * Lets the policy decide for an agent from the next due update on.
     *
     * @param agent not attached yet
     * @throws PolicyMismatchException if the policy was trained for another behavior
     * @throws IllegalArgumentException if the agent is attached already
     */
    public void attach(Agent agent) {
        String name = agent.behavior().name();
        PolicyFit.requireFit(
                policy.behavior(), agent.behavior(), policy.behavior().name(), name);
        if (seatOf.containsKey(agent)) {
            throw new IllegalArgumentException(
                    "policy driver: an agent of behavior '" + name + "' is attached twice; detach it first");
        }
        Seat seat = new Seat(agent, attached++, policy.memorySize());
        seat.seed(seed);
        seats.add(seat);
        seatOf.put(agent, seat);
        deciding.ensureCapacity(seats.size);
        if (seats.size > batch.capacity()) {
            batch = new DecisionBatch(policy, 2 * batch.capacity());
            forgetRows();
        }
    }

    /**
     * Attaches several agents.
     *
     * @param agents not attached yet
     * @throws PolicyMismatchException as {@link #attach} does
     */
    public void attachAll(Iterable<? extends Agent> agents) {
        for (Agent agent : agents) {
            attach(agent);
        }
    }

    /**
     * Stops deciding for an agent; it keeps the actions it was given last.
     *
     * @param agent an attached agent; others are ignored
     */
    public void detach(Agent agent) {
        Seat seat = seatOf.remove(agent);
        if (seat != null) {
            seats.removeValue(seat, true);
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
        updates = stepsDone;
        hasDecided = false;
        forgetRows();
        batch.setCount(0);
        for (int i = 0; i < seats.size; i++) {
            seats.get(i).seed(seed);
            seats.get(i).forget();
        }
    }

    /** Decides for the agents that are due, and lets them act; call it once before each physics step. */
    public void update() {
        decide();
        if (hasDecided) {
            DecisionBatch decisions = decided;
            for (int row = 0; row < decisions.count(); row++) {
                deciding.get(row).agent.act(decisions.actions(row));
            }
        }
    }

    /**
     * The first half of {@link #update}, for games with several drivers: as in training, all that are due decide before the first of
     * them acts. {@link #act} must follow for each agent, before the physics step.
     */
    public void decide() {
        forgetEnded();
        hasDecided = updates++ % policy.behavior().decisionPeriod() == 0;
        if (hasDecided) {
            observe();
            policy.decide(batch, mode);
            decided = batch; // an agent may attach or detach others while it acts
        }
    }

    /**
     * The second half of {@link #update}, for one agent.
     *
     * @param agent acts if it was due in the last {@link #decide} and has not been detached since; others are ignored
     */
    public void act(Agent agent) {
        Seat seat = hasDecided ? seatOf.get(agent) : null;
        if (seat != null && seat.decidedRow >= 0) {
            agent.act(decided.actions(seat.decidedRow));
        }
    }

    // Looked for at every step, due or not: an agent may end and run again between two decisions.
    private void forgetEnded() {
        if (policy.memorySize() == 0) {
            return;
        }
        for (int i = 0; i < seats.size; i++) {
            if (seats.get(i).agent.status().isEnd()) {
                seats.get(i).forget();
            }
        }
    }

    private void observe() {
        forgetRows();
        deciding.clear();
        for (int i = 0; i < seats.size; i++) {
            Seat seat = seats.get(i);
            seat.decidedRow = -1;
            if (seat.agent.status() == StepStatus.RUNNING) {
                seat.row = deciding.size;
                seat.decidedRow = deciding.size;
                deciding.add(seat);
                writer.begin(batch.observation(seat.row));
                seat.agent.observe(writer);
                writer.finish();
                ActionMask mask = batch.mask(seat.row);
                mask.clear();
                seat.agent.mask(mask);
                batch.setRandom(seat.row, seat.random);
                batch.setMemory(seat.row, seat.memory);
            }
        }
        batch.setCount(deciding.size);
    }

    private void forgetRows() {
        for (int i = 0; i < seats.size; i++) {
            seats.get(i).row = -1;
        }
    }

    /**
     * How many agents are attached.
     *
     * @return 0 or more
     */
    public int agentCount() {
        return seats.size;
    }

    /**
     * The last decisions, for an overlay.
     *
     * @return the rows of the last due update; another object after more agents were attached
     */
    public DecisionBatch batch() {
        return batch;
    }

    /**
     * Where an agent stands in {@link #batch}.
     *
     * @param agent any agent
     * @return its row, or -1 if it took no part in the last due update
     */
    public int rowOf(Agent agent) {
        Seat seat = seatOf.get(agent);
        return seat == null ? -1 : seat.row;
    }

    /**
     * The policy that decides.
     *
     * @return the one given to the constructor
     */
    public Policy policy() {
        return policy;
    }

    private static final class Seat {
        private final Agent agent;
        private final int index;
        private final RandomStream random = RandomStream.of();
        private final float[] memory;
        private int row = -1;
        private int decidedRow = -1;

        Seat(Agent agent, int index, int memorySize) {
            this.agent = agent;
            this.index = index;
            memory = new float[memorySize];
        }

        void seed(long seed) {
            random.seed(RandomStream.hash(seed, index));
        }

        void forget() {
            Arrays.fill(memory, 0);
        }
    }
}

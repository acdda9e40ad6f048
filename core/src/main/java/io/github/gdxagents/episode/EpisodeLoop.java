package io.github.gdxagents.episode;

import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.IdentityMap;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/**
 * Plays episodes of one simulation. It is the only place that says who decides when, in which order agents are asked, and when an
 * episode is over:
 *
 * <pre>{@code
 * EpisodeLoop loop = new EpisodeLoop(simulation);
 * loop.playAll(Decider.heuristic());
 * loop.reset(seed);
 * while (!loop.isOver()) {
 *     loop.step();
 * }
 * }</pre>
 *
 * <p>A turn goes: every seat that is due gives the reward of its last decision, observes, masks and is added to its decider, in the order
 * of the agents; the deciders decide; all that are due act, in the same order; the simulation makes a physics step; whoever has ended gives
 * its last reward, and observes once more if it was cut off. A seat is due if its agent is running and the decision period of its behavior
 * has come round. The episode is cut off at the smallest step limit among the behaviors; who has not ended by then is truncated.
 *
 * <p>To let one decider decide for several simulations at once, call {@link #observe} of each loop, {@link Decider#decide}, then {@link
 * #advance} of each loop, instead of {@link #step}. A game that makes its physics steps itself uses a loop without simulation, through
 * {@link io.github.gdxagents.policy.PolicyDriver}.
 *
 * <p>Thread safety: that of the simulation (one thread at a time). Allocates nothing after construction.
 */
public final class EpisodeLoop {
    private Simulation simulation;
    private final Array<Seat> seats = new Array<Seat>();
    private final Array<Seat> due = new Array<Seat>();
    private final Array<Decider> deciders = new Array<Decider>();
    private boolean decidersChanged;
    /** Whose turn it is to observe or to end: others may be removed meanwhile. */
    private int turn;

    private EpisodeListener[] listeners = {};
    private final long limit;
    private int added;
    private long steps;
    private boolean isOver = true;

    /**
     * Makes a loop of a simulation; {@link #playAll} or {@link #play} and {@link #reset} must come before the first step.
     *
     * @param simulation is stepped by this loop alone, and still disposed by the caller
     * @throws IllegalArgumentException if it has no agents, or one of them twice
     */
    public EpisodeLoop(Simulation simulation) {
        this.simulation = simulation;
        List<? extends Agent> agents = simulation.agents();
        if (agents.isEmpty()) {
            throw new IllegalArgumentException(
                    "simulation " + simulation.getClass().getName()
                            + ": it has no agents; agents() must give at least one, before the first reset too");
        }
        requireDistinct(agents);
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < agents.size(); i++) {
            Seat seat = addSeat(agents.get(i));
            if (seat.behavior().stepLimit() != BehaviorSpec.NO_STEP_LIMIT) {
                smallest = Math.min(
                        smallest,
                        (long) seat.behavior().stepLimit() * seat.behavior().decisionPeriod());
            }
        }
        limit = smallest;
    }

    /** One that sits twice would act for both, be asked for its reward twice, and give the second nothing. */
    private void requireDistinct(List<? extends Agent> agents) {
        IdentityMap<Agent, Integer> places = new IdentityMap<Agent, Integer>();
        for (int i = 0; i < agents.size(); i++) {
            Integer before = places.put(agents.get(i), i);
            if (before != null) {
                throw new IllegalArgumentException(
                        "simulation " + simulation.getClass().getName() + ": agents() gives agent " + before
                                + " a second time as agent " + i + "; give each its own place");
            }
        }
    }

    /**
     * Makes a loop without simulation and seats for a game that steps itself: {@link #add}, {@link #begin} and {@link #stepped} are the
     * caller's to call.
     */
    public EpisodeLoop() {
        simulation = null;
        limit = Long.MAX_VALUE;
        isOver = false;
    }

    /**
     * Adds a seat to a loop without simulation.
     *
     * @param agent takes part from the next turn on
     * @return its seat, for which nobody decides yet
     * @throws IllegalStateException if the loop has a simulation
     */
    public Seat add(Agent agent) {
        requireNoSimulation();
        Seat seat = addSeat(agent);
        seat.begin(); // perhaps in the midst of its team's episode
        return seat;
    }

    private Seat addSeat(Agent agent) {
        Seat seat = new Seat(agent, added++);
        seats.add(seat);
        due.ensureCapacity(seats.size);
        return seat;
    }

    /**
     * Removes a seat from a loop without simulation, also in the midst of a turn.
     *
     * @param seat does nothing from now on
     * @throws IllegalStateException if the loop has a simulation
     */
    public void remove(Seat seat) {
        requireNoSimulation();
        seat.setDue(false);
        int index = seats.indexOf(seat, true);
        if (index >= 0) {
            seats.removeIndex(index);
            turn -= index <= turn ? 1 : 0; // the next one has moved to this place, and has its turn too
            decidersChanged = true;
        }
    }

    private void requireNoSimulation() {
        if (simulation != null) {
            throw new IllegalStateException("episode loop: its seats are those of the agents of simulation "
                    + simulation.getClass().getName()
                    + ", so none can be added or removed; make a loop without simulation for agents that come and go");
        }
    }

    private void requireSimulation() {
        if (simulation == null) {
            throw new IllegalStateException(
                    "episode loop: it has no simulation that it could step, reset or replace; call begin() and"
                            + " stepped() where the game resets and steps itself, or give the simulation to the"
                            + " constructor");
        }
    }

    /**
     * Lets a decider play a seat from its next decision on.
     *
     * @param seat one of this loop's
     * @param decider may play other seats, of other loops too
     * @throws IllegalArgumentException if the decider can't decide for the seat's behavior
     */
    public void play(Seat seat, Decider decider) {
        seat.play(decider);
        decidersChanged = true;
    }

    /**
     * Lets one decider play all seats.
     *
     * @param decider may play seats of other loops too
     * @throws IllegalArgumentException if the decider can't decide for the behavior of one of them
     */
    public void playAll(Decider decider) {
        for (int i = 0; i < seats.size; i++) {
            seats.get(i).play(decider);
        }
        decidersChanged = true;
    }

    private void findDeciders() {
        decidersChanged = false;
        deciders.clear();
        for (int i = 0; i < seats.size; i++) {
            Decider decider = seats.get(i).decider();
            if (decider != null && !deciders.contains(decider, true)) {
                deciders.add(decider);
            }
        }
    }

    /**
     * Goes on with another instance of the same game in place of one that broke; {@link #reset} must follow.
     *
     * @param other has the same agents in the same order
     * @throws IllegalStateException if the loop was made without simulation
     */
    public void replaceSimulation(Simulation other) {
        requireSimulation();
        simulation = other;
        isOver = true;
        for (int i = 0; i < seats.size; i++) {
            seats.get(i).rebind(other.agents().get(i));
        }
    }

    /**
     * Lets somebody watch.
     *
     * @param listener is told after those before it
     */
    public void listen(EpisodeListener listener) {
        EpisodeListener[] more = new EpisodeListener[listeners.length + 1];
        System.arraycopy(listeners, 0, more, 0, listeners.length);
        more[listeners.length] = listener;
        listeners = more;
    }

    /**
     * Begins an episode with the settings that the simulation was made with.
     *
     * @param seed everything random in the episode derives from it
     * @throws IllegalStateException if the loop was made without simulation
     */
    public void reset(long seed) {
        requireSimulation();
        simulation.reset(seed);
        begin(0);
    }

    /**
     * Begins an episode with settings of its own.
     *
     * @param seed everything random in the episode derives from it
     * @param settings of this episode
     * @throws UnsupportedOperationException if the settings of this game can't vary
     * @throws IllegalStateException if the loop was made without simulation
     */
    public void reset(long seed, SimulationSettings settings) {
        requireSimulation();
        simulation.reset(seed, settings);
        begin(0);
    }

    /**
     * Begins an episode of a game that resets itself: nothing is owed, remembered or under way.
     *
     * @param stepsDone physics steps that the episode has had already
     */
    public void begin(long stepsDone) {
        steps = stepsDone;
        due.clear();
        for (int i = 0; i < seats.size; i++) {
            seats.get(i).begin();
        }
        refresh();
        for (EpisodeListener listener : listeners) {
            listener.began(this);
        }
    }

    /**
     * Makes a whole turn: {@link #observe}, {@link Decider#decide} of every decider, {@link #advance}.
     *
     * @throws IllegalStateException if the episode is over, nobody decides for a seat, or the loop was made without simulation
     */
    public void step() {
        requireSimulation();
        observe();
        decide();
        advance();
    }

    /**
     * Lets all seats that are due give their rewards, observe and mask, and adds them to their deciders.
     *
     * @throws IllegalStateException if the episode is over, or nobody decides for a seat
     */
    public void observe() {
        if (isOver) {
            throw new IllegalStateException("the episode is over (or never began) after " + steps
                    + " physics steps; call reset(seed) before the next step");
        }
        due.clear();
        for (turn = 0; turn < seats.size; turn++) {
            Seat seat = seats.get(turn);
            seat.setDue(isDecisionDue(seat));
            if (seat.isDue()) {
                due.add(seat);
                ask(seat);
            }
        }
    }

    private void ask(Seat seat) {
        Decider decider = seat.decider();
        if (decider == null) {
            throw new IllegalStateException("episode loop: nobody decides for agent " + seat.index() + " ('"
                    + seat.behavior().name() + "'); call play or playAll before the first step");
        }
        if (seat.wasCut()) { // it has given its reward in this step, and observed: a game may show that it was asked
            seat.clearReward();
        } else {
            seat.takeReward();
            if (seat.isOpen()) {
                for (EpisodeListener listener : listeners) {
                    listener.rewarded(seat);
                }
            }
            if (decider.observes()) {
                seat.observe();
            }
        }
        seat.readMask();
        seat.openDecision();
        for (EpisodeListener listener : listeners) {
            listener.deciding(seat);
        }
        decider.add(seat);
    }

    /** Lets every decider decide for the seats that were added to it. */
    public void decide() {
        if (decidersChanged) {
            findDeciders();
        }
        for (int i = 0; i < deciders.size; i++) {
            deciders.get(i).decide();
        }
    }

    /**
     * Lets all seats that are due act, makes a physics step, and closes the episodes that it ended.
     *
     * @throws IllegalStateException if the loop was made without simulation
     */
    public void advance() {
        requireSimulation();
        act();
        stepSimulation();
    }

    /**
     * The second half of {@link #advance}, after {@link #act}.
     *
     * @throws IllegalStateException if the loop was made without simulation
     */
    public void stepSimulation() {
        requireSimulation();
        simulation.step();
        stepped();
    }

    /** Lets all seats that are due act, for whoever steps the game himself. */
    public void act() {
        for (int i = 0; i < due.size; i++) {
            act(due.get(i));
        }
    }

    /**
     * Lets one seat act.
     *
     * @param seat does nothing unless it is due
     */
    public void act(Seat seat) {
        if (seat.isDue()) {
            seat.act();
            for (EpisodeListener listener : listeners) {
                listener.acted(seat);
            }
        }
    }

    /** Takes note of a physics step that the game made itself, and closes the episodes that it ended. */
    public void stepped() {
        steps++;
        settle();
    }

    private void settle() {
        if (refresh()) {
            for (turn = 0; turn < seats.size; turn++) {
                if (seats.get(turn).hasEnded()) {
                    end(seats.get(turn));
                }
            }
        }
        for (EpisodeListener listener : listeners) {
            listener.stepped(this);
        }
    }

    /** Asks everybody for the status; whether an episode has ended, which among thousands of agents spares a look at each. */
    private boolean refresh() {
        isOver = simulation != null && (steps >= limit || simulation.isEpisodeOver());
        boolean hasEnd = false;
        for (int i = 0; i < seats.size; i++) {
            Seat seat = seats.get(i);
            seat.refresh(isOver);
            hasEnd |= seat.hasEnded();
        }
        return hasEnd;
    }

    private void end(Seat seat) {
        seat.takeReward();
        seat.readStatistics();
        if (seat.isOpen()
                && seat.status() == StepStatus.TRUNCATED
                && seat.decider().observes()) {
            seat.observe();
        }
        for (EpisodeListener listener : listeners) {
            listener.ended(seat);
        }
        seat.drop();
    }

    /**
     * Closes the account in the midst of an episode, between two turns: every seat with an open decision gives the reward since then and
     * observes. The episode goes on.
     */
    public void cut() {
        for (int i = 0; i < seats.size; i++) {
            cut(seats.get(i));
        }
    }

    /**
     * Closes the account of one seat, as {@link #cut()} does of all.
     *
     * @param seat does nothing unless its decision is open
     */
    public void cut(Seat seat) {
        if (seat.isOpen()) {
            seat.takeReward();
            seat.observe();
            seat.closeDecision();
            for (EpisodeListener listener : listeners) {
                listener.cut(seat);
            }
        }
    }

    /**
     * Whether a seat must be given actions before the next step.
     *
     * @param seat one of this loop's
     * @return true if its agent is running and its decision period has come round
     */
    public boolean isDecisionDue(Seat seat) {
        return seat.isDueAt(steps);
    }

    /**
     * Whether only {@link #reset} can follow.
     *
     * @return true after the end of an episode and before the first reset
     */
    public boolean isOver() {
        return isOver;
    }

    /**
     * Physics steps since the reset.
     *
     * @return 0 or more
     */
    public long steps() {
        return steps;
    }

    /**
     * How many seats there are.
     *
     * @return with a simulation as many as it has agents
     */
    public int seatCount() {
        return seats.size;
    }

    /**
     * A seat.
     *
     * @param index its position; with a simulation that of its agent in {@link Simulation#agents}
     * @return the seat
     */
    public Seat seat(int index) {
        return seats.get(index);
    }

    /**
     * The simulation that is played.
     *
     * @return the one given to the constructor, or null
     */
    public Simulation simulation() {
        return simulation;
    }
}

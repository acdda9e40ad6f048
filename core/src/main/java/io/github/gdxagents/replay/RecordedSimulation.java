package io.github.gdxagents.replay;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A simulation that writes down its running episode, and names whatever goes wrong in the game it wraps.
 *
 * <p>What the game throws, and what it must not do (a value that is not finite, too many or too few values, no choice left, no status),
 * becomes a {@link GameFault} with the episode up to there. Of errors of the virtual machine only the overflow of the stack is the
 * game's own; others pass.
 *
 * <p>So that {@link ReplayPlayer} can ask the game again as it was asked, all agents that are due observe before the first of them acts.
 *
 * <p>Thread safety: that of the game (one thread at a time). A step allocates nothing, but when an episode is longer than all before it.
 */
public final class RecordedSimulation implements Simulation {
    /** Physics steps of an episode that trainer, evaluations and window play. */
    public static final long MOST_STEPS = 1_000_000;

    /** Bytes of the decisions of such an episode. */
    public static final int MOST_BYTES = 1 << 22;

    private final Simulation game;
    private final long mostSteps;
    private final int mostBytes;
    private final EpisodeLog log = new EpisodeLog();
    private final List<RecordedAgent> agents = new ArrayList<RecordedAgent>();
    private final List<RecordedAgent> agentsToRead = Collections.unmodifiableList(agents);
    private long seed;
    private SimulationSettings settings = SimulationSettings.none(); // none: those that the instance was made with
    private long steps;

    /**
     * Wraps a game.
     *
     * @param game is stepped through this object alone
     * @throws GameFault if it can't give its agents
     */
    public RecordedSimulation(Simulation game) {
        this(game, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Wraps a game whose episodes are over, cut off as by a step limit, when their record has no more room: a game may have no end.
     *
     * @param game is stepped through this object alone
     * @param mostSteps physics steps of an episode, at least 1
     * @param mostBytes of the decisions of an episode, at least 1
     * @throws GameFault if it can't give its agents
     */
    public RecordedSimulation(Simulation game, long mostSteps, int mostBytes) {
        this.game = game;
        this.mostSteps = mostSteps;
        this.mostBytes = mostBytes;
        try {
            List<? extends Agent> list = game.agents();
            if (list == null) {
                throw new GameFault(
                        "", episode(), "agents() returned null; it must give a list, before the first reset too", null);
            }
            for (int i = 0; i < list.size(); i++) {
                agents.add(new RecordedAgent(list.get(i), i, this));
            }
        } catch (GameFault fault) {
            throw fault;
        } catch (Throwable thrown) {
            throw fault("", describe("agents()", thrown), thrown);
        }
    }

    /**
     * The game.
     *
     * @return the one given to the constructor
     */
    public Simulation game() {
        return game;
    }

    /**
     * The running episode up to now.
     *
     * @return as it is, whatever follows; made in the same time whatever its length
     */
    public RecordedEpisode episode() {
        return log.episode(seed, settings, steps);
    }

    EpisodeLog log() {
        return log;
    }

    @Override
    public List<? extends Agent> agents() {
        return agentsToRead;
    }

    @Override
    public void reset(long newSeed) {
        begin(newSeed, SimulationSettings.none());
        try {
            game.reset(newSeed);
        } catch (Throwable thrown) {
            throw fault("", describe("reset()", thrown), thrown);
        }
    }

    @Override
    public void reset(long newSeed, SimulationSettings newSettings) {
        begin(newSeed, newSettings);
        try {
            game.reset(newSeed, newSettings);
        } catch (UnsupportedOperationException unsupported) {
            throw unsupported; // no fault of the game: it needs not vary
        } catch (Throwable thrown) {
            throw fault("", describe("reset()", thrown), thrown);
        }
    }

    private void begin(long newSeed, SimulationSettings newSettings) {
        seed = newSeed;
        settings = newSettings;
        steps = 0;
        log.clear();
        for (int i = 0; i < agents.size(); i++) {
            agents.get(i).forget();
        }
    }

    @Override
    public void step() {
        try {
            game.step();
        } catch (Throwable thrown) {
            throw fault("", describe("step()", thrown), thrown);
        }
        steps++;
    }

    @Override
    public boolean isEpisodeOver() {
        try {
            return isFull() || game.isEpisodeOver();
        } catch (Throwable thrown) {
            throw fault("", describe("isEpisodeOver()", thrown), thrown);
        }
    }

    /**
     * Whether the episode is over since its record has no more room.
     *
     * @return false as long as there is room, whether or not the game has ended it
     */
    public boolean isFull() {
        return steps >= mostSteps || log.size() >= mostBytes;
    }

    @Override
    public void dispose() {
        game.dispose();
    }

    /**
     * A fault that was noticed from outside, such as a step that doesn't come back.
     *
     * @param fault what happened
     * @return an exception with the episode up to now
     */
    public GameFault fault(String fault) {
        return fault("", fault, null);
    }

    GameFault fault(String place, String fault, Throwable cause) {
        return new GameFault(place, episode(), fault, cause);
    }

    static String describe(String method, Throwable thrown) {
        if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
            throw (VirtualMachineError) thrown; // out of memory is nobody's fault
        }
        if (thrown instanceof GameFault) {
            throw (GameFault) thrown; // of an agent that the game asked itself
        }
        return method + " threw " + FaultPlace.describe(thrown);
    }
}

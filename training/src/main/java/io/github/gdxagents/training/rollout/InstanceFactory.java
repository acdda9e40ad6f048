package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.replay.FaultPlace;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.concurrent.TimeLimit;
import io.github.gdxagents.training.concurrent.Watchdog;
import io.github.gdxagents.training.host.HeadlessGdx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the simulated instances of a game, and sees to it that all have the same agents. Whatever a game throws meanwhile becomes a
 * {@link SimulationFault}.
 *
 * <p>Thread safety: any number of threads, if the game's factory allows it.
 */
public final class InstanceFactory {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceFactory.class);

    private final Function<SimulationSettings, ? extends Simulation> game;
    private final Duration patience;
    private final long mostSteps;
    private final int mostBytes;
    /** Whether an instance did not come back from being disposed: then the others are left, too. */
    private final AtomicBoolean isStuck = new AtomicBoolean();
    /** Of the first instance. */
    private final AtomicReference<List<BehaviorSpec>> behaviors = new AtomicReference<>();

    /**
     * Makes no instance yet; the game makes one at each call, which may take so long, zero for as long as it likes. Episodes are cut off when
     * their records are full, since the game may never end them.
     */
    public InstanceFactory(Function<SimulationSettings, ? extends Simulation> game, Duration patience) {
        this(game, patience, RecordedSimulation.MOST_STEPS, RecordedSimulation.MOST_BYTES);
    }

    /** {@return one whose episodes are as long as they were recorded} */
    public static InstanceFactory ofReplays(
            Function<SimulationSettings, ? extends Simulation> game, Duration patience) {
        return new InstanceFactory(game, patience, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private InstanceFactory(
            Function<SimulationSettings, ? extends Simulation> game, Duration patience, long mostSteps, int mostBytes) {
        this.mostSteps = mostSteps;
        this.mostBytes = mostBytes;
        this.game = game;
        this.patience = patience;
        HeadlessGdx.install(); // an existing game asks it for everything
        Box2DNatives.prepare(); // on this thread, before workers make worlds on theirs
    }

    /**
     * Makes a recorded instance, with the same behaviors as all before it, on a thread of its own; the place is what it is for, such as
     * {@code instance 3}.
     *
     * @param settings that the game is given
     * @throws SimulationFault if the game can't be made, does not come back, or has other agents than before
     */
    public RecordedSimulation make(int number, String place, SimulationSettings settings) {
        Making making = new Making(settings);
        try {
            TimeLimit.run(patience, heartbeat -> making.run());
            return making.result();
        } catch (Watchdog.StuckException stuck) { // it may still be at work: nobody may dispose what it makes
            throw SimulationFault.notMade(number, place, stuck.getMessage(), stuck);
        } catch (Throwable thrown) { // a game may throw anything
            throw notMade(number, place, making, thrown);
        }
    }

    /** The same on the calling thread, which is watched itself. */
    public RecordedSimulation makeHere(int number, String place, SimulationSettings settings) {
        Making making = new Making(settings);
        try {
            making.run();
            return making.result();
        } catch (Throwable thrown) {
            throw notMade(number, place, making, thrown);
        }
    }

    private static SimulationFault notMade(int number, String place, Making making, Throwable thrown) {
        requireNoMachineFault(thrown);
        if (making.made != null) {
            disposeHere(making.made, place);
        }
        return SimulationFault.notMade(number, place, describe(thrown), thrown);
    }

    private static String describe(Throwable thrown) {
        return thrown instanceof GameFault || thrown instanceof OtherAgents
                ? thrown.getMessage()
                : FaultPlace.describe(thrown);
    }

    private final class Making implements Runnable {
        private final SimulationSettings settings;
        private volatile Simulation made;
        private volatile RecordedSimulation recorded;
        private volatile Throwable thrown;

        Making(SimulationSettings settings) {
            this.settings = settings;
        }

        @Override
        public void run() {
            try {
                make();
            } catch (Throwable any) { // also what nobody declared
                thrown = any;
            }
        }

        private RecordedSimulation result() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return recorded;
        }

        private void make() {
            made = game.apply(settings);
            if (made == null) {
                throw new IllegalStateException("the factory returned null");
            }
            RecordedSimulation whole = new RecordedSimulation(made, mostSteps, mostBytes);
            requireSame(whole);
            recorded = whole;
        }
    }

    private void requireSame(Simulation made) {
        List<BehaviorSpec> here =
                made.agents().stream().map(agent -> agent.behavior()).toList();
        if (!behaviors.compareAndSet(null, here) && !here.equals(behaviors.get())) {
            throw new OtherAgents("it has the agents " + names(here) + ", but the first instance had "
                    + names(behaviors.get()) + "; agents and their behaviors must be the same in all instances");
        }
    }

    private static List<String> names(List<BehaviorSpec> behaviors) {
        boolean alike = behaviors.stream().map(BehaviorSpec::name).distinct().count() < behaviors.size();
        return behaviors.stream()
                .map(behavior -> alike ? behavior.name() : behavior.toString())
                .toList();
    }

    /**
     * Disposes an instance once, on a thread of its own; a game that fails in it, or does not come back, is not worth ending a run for. After
     * one that did not come back all others are left.
     */
    public void dispose(Simulation instance, String place) {
        if (isStuck.get()) {
            return;
        }
        try {
            TimeLimit.run(patience, heartbeat -> disposeHere(instance, place));
        } catch (Watchdog.StuckException stuck) {
            isStuck.set(true);
            LOG.warn("{}: dispose() does not end: {}", place, stuck.getMessage());
        }
    }

    /** The same on the calling thread, which is watched itself. */
    public static void disposeHere(Simulation instance, String place) {
        try {
            instance.dispose();
        } catch (Throwable thrown) {
            requireNoMachineFault(thrown);
            LOG.warn("{}: dispose() threw {}", place, FaultPlace.describe(thrown));
        }
    }

    /**
     * Checks that an episode runs right after the reset.
     *
     * @throws GameFault if it is over already
     */
    public static void requireRunning(EpisodeLoop loop) {
        if (loop.isOver()) {
            throw ((RecordedSimulation) loop.simulation())
                    .fault("the episode is over right after reset(); at least one agent must be RUNNING then,"
                            + " and isEpisodeOver() false");
        }
    }

    private static void requireNoMachineFault(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error; // out of memory is nobody's fault
        }
    }

    private static final class OtherAgents extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherAgents(String message) {
            super(message);
        }
    }
}

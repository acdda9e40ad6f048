package io.github.gdxagents.check;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.box2d.Box2DNatives;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Plays a game with random actions and reports everything that breaks the contract of {@code Simulation} and {@code Agent}, in one
 * list. A game's author runs it in a test:
 *
 * <pre>{@code
 * SimulationCheck.of(new MyGameFactory()).run().requireClean();
 * }</pre>
 *
 * <p>It plays episodes of seeds {@code seed}, {@code seed + 1} and so on on one instance and watches counts, values, rewards and
 * statuses. Then it plays up to three of them again: on a new instance, on one that was used before, with the instance's settings given to
 * the reset (if the game allows that), with more calls of the methods that only read, by turns with another instance, and on another
 * thread. All of these must show the same episode. If they do, instances are played for long on several threads at once, or one on a
 * single thread if the factory {@linkplain SimulationFactory#needsOneThread needs that}, and again nothing may change. Last it disposes of
 * an instance twice; natives that are freed twice can end the JVM there, which is the fault found.
 *
 * <p>While it runs it stands in for {@code MathUtils.random}; run nothing else that needs it in the same JVM at once.
 */
public final class SimulationCheck {
    private static final int REPEATED_SEEDS = 3;
    /** Kinds of episodes that are not the same even without other threads. */
    private static final Set<FindingKind> ALONE = EnumSet.of(
            FindingKind.AGENTS_SHARED,
            FindingKind.APPLICATION_MISSING,
            FindingKind.EXCEPTION,
            FindingKind.GLOBAL_RANDOM,
            FindingKind.INSTANCES_INTERFERE,
            FindingKind.LEFTOVER_STATE,
            FindingKind.NATIVES_MISSING,
            FindingKind.NOT_REPEATABLE,
            FindingKind.THREAD_DEPENDENT);

    private static final int DEFAULT_EPISODES = 20;
    private static final long DEFAULT_MAX_STEPS = 10_000;

    private final SimulationFactory factory;
    private SimulationSettings settings;
    private int episodes = DEFAULT_EPISODES;
    private long seed = 1;
    private long maxSteps = DEFAULT_MAX_STEPS;

    private SimulationCheck(SimulationFactory factory) {
        this.factory = factory;
    }

    /**
     * Prepares a check of a game with its default settings, 20 episodes from seed 1.
     *
     * @param factory makes the game
     * @return a check to be configured and run
     */
    public static SimulationCheck of(SimulationFactory factory) {
        return new SimulationCheck(factory);
    }

    /**
     * Sets the game's settings.
     *
     * @param values those of {@link SimulationFactory#settings()}, possibly with other values
     * @return this
     */
    public SimulationCheck settings(SimulationSettings values) {
        settings = values;
        return this;
    }

    /**
     * Sets how many episodes are played.
     *
     * @param count at least 1
     * @return this
     * @throws IllegalArgumentException if the count is below 1
     */
    public SimulationCheck episodes(int count) {
        episodes = (int) atLeastOne("episodes", count);
        return this;
    }

    /**
     * Sets the first seed; the others follow it.
     *
     * @param first any value
     * @return this
     */
    public SimulationCheck seed(long first) {
        seed = first;
        return this;
    }

    /**
     * Sets how long an episode may be; longer ones are left, and an error if no behavior has a step limit.
     *
     * @param physicsSteps at least 1
     * @return this
     * @throws IllegalArgumentException if the number is below 1
     */
    public SimulationCheck maxSteps(long physicsSteps) {
        maxSteps = atLeastOne("maxSteps", physicsSteps);
        return this;
    }

    private static long atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("simulation check: " + name + " must be at least 1, but is " + value);
        }
        return value;
    }

    /**
     * Plays and watches. What the game throws becomes a finding.
     *
     * @return everything that was found
     */
    public CheckReport run() {
        Box2DNatives.prepare();
        Findings findings = new Findings();
        try (GlobalRandomWatch globalRandom = new GlobalRandomWatch(findings)) {
            Stage stage = new Stage(factory, chosenSettings(findings), findings, globalRandom, maxSteps);
            watch(stage);
            repeat(stage);
            playSideBySide(stage);
            disposeTwice(stage);
        } catch (GameFailure reported) {
            // it is in the list; nothing more can be played
        }
        String title =
                "Simulation check of " + factory.getClass().getName() + ", " + episodes + " episodes from seed " + seed;
        return new CheckReport(title, findings.list());
    }

    private SimulationSettings chosenSettings(Findings findings) {
        try {
            return settings == null ? factory.settings() : settings;
        } catch (Throwable thrown) {
            new Reporter(findings, "").threw("factory.settings()", thrown);
            throw new GameFailure(thrown);
        }
    }

    private void watch(Stage stage) {
        GuardedSimulation simulation = stage.open("");
        TurnsProbe turns = new TurnsProbe();
        try {
            for (int i = 0; i < episodes; i++) {
                stage.playthrough(simulation, probes(turns)).play(seed + i, seed + i);
            }
            turns.finish(simulation);
        } finally {
            simulation.dispose();
        }
    }

    private static List<Probe> probes(TurnsProbe turns) {
        return Arrays.asList(
                new AgentsProbe(),
                new ObservationProbe(),
                new MaskProbe(),
                new RewardProbe(),
                new StatusProbe(),
                turns);
    }

    private void repeat(Stage stage) {
        Repetitions repetitions = new Repetitions(stage);
        int seeds = Math.min(REPEATED_SEEDS, episodes);
        for (int i = 0; i < seeds; i++) {
            repetitions.repeat(seed + i);
        }
        repetitions.vary(seed, REPEATED_SEEDS);
    }

    /** What changes an episode without other threads would do so with them too. */
    private void playSideBySide(Stage stage) {
        boolean isRepeatable = Collections.disjoint(stage.findings().kinds(), ALONE);
        if (isRepeatable) {
            new SideBySide(stage, factory.needsOneThread()).compare(seed, Math.min(REPEATED_SEEDS, episodes));
        }
    }

    private void disposeTwice(Stage stage) {
        GuardedSimulation simulation = stage.open("");
        simulation.reset(seed);
        simulation.dispose();
        simulation.disposeAgain();
    }
}

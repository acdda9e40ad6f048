package io.github.gdxagents.training.tool.tune;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Chooses threads, then instances, by letting the game itself be played.
 *
 * <p>Instances and horizon are chosen together, twice as many for half as long, so that an iteration learns from as many decisions as
 * before: if one of them was given, the other is what it would be anyway. More instances make better use of a thread, since its networks
 * decide for more at once; but an estimate of advantages looks no further than the horizon, which for that has a least.
 */
final class CollectionTuner {
    private static final int SHORTEST_HORIZON = 64;
    private static final int MOST_INSTANCES = 1 << 12;

    private static final double WARM_UP_SHARE = 0.2;
    /** Decisions in a row while nothing is known of the game: few, since each may take long. */
    private static final int WARM_UP_HORIZON = 4;
    /** What a run has without measurement; with much less, waking up the threads would count for too much. */
    private static final int LONGEST_MEASURED_HORIZON = 256;
    /** Of the time that is left, for each comparison. */
    private static final double COMPARISON_SHARE = 0.5;
    /** If the networks took no time at all, a run would be so much faster: less can't be told from noise. */
    private static final double WORTHWHILE = 0.05;

    /** What is sensible where nothing is measured: all cores, and at least an instance for each as far as doubling leads there. */
    final RolloutConfig start;
    /** Numbers of threads that are possible, ascending; the last is that of the start. */
    final List<Integer> threads;

    private final boolean areInstancesOpen;
    private final int shortestHorizon;
    private final Function<RolloutConfig, CollectionTrial> game;
    private final List<String> findings;
    /** The least that a decision was measured to cost each way. */
    private final Map<RolloutConfig, CollectionCost> costs = new HashMap<>();

    private TuningBudget budget;

    /** Measures nothing yet. The game makes instances of it and lets them begin; findings get a line for each measurement. */
    CollectionTuner(
            ConfigDraft draft, int cores, Function<RolloutConfig, CollectionTrial> game, List<String> findings) {
        this.game = game;
        this.findings = findings;
        MemoryConfig memory = draft.config().network().memory();
        shortestHorizon = memory.isUsed() ? Math.max(SHORTEST_HORIZON, memory.sequenceLength()) : SHORTEST_HORIZON;
        areInstancesOpen = draft.isOpen(ConfigDraft.INSTANCES) && draft.isOpen(ConfigDraft.HORIZON);
        boolean areThreadsOpen = draft.isOpen(ConfigDraft.THREADS);
        RolloutConfig rollout = draft.config().rollout();
        int most = areThreadsOpen || rollout.threads() == 0 ? cores : rollout.threads();
        while (areInstancesOpen && rollout.instances() < most && twice(rollout).isPresent()) {
            rollout = twice(rollout).get();
        }
        threads = areThreadsOpen ? threadsUpTo(Math.min(most, rollout.instances())) : List.of(most);
        start = new RolloutConfig(rollout.instances(), rollout.horizon(), threads.get(threads.size() - 1));
    }

    /** One, half the cores (the real ones, where each runs two threads), and all. */
    private static List<Integer> threadsUpTo(int cores) {
        return Stream.of(1, Math.max(1, cores / 2), cores).distinct().toList();
    }

    /** Twice the instances; empty if they would be too many, or the horizon too short for advantages or a memory. */
    private Optional<RolloutConfig> twice(RolloutConfig from) {
        int instances = 2 * from.instances();
        int horizon = from.horizon() / 2;
        return from.horizon() % 2 == 0 && horizon >= shortestHorizon && instances <= MOST_INSTANCES
                ? Optional.of(new RolloutConfig(instances, horizon, from.threads()))
                : Optional.empty();
    }

    /** Half the instances; empty if they would be fewer than the threads. */
    private static Optional<RolloutConfig> half(RolloutConfig from) {
        int instances = from.instances() / 2;
        return from.instances() % 2 == 0 && instances >= from.threads()
                ? Optional.of(new RolloutConfig(instances, 2 * from.horizon(), from.threads()))
                : Optional.empty();
    }

    boolean hasChoice() {
        return threads.size() > 1 || areInstancesOpen;
    }

    /** Chooses. Throws a SimulationFault if the game breaks the rules of a simulation. */
    CollectionChoice choose(TuningBudget time) {
        budget = time;
        GameSpeed speed = warmUp();
        RolloutConfig chosen = chooseThreads(speed);
        if (areInstancesOpen && 1 - speed.simulationShare() > WORTHWHILE) {
            chosen = chooseInstances(chosen, affordableHorizon(speed, chosen.threads(), 2 * chosen.instances()));
        }
        return new CollectionChoice(chosen, costs.get(chosen), speed.agents());
    }

    /** Until the game's code is compiled; with one instance for each thread, since a game may be slow. */
    private GameSpeed warmUp() {
        int instances = Math.min(start.threads(), start.instances());
        try (CollectionTrial trial = game.apply(new RolloutConfig(instances, WARM_UP_HORIZON, start.threads()))) {
            TuningBudget warmUp = budget.part(WARM_UP_SHARE);
            while (!warmUp.isSpent()) {
                trial.measure(0);
            }
            CollectionCost cost = trial.measure(budget.sliceSeconds());
            List<BehaviorSpec> agents = trial.agents();
            return new GameSpeed(agents, cost.seconds() * agents.size() * instances, cost.simulationShare());
        }
    }

    /** The fewest that are not clearly slower, or all if there is no time to compare. */
    private RolloutConfig chooseThreads(GameSpeed speed) {
        int instances = affordableInstances(speed);
        int horizon = affordableHorizon(speed, start.threads(), instances);
        List<RolloutConfig> fewestFirst = threads.stream()
                .map(count -> new RolloutConfig(start.instances(), start.horizon(), count))
                .toList();
        List<RolloutConfig> mostFirst = fewestFirst.stream()
                .sorted(Comparator.comparing(RolloutConfig::threads).reversed())
                .toList();
        try (CollectionTrial trial = game.apply(new RolloutConfig(instances, horizon, start.threads()))) {
            return compare(mostFirst, way -> trial).simplest(fewestFirst, start);
        }
    }

    /** Instances that numbers of threads are compared with: those of the run, or as many as a slice of time suffices for. */
    private int affordableInstances(GameSpeed speed) {
        double affordable = budget.sliceSeconds() * start.threads() / speed.instanceSeconds();
        int least = Math.min(start.threads(), start.instances());
        return (int) Math.max(least, Math.min(start.instances(), affordable));
    }

    /** Decisions in a row that are measured at once. */
    private int affordableHorizon(GameSpeed speed, int threadCount, int instances) {
        double affordable = budget.sliceSeconds() * threadCount / (speed.instanceSeconds() * instances);
        return (int) Math.max(1, Math.min(LONGEST_MEASURED_HORIZON, affordable));
    }

    /** Doubles the instances as long as that is clearly better, or else halves them once if that is. */
    private RolloutConfig chooseInstances(RolloutConfig from, int horizon) {
        try (CollectionTrial trial = open(from, horizon)) {
            RolloutConfig larger = climb(from, trial, this::twice, horizon);
            return larger.equals(from)
                    ? climb(from, trial, way -> way.equals(from) ? half(way) : Optional.empty(), horizon)
                    : larger;
        }
    }

    /** What was better stays open meanwhile: the next takes turns with it. */
    private RolloutConfig climb(
            RolloutConfig from,
            CollectionTrial trial,
            Function<RolloutConfig, Optional<RolloutConfig>> step,
            int horizon) {
        RolloutConfig next = step.apply(from).orElse(from);
        if (next.equals(from) || budget.isSpent()) {
            return from;
        }
        try (CollectionTrial other = open(next, horizon)) {
            List<RolloutConfig> both = List.of(from, next);
            RolloutConfig better =
                    compare(both, way -> way.equals(from) ? trial : other).simplest(both, from);
            return better.equals(from) ? from : climb(next, other, step, horizon);
        } catch (OutOfMemoryError tooMany) {
            return from; // which found room
        }
    }

    private CollectionTrial open(RolloutConfig way, int horizon) {
        return game.apply(new RolloutConfig(way.instances(), horizon, way.threads()));
    }

    private SpeedComparison<RolloutConfig> compare(
            List<RolloutConfig> ways, Function<RolloutConfig, CollectionTrial> trials) {
        SpeedComparison<RolloutConfig> comparison =
                new SpeedComparison<>(ways, budget.part(COMPARISON_SHARE), way -> measure(way, trials.apply(way)));
        ways.forEach(way -> findings.add(comparison.finding(Tuner.text(way), way)));
        return comparison;
    }

    private double measure(RolloutConfig way, CollectionTrial trial) {
        trial.useThreads(way.threads());
        CollectionCost cost = trial.measure(budget.sliceSeconds());
        costs.merge(way, cost, (before, now) -> now.seconds() < before.seconds() ? now : before);
        return cost.seconds();
    }

    /** Instances of the game that have begun. */
    interface CollectionTrial extends AutoCloseable {
        /** The behaviors of an instance's agents, each as often as an agent has it. */
        List<BehaviorSpec> agents();

        void useThreads(int threads);

        /** Collects for about so many seconds, at least once. */
        CollectionCost measure(double leastSeconds);

        @Override
        void close();
    }

    /**
     * What a decision costs while experience is collected.
     *
     * @param seconds from the beginning of collecting to its end, divided by the decisions of all slots
     * @param simulationShare part of the threads' work that is the game's: physics, observations and rewards; in [0, 1]
     */
    record CollectionCost(double seconds, double simulationShare) {}

    /** How fast a game is, roughly: seconds that one thread takes until all agents of an instance have decided once. */
    private record GameSpeed(List<BehaviorSpec> agents, double instanceSeconds, double simulationShare) {}

    /** What was chosen, what a decision cost that way at least, and the behaviors of an instance's agents. */
    record CollectionChoice(RolloutConfig rollout, CollectionCost cost, List<BehaviorSpec> agents) {}
}

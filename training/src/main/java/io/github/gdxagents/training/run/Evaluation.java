package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.training.rollout.Pulse;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.rollout.Watchdog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures policies on instances of its own, apart from those of training.
 *
 * <p>The seeds of the episodes derive from the evaluation's seed, the purpose and the episode's number. Whoever is free takes the next
 * episode; since an episode depends on its seed alone, the result is the same at any number of threads.
 *
 * <p>Thread safety: none; it uses threads of its own.
 */
public final class Evaluation implements AutoCloseable {
    /** What episodes are played for; each purpose has episodes of its own. */
    public enum Purpose {
        /** To choose the best policy while training. */
        SELECTION,
        /** To report how good it is, on episodes that chose nothing. */
        REPORT,
        /** To confirm that the target was reached. */
        TARGET
    }

    /** Sets these seeds apart from all others that derive from the same number. */
    private static final long EVALUATION_KEY = 0x6576616c75617465L;

    private final List<EvaluationWorker> workers = new ArrayList<>();
    private final ExecutorService threads;
    private final Duration patience;
    private boolean isStuck;

    /**
     * Makes the instances.
     *
     * @param game makes them
     * @param settings of the game
     * @param threadCount at least 1; one instance each
     * @param watchdogSeconds how long a step may take at most; 0 for as long as it likes
     */
    public Evaluation(SimulationFactory game, SimulationSettings settings, int threadCount, int watchdogSeconds) {
        patience = Duration.ofSeconds(watchdogSeconds);
        for (int i = 0; i < threadCount; i++) {
            workers.add(new EvaluationWorker(game.create(settings)));
        }
        threads = Executors.newFixedThreadPool(threadCount, task -> {
            Thread thread = new Thread(task, "evaluation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Plays episodes.
     *
     * @param policies one for each behavior of the game
     * @param mode how actions are taken
     * @param episodes at least 1
     * @param seed of all of them
     * @param purpose what for
     * @return the returns
     * @throws RunException if a behavior has no policy
     * @throws SimulationFault if the game breaks the rules of a simulation, or doesn't come back from a step
     * @throws io.github.gdxagents.policy.PolicyMismatchException if a policy doesn't fit the game
     */
    public EvaluationResult run(
            List<PolicyModel> policies, DecisionMode mode, int episodes, long seed, Purpose purpose) {
        EpisodeTally[] tallies = new EpisodeTally[episodes];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (EvaluationWorker worker : workers) {
            running.add(threads.submit(() -> {
                worker.pulse().begin();
                try {
                    worker.use(policies, mode);
                    for (int i = next.getAndIncrement(); i < episodes; i = next.getAndIncrement()) {
                        tallies[i] = play(worker, RandomStream.hash(EVALUATION_KEY, purpose.ordinal(), seed, i), i);
                    }
                } finally {
                    worker.pulse().end();
                }
            }));
        }
        awaitAll(running);
        return summarize(policies, tallies);
    }

    private static EpisodeTally play(EvaluationWorker worker, long seed, int episode) {
        try {
            return worker.play(seed);
        } catch (GameFault fault) {
            throw new SimulationFault(episode, "evaluation, episode " + (episode + 1), fault);
        }
    }

    private static EvaluationResult summarize(List<PolicyModel> policies, EpisodeTally[] tallies) {
        List<BehaviorResult> results = new ArrayList<>();
        for (int g = 0; g < policies.size(); g++) {
            int behavior = g;
            EpisodeTally[] played = Arrays.stream(tallies)
                    .filter(tally -> tally.episodes(behavior) > 0)
                    .toArray(EpisodeTally[]::new);
            double[] returns = Arrays.stream(played)
                    .mapToDouble(tally -> tally.meanReturn(behavior))
                    .toArray();
            double length = Arrays.stream(played)
                    .mapToDouble(tally -> tally.meanLength(behavior))
                    .average()
                    .orElse(Double.NaN);
            results.add(new BehaviorResult(policies.get(g).behavior().name(), new ReturnStatistics(returns), length));
        }
        return new EvaluationResult(results);
    }

    /** Also after a fault, for nobody may dispose an instance that is being stepped. */
    private void awaitAll(List<Future<?>> tasks) {
        List<Pulse> pulses = workers.stream().map(EvaluationWorker::pulse).toList();
        try {
            new Watchdog(pulses, patience).await(tasks);
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (Watchdog.StuckException e) {
            isStuck = true;
            throw new SimulationFault(0, "evaluation", workers.get(e.position()).fault(e.getMessage()));
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while evaluating", e);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) { // out of memory, for example
            throw error;
        }
        return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
    }

    /** Ends the threads and disposes the instances. */
    @Override
    public void close() {
        threads.shutdownNow();
        if (!isStuck) { // else disposing a world that is being stepped would crash the process, which is about to end
            workers.forEach(EvaluationWorker::close);
        }
    }
}

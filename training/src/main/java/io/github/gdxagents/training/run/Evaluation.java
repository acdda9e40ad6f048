package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyModel;
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

    /**
     * Makes the instances.
     *
     * @param game makes them
     * @param settings of the game
     * @param threadCount at least 1; one instance each
     */
    public Evaluation(SimulationFactory game, SimulationSettings settings, int threadCount) {
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
     * @throws io.github.gdxagents.policy.PolicyMismatchException if a policy doesn't fit the game
     */
    public EvaluationResult run(
            List<PolicyModel> policies, DecisionMode mode, int episodes, long seed, Purpose purpose) {
        EpisodeTally[] tallies = new EpisodeTally[episodes];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (EvaluationWorker worker : workers) {
            running.add(threads.submit(() -> {
                worker.use(policies, mode);
                for (int episode = next.getAndIncrement(); episode < episodes; episode = next.getAndIncrement()) {
                    tallies[episode] = worker.play(RandomStream.hash(EVALUATION_KEY, purpose.ordinal(), seed, episode));
                }
            }));
        }
        awaitAll(running);
        return summarize(policies, tallies);
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
    private static void awaitAll(List<Future<?>> tasks) {
        RuntimeException fault = null;
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                fault = e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while evaluating", e);
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    /** Ends the threads and disposes the instances. */
    @Override
    public void close() {
        threads.shutdownNow();
        workers.forEach(EvaluationWorker::close);
    }
}

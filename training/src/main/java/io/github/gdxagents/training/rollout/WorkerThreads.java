package io.github.gdxagents.training.rollout;

import io.github.gdxagents.training.concurrent.Failures;
import io.github.gdxagents.training.concurrent.Heartbeat;
import io.github.gdxagents.training.concurrent.Threads;
import io.github.gdxagents.training.concurrent.Watchdog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Workers that do the same side by side, each on a thread and with instances of its own, and the watch over them.
 */
final class WorkerThreads implements AutoCloseable {
    private final Duration patience;
    private final Function<List<Instance>, RolloutWorker> hire;
    private final List<RolloutWorker> workers = new ArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(Threads.daemons("rollout-worker"));
    /** Empty when nobody is at work. */
    private List<Future<?>> running = List.of();
    /** The worker that a game doesn't give back, or null. */
    private RolloutWorker stuck;

    /** Hires nobody yet; a step of a game may take as long as the patience, if that is zero as long as it likes. */
    WorkerThreads(Duration patience, Function<List<Instance>, RolloutWorker> hire) {
        this.patience = patience;
        this.hire = hire;
    }

    /** Hires one worker for each of these, instead of all those before; nobody may be at work. */
    void assign(List<List<Instance>> slices) {
        workers.clear(); // at first, so that old and new ones need not fit into the memory together
        slices.forEach(slice -> workers.add(hire.apply(slice)));
    }

    int size() {
        return workers.size();
    }

    /** Lets all begin, and returns at once; {@link #finish} must follow. Throws a SimulationFault if a worker was not given back. */
    void begin(Consumer<RolloutWorker> work) {
        if (stuck != null) {
            throw stuck.current().stuck("it has not come back from an earlier step, and no other may begin meanwhile");
        }
        List<Future<?>> tasks = new ArrayList<>();
        running = tasks; // at first: if there is no thread for one of them, those before it are waited for
        for (RolloutWorker worker : workers) {
            tasks.add(executor.submit(() -> {
                worker.heartbeat().begin();
                try {
                    work.accept(worker);
                } finally {
                    worker.heartbeat().end();
                }
            }));
        }
    }

    /**
     * Waits until nobody is at work any more, also if a worker has failed and if this thread is interrupted: what they fill must not be
     * read, nor what they step be disposed, before.
     *
     * @throws SimulationFault if a step doesn't come back; the others may go on
     * @throws RuntimeException that the first of the workers threw that failed; or an error
     */
    void finish() {
        List<Future<?>> tasks = running;
        running = List.of();
        List<Heartbeat> heartbeats =
                workers.stream().map(RolloutWorker::heartbeat).toList();
        try {
            new Watchdog(heartbeats, patience).await(tasks);
        } catch (Watchdog.StuckException e) {
            stuck = workers.get(e.position());
            SimulationFault fault = stuck.current().stuck(e.getMessage());
            Arrays.stream(e.getSuppressed()).forEach(fault::addSuppressed);
            throw fault;
        } catch (ExecutionException e) {
            throw Failures.unchecked(e.getCause());
        }
    }

    /** What went wrong in the last iteration, one for each instance that broke, by index. */
    List<SimulationFault> faults() {
        return workers.stream()
                .flatMap(worker -> worker.faults().stream())
                .sorted(Comparator.comparingInt(SimulationFault::number))
                .toList();
    }

    /** The mean over the workers of a time that each has measured, in seconds. */
    double meanSeconds(ToLongFunction<RolloutWorker> nanos) {
        return workers.stream().mapToLong(nanos).average().orElse(0) * 1e-9;
    }

    /** Whether a step has not come back: its instance is being stepped, and must not be disposed. */
    boolean isStuck() {
        return stuck != null;
    }

    /** Stops the threads, waiting for those at work, but for ever for none that is stuck. */
    @Override
    public void close() {
        executor.shutdown();
        boolean isInterrupted = false;
        boolean isOver = isStuck();
        while (!isOver) {
            try {
                isOver = executor.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.training.concurrent.Failures;
import io.github.gdxagents.training.concurrent.Heartbeat;
import io.github.gdxagents.training.concurrent.Threads;
import io.github.gdxagents.training.concurrent.Watchdog;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.rollout.EpisodeSettings;
import io.github.gdxagents.training.rollout.InstanceFactory;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

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
        SELECTION("evaluation"),
        /** To report how good it is, on episodes that chose nothing. */
        REPORT("final evaluation"),
        /** To confirm that the target was reached. */
        TARGET("evaluation of the target");

        private final String title;

        Purpose(String title) {
            this.title = title;
        }
    }

    /** A key that tells an episode's settings from what else derives from its seed. */
    private static final long SETTINGS_KEY = 0x73657474696e6773L;

    /** Sets these seeds apart from all others that derive from the same number. */
    private static final long EVALUATION_KEY = 0x6576616c75617465L;

    /** Of an evaluation, before its progress is told. */
    private static final long QUIET_SECONDS = 5;

    private final String name;
    private final EpisodeSettings settings;
    private final List<EvaluationWorker> workers = new ArrayList<>();
    private final ExecutorService threads;
    private final FaultConfig faultConfig;
    private boolean isStuck;

    /**
     * Makes an instance for each of the threads, of which there is at least 1, and just one if the game needs one thread; the name is the
     * game's. Settings that vary are drawn for each episode from its seed, and the game is made anew for it.
     *
     * @throws SimulationFault if an instance can't be made
     */
    public Evaluation(
            String name, SimulationFactory game, EpisodeSettings settings, int threadCount, FaultConfig faultConfig) {
        this.name = name;
        this.settings = settings;
        this.faultConfig = faultConfig;
        int count = game.needsOneThread() ? 1 : threadCount;
        InstanceFactory factory = new InstanceFactory(game::create, Duration.ofSeconds(faultConfig.watchdogSeconds()));
        try {
            for (int i = 0; i < count; i++) {
                workers.add(new EvaluationWorker(factory, i, settings.middle()));
            }
        } catch (RuntimeException | Error failure) {
            workers.forEach(EvaluationWorker::close);
            throw failure;
        }
        threads = Executors.newFixedThreadPool(count, Threads.daemons("evaluation"));
    }

    /**
     * Plays episodes, at least 1, with a policy for each behavior of the game.
     *
     * @param progress is told by this thread how far it is, in a few words, once it has taken some seconds and again and again
     * @return the returns, without those episodes in which the game broke, if instances are restarted
     * @throws PolicyMismatchException if a behavior has no policy, or a policy doesn't fit the game
     * @throws SimulationFault if the game breaks the rules of a simulation and instances are not restarted, if it breaks in all
     *     episodes, or doesn't come back from a step
     */
    public EvaluationResult run(
            List<PolicyModel> policies,
            DecisionMode mode,
            int episodes,
            long seed,
            Purpose purpose,
            Consumer<String> progress) {
        workers.get(0).requireFit(policies, name);
        EvaluationEpisode[] played = new EvaluationEpisode[episodes];
        SimulationFault[] faults = new SimulationFault[episodes];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (EvaluationWorker worker : workers) {
            running.add(threads.submit(() -> {
                worker.heartbeat().begin();
                try {
                    worker.use(policies, mode);
                    for (int i = next.getAndIncrement(); i < episodes; i = next.getAndIncrement()) {
                        try {
                            played[i] = play(worker, purpose, seed, i);
                        } catch (SimulationFault fault) {
                            if (faultConfig.onGameFault() == GameFaultAction.STOP) {
                                throw fault;
                            }
                            faults[i] = fault;
                        }
                        finished.incrementAndGet();
                    }
                } finally {
                    worker.heartbeat().end();
                }
            }));
        }
        long begun = System.nanoTime();
        awaitAll(running, () -> {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            if (seconds >= QUIET_SECONDS) {
                progress.accept(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d episodes in %,d s",
                        purpose.title,
                        finished.get(),
                        episodes,
                        seconds));
            }
        });
        List<SimulationFault> broken =
                Arrays.stream(faults).filter(Objects::nonNull).toList();
        if (broken.size() == episodes) { // there is nothing to measure
            throw broken.get(0);
        }
        List<EvaluationEpisode> whole =
                Arrays.stream(played).filter(Objects::nonNull).toList();
        List<BehaviorResult> results = policies.stream()
                .map(policy -> EvaluationEpisode.result(policy.behavior().name(), whole))
                .toList();
        return new EvaluationResult(results, broken, (int)
                whole.stream().filter(EvaluationEpisode::isCut).count());
    }

    private EvaluationEpisode play(EvaluationWorker worker, Purpose purpose, long seed, int episode) {
        String place = purpose.title + ", episode " + (episode + 1);
        long seedOfEpisode = RandomStream.hash(EVALUATION_KEY, purpose.ordinal(), seed, episode);
        try {
            worker.prepare(episode, place, settings.draw(seedOfEpisode, SETTINGS_KEY));
            return worker.play(seedOfEpisode);
        } catch (GameFault fault) {
            worker.giveUp();
            throw SimulationFault.of(episode, place, worker.settings(), fault);
        }
    }

    /** Also after a fault, for nobody may dispose an instance that is being stepped. */
    private void awaitAll(List<Future<?>> tasks, Runnable glance) {
        List<Heartbeat> heartbeats =
                workers.stream().map(EvaluationWorker::heartbeat).toList();
        try {
            new Watchdog(heartbeats, Duration.ofSeconds(faultConfig.watchdogSeconds()), glance).await(tasks);
        } catch (Watchdog.StuckException e) {
            isStuck = true;
            EvaluationWorker stuck = workers.get(e.position());
            throw SimulationFault.stuck(0, "evaluation", stuck.settings(), stuck.fault(e.getMessage()));
        } catch (ExecutionException e) {
            throw Failures.unchecked(e.getCause());
        }
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

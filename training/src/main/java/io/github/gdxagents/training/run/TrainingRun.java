package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.run.Evaluation.Purpose;
import io.github.gdxagents.training.run.health.HealthCheck;
import io.github.gdxagents.training.run.health.HealthSettings;
import io.github.gdxagents.training.run.health.HealthWarning;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.SavedConfig;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run: it trains, evaluates, keeps the best policy, saves itself, and at the end measures the best policy on episodes that nothing was
 * chosen by. Read {@link #run} first.
 *
 * <p>Thread safety: one thread calls {@link #run}; {@link #requestStop} may be called by any other.
 */
public final class TrainingRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final TrainingConfig config;
    private final RunDirectory directory;
    private final ProgressDisplay display;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final RunRecorder recorder;
    private final HealthCheck health;
    private final long sinceNanos = System.nanoTime();
    private final double secondsBefore;
    private RunProgress progress;
    private long savedNanos = System.nanoTime();
    private volatile boolean stopRequested;

    private TrainingRun(
            TrainingConfig config,
            SimulationFactory game,
            RunDirectory directory,
            Checkpoint checkpoint,
            ProgressDisplay display) {
        this.config = config;
        this.directory = directory;
        this.display = display;
        trainer = new Trainer(config, game);
        if (checkpoint != null) {
            trainer.restore(checkpoint.trainer());
        }
        progress = checkpoint == null ? RunProgress.START : checkpoint.progress();
        secondsBefore = progress.seconds();
        int threads =
                Math.min(config.rollout().threadCount(), config.evaluation().episodes());
        evaluation = new Evaluation(game, config.simulationSettings(game), threads);
        List<String> behaviors = trainer.policies().stream()
                .map(policy -> policy.behavior().name())
                .toList();
        recorder = new RunRecorder(directory, config, behaviors, trainer.iteration(), trainer.steps());
        health = new HealthCheck(HealthSettings.of(SavedConfig.read(directory.config())))
                .replay(MetricsTable.read(directory.metrics())); // of the iterations before, if the run goes on
    }

    /**
     * Begins a run.
     *
     * @param config all settings
     * @param game makes instances
     * @param directory its folder, new
     * @param display shows the progress
     * @return a run that has done nothing yet
     */
    public static TrainingRun start(
            TrainingConfig config, SimulationFactory game, RunDirectory directory, ProgressDisplay display) {
        TrainingRun run = new TrainingRun(config, game, directory, null, display);
        run.save(); // so that a run killed in its first minute can go on too
        return run;
    }

    /**
     * Goes on with a run.
     *
     * @param config that of the run, possibly with other steps, evaluation or threads
     * @param game the one that it began with
     * @param directory the run's folder
     * @param display shows the progress
     * @return a run that goes on from its checkpoint
     * @throws RunException if the checkpoint can't be read
     * @throws IllegalArgumentException if it doesn't fit the configuration
     */
    public static TrainingRun resume(
            TrainingConfig config, SimulationFactory game, RunDirectory directory, ProgressDisplay display) {
        return new TrainingRun(config, game, directory, Checkpoint.read(directory.checkpoint()), display);
    }

    /**
     * Trains until the steps are used up, the target is reached (if that ends the run) or a stop is requested.
     *
     * @return how it ended
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     * @throws io.github.gdxagents.training.ppo.TrainingFault if learning yields numbers that are not finite; the last checkpoint stays
     */
    public RunSummary run() {
        while (!isOver() && !stopRequested) {
            iterate();
        }
        if (isOver() && !progress.hasBest()) { // resumed after its last iteration
            evaluate();
        }
        display.end();
        save();
        recorder.drawLearningCurve();
        EvaluationResult result = stopRequested && !isOver() ? null : evaluateBest();
        RunSummary summary = summary(result);
        RunReport.write(directory); // last: it shows the best policies' final measure, and its time is none of training
        return summary;
    }

    /** Lets the iteration end, saves, and lets {@link #run} return. */
    public void requestStop() {
        stopRequested = true;
    }

    private boolean isOver() {
        return trainer.isFinished() || config.evaluation().stopAtTarget() && progress.hasReachedTarget();
    }

    private void iterate() {
        long stepsBefore = trainer.steps();
        IterationReport report = trainer.iterate();
        EvaluationResult result = isEvaluationDue() ? evaluate() : null;
        double stepsPerSecond = (report.steps() - stepsBefore) / report.totalSeconds();
        IterationRecord iteration = new IterationRecord(report, seconds(), stepsPerSecond, result);
        recorder.write(iteration);
        checkHealth(report);
        display.show(iteration, config.ppo().totalSteps(), progress.bestScore(), System.nanoTime());
        if (System.nanoTime() - savedNanos
                > Duration.ofSeconds(config.run().checkpointSeconds()).toNanos()) {
            save();
        }
    }

    private void checkHealth(IterationReport report) {
        for (HealthWarning change : health.look(report.iteration(), report.steps(), report.metrics())) {
            LOG.info("{}: {}, {}", change.lasts() ? "warning" : "recovered", change.titleOfBehavior(), change.span());
            if (change.lasts()) {
                display.message(change.message());
            }
        }
    }

    private boolean isEvaluationDue() {
        int every = config.evaluation().everyIterations();
        return trainer.isFinished() || every > 0 && trainer.iteration() % every == 0;
    }

    private EvaluationResult evaluate() {
        EvaluationConfig settings = config.evaluation();
        List<PolicyModel> policies = trainer.policies();
        long start = System.nanoTime();
        EvaluationResult result = evaluation.run(
                policies, DecisionMode.DETERMINISTIC, settings.episodes(), settings.seed(), Purpose.SELECTION);
        LOG.debug("evaluation after {} steps: {} in {} ms", trainer.steps(), result.score(), millisSince(start));
        if (result.score() >= settings.targetReturn() && !progress.hasReachedTarget()) {
            confirmTarget(policies);
        }
        if (!progress.hasBest() || result.score() > progress.bestScore()) {
            recorder.writePolicies("best", policies, result);
            progress = progress.withBest(result.score(), trainer.steps());
            save(); // else a run that goes on from before would put a worse policy in its place
        }
        return result;
    }

    /** A few lucky episodes don't make a target: it counts when as many episodes as the final evaluation has confirm it. */
    private void confirmTarget(List<PolicyModel> policies) {
        EvaluationConfig settings = config.evaluation();
        EvaluationResult confirmed = evaluation.run(
                policies, DecisionMode.DETERMINISTIC, settings.finalEpisodes(), settings.seed(), Purpose.TARGET);
        if (confirmed.score() < settings.targetReturn()) {
            return;
        }
        double sinceStart = secondsSinceJvmStart() + secondsBefore;
        progress = progress.withTarget(trainer.steps(), sinceStart);
        display.message(String.format(
                Locale.ROOT,
                "Evaluation reached %.1f over %d episodes (target %.1f) after %,d steps, %.1f s after the JVM's start.",
                confirmed.score(),
                settings.finalEpisodes(),
                settings.targetReturn(),
                trainer.steps(),
                sinceStart));
    }

    private static double secondsSinceJvmStart() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - sinceNanos) * 1e-9;
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private void save() {
        long start = System.nanoTime();
        progress = progress.withSeconds(seconds());
        recorder.writeCheckpoint(trainer.state(), progress);
        recorder.writePolicies("latest", trainer.policies(), null);
        savedNanos = System.nanoTime();
        LOG.debug("saved after {} steps in {} ms", trainer.steps(), millisSince(start));
    }

    /** The best policies' final measure goes into their files: unlike the mean that chose them, it does not flatter. */
    private EvaluationResult evaluateBest() {
        List<PolicyModel> best = new ArrayList<>();
        for (Path file : bestFiles()) {
            try (InputStream stream = Files.newInputStream(file)) {
                best.add(PolicyFile.read(stream));
            } catch (IOException e) {
                throw new RunException("Can't read the best policy '" + file + "': " + e + ".", e);
            }
        }
        EvaluationConfig settings = config.evaluation();
        EvaluationResult result = evaluation.run(
                best, DecisionMode.DETERMINISTIC, settings.finalEpisodes(), settings.seed(), Purpose.REPORT);
        recorder.writePolicies("best", best, result);
        return result;
    }

    private List<Path> bestFiles() {
        List<PolicyModel> policies = trainer.policies();
        return policies.stream()
                .map(policy -> directory.policy("best", policy.behavior().name(), policies.size() == 1))
                .filter(Files::exists)
                .toList();
    }

    private RunSummary summary(EvaluationResult result) {
        return new RunSummary(
                config.game(),
                directory,
                result != null,
                trainer.steps(),
                seconds(),
                result,
                bestFiles(),
                progress.bestSteps(),
                progress.targetSteps(),
                progress.targetSeconds(),
                health.warnings());
    }

    /** Frees instances, threads and what TensorFlow holds. */
    @Override
    public void close() {
        recorder.close();
        evaluation.close();
        trainer.close();
    }
}

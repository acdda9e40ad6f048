package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.config.LearningFaultAction;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.rollout.ReplayMismatchException;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.run.Evaluation.Purpose;
import io.github.gdxagents.training.run.health.HealthCheck;
import io.github.gdxagents.training.run.health.HealthSettings;
import io.github.gdxagents.training.run.health.HealthWarning;
import io.github.gdxagents.training.run.record.MetricsException;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.SavedConfig;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private static final int MOST_BACK_OFFS = 10;

    private final TrainingConfig config;
    private final RunDirectory directory;
    private final RunLock lock;
    private final ProgressDisplay display;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final RunRecorder recorder;
    private final RunFaults faults;
    private final BestPolicies bestPolicies;
    private final long sinceNanos = System.nanoTime();
    private HealthCheck health;
    private double secondsBefore;
    private RunProgress progress = RunProgress.START;
    /** The last iteration whose line is written, with all that follows from it. */
    private Checkpoint recorded;

    private int savedIteration = -1;
    private long savedNanos = System.nanoTime();
    private volatile boolean stopRequested;

    private TrainingRun(RunParts parts) {
        config = parts.config();
        directory = parts.directory();
        lock = parts.lock();
        display = parts.display();
        trainer = parts.trainer();
        evaluation = parts.evaluation();
        recorder = parts.recorder();
        faults = new RunFaults(config, directory, recorder, display);
        bestPolicies = new BestPolicies(directory, trainer.policies());
        watchHealth();
    }

    /** Looks at the iterations before too, if the run goes on. */
    private void watchHealth() {
        health = new HealthCheck(HealthSettings.of(SavedConfig.read(directory.config())));
        try {
            health.replay(MetricsTable.read(directory.metrics()));
        } catch (MetricsException e) { // no reason not to train
            display.message(e.getMessage() + "\nThe run goes on; its pictures are drawn when that is mended.");
        }
    }

    /**
     * Begins a run.
     *
     * @param config all settings
     * @param game makes instances
     * @param directory its folder, new
     * @param display shows the progress
     * @return a run that has done nothing yet
     * @throws RunException if the folder can't be written to, or another trainer works in it
     */
    public static TrainingRun start(
            TrainingConfig config, SimulationFactory game, RunDirectory directory, ProgressDisplay display) {
        RunParts parts =
                new RunParts.Factory(config, game, directory, display).make(config, trainer -> Optional.empty());
        return parts.guard(() -> {
            TrainingRun run = new TrainingRun(parts);
            run.tellDevice();
            run.trainer.warmStarts().forEach(start -> display.message(start + "."));
            run.save(); // so that a run killed in its first minute can go on too
            return run;
        });
    }

    /**
     * Goes on with a run.
     *
     * @param config that of the run, possibly with other steps, evaluation or threads
     * @param game the one that it began with
     * @param directory the run's folder
     * @param display shows the progress
     * @param episodes what becomes of the episodes that were running
     * @return a run that goes on from its newest good checkpoint
     * @throws RunException if there is no good checkpoint, if the game plays otherwise than before, or if another trainer works there
     * @throws IllegalArgumentException if the checkpoint doesn't fit the configuration
     */
    public static TrainingRun resume(
            TrainingConfig config,
            SimulationFactory game,
            RunDirectory directory,
            ProgressDisplay display,
            RunningEpisodes episodes) {
        CheckpointStore checkpoints =
                new CheckpointStore(directory.checkpoints(), config.run().keepCheckpoints());
        RunParts parts = new RunParts.Factory(config, game, directory, display)
                .make(config.withoutInitialPolicies(), trainer -> {
                    Checkpoint newest = checkpoints.newest(display::message);
                    restore(trainer, newest, episodes, directory);
                    return Optional.of(newest);
                });
        return parts.guard(() -> {
            TrainingRun run = new TrainingRun(parts);
            Checkpoint checkpoint = parts.origin().orElseThrow();
            run.tellDevice();
            run.progress = checkpoint.progress();
            run.secondsBefore = run.progress.seconds();
            run.recorded = checkpoint;
            run.savedIteration = checkpoint.trainer().iteration();
            run.mendBest(episodes);
            return run;
        });
    }

    private void tellDevice() {
        trainer.device().notice().ifPresent(display::message);
    }

    private static void restore(
            Trainer trainer, Checkpoint checkpoint, RunningEpisodes episodes, RunDirectory directory) {
        if (episodes == RunningEpisodes.RESTART) {
            trainer.restoreWithoutEpisodes(checkpoint.trainer());
            return;
        }
        try {
            trainer.restore(checkpoint.trainer());
        } catch (ReplayMismatchException e) {
            throw new RunException(
                    "The run '" + directory + "' can't go on as if it had not stopped: " + e.getMessage()
                            + "\nIf you changed the game, let all instances begin new episodes (nothing else is lost):  "
                            + ResumeHint.of(directory, " --restart-episodes")
                            + "\nIf not, the game is not deterministic: SimulationCheck tells why.",
                    e);
        }
    }

    /**
     * Trains until the steps are used up, the target is reached (if that ends the run) or a stop is requested.
     *
     * @return how it ended
     * @throws RunException if the game breaks the rules of a simulation, learning yields numbers that are not finite, the disk refuses or
     *     the memory is used up; what was trained until then is saved where that is possible
     */
    public RunSummary run() {
        try {
            return train();
        } catch (TrainingFault fault) {
            throw faults.of(fault, saveLast());
        } catch (OutOfMemoryError error) {
            throw faults.of(error, saveLast());
        } catch (RunException failure) {
            throw new RunException(failure.getMessage() + "\n" + saveLast(failure.getMessage()), failure);
        } catch (RuntimeException | Error failure) {
            display.message(saveLast());
            throw failure;
        }
    }

    private RunSummary train() {
        while (!isOver() && !stopRequested) {
            iterate();
        }
        if (isOver() && !progress.hasBest()) { // resumed after its last iteration
            EvaluationResult result = evaluate();
            keepIfBest(result);
            confirmTarget(result);
        }
        display.end();
        save();
        draw(recorder::drawLearningCurve);
        EvaluationResult result = stopRequested && !isOver() ? null : evaluateBest();
        RunSummary summary = summary(result);
        draw(() -> RunReport.write(
                directory)); // last: it shows the best policies' final measure, and takes no time of training
        return summary;
    }

    private void draw(Runnable picture) {
        try {
            picture.run();
        } catch (MetricsException e) { // the policies are there, and matter more
            display.message(e.getMessage() + "\nMend that, then draw the report:  report " + directory);
        }
    }

    private String saveLast() {
        return saveLast("");
    }

    /**
     * After a failure: saves the last iteration that was finished and recorded.
     *
     * @param told what the user is told of the failure anyway
     * @return which iteration that is, or why it can't be saved
     */
    private String saveLast(String told) {
        display.end();
        try {
            if (recorded.trainer().iteration() != savedIteration || !recorder.hasCheckpoint(savedIteration)) {
                recorder.writeCheckpoint(recorded);
                savedIteration = recorded.trainer().iteration();
            }
            return "The run is saved as of iteration " + savedIteration + ".";
        } catch (RuntimeException | OutOfMemoryError e) {
            String why = told.equals(e.getMessage()) ? "" : " (" + e.getMessage() + ")";
            return "It can't be saved any more" + why + "; "
                    + (recorder.hasCheckpoint(savedIteration)
                            ? "the checkpoint of iteration " + savedIteration + " is kept."
                            : "the checkpoint of iteration " + savedIteration + " is gone, too.");
        }
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
        IterationReport report;
        try {
            report = trainer.iterate();
        } catch (TrainingFault fault) {
            backOff(fault);
            return;
        } catch (SimulationFault fault) {
            throw faults.of(fault, trainer.iteration() + 1);
        }
        countRestarts(report.faults());
        EvaluationResult result = null;
        RunException broken = null;
        try {
            result = isEvaluationDue() ? evaluate() : null;
        } catch (RunException e) { // the iteration itself is sound: it is recorded first
            broken = e;
        }
        double stepsPerSecond = (report.steps() - stepsBefore) / report.totalSeconds();
        IterationRecord iteration = new IterationRecord(report, seconds(), stepsPerSecond, result);
        recorder.write(iteration);
        boolean isBest = result != null && keepIfBest(result);
        try {
            confirmTarget(result);
        } catch (RunException e) {
            broken = e;
        }
        recorded = checkpoint(); // not before: a run that goes on from here does not write this iteration's line again
        checkHealth(report);
        display.show(
                iteration, config.ppo().totalSteps(), progress.bestScore(), progress.restarts(), System.nanoTime());
        if (broken != null) {
            throw broken;
        }
        long sinceSaved = System.nanoTime() - savedNanos;
        if (isBest
                || sinceSaved
                        >= Duration.ofSeconds(config.run().checkpointSeconds()).toNanos()) {
            save(); // with a new best, else a run that goes on from before would put a worse policy in its place
        }
    }

    private void countRestarts(List<SimulationFault> broken) {
        for (SimulationFault fault : broken) {
            faults.restarted(fault, trainer.iteration(), progress.restarts());
            progress = progress.withRestarts(1);
        }
    }

    private Checkpoint checkpoint() {
        progress = progress.withSeconds(seconds());
        return new Checkpoint(trainer.state(), progress);
    }

    /** Goes on from the last checkpoint with half the learning rate, if that is wanted and was not tried too often. */
    private void backOff(TrainingFault fault) {
        if (config.faults().onLearningFault() == LearningFaultAction.STOP || progress.backOffs() == MOST_BACK_OFFS) {
            throw fault;
        }
        Checkpoint checkpoint = recorder.newestCheckpoint(display::message);
        display.message("Learning broke: " + fault.getMessage() + ". Going back to iteration "
                + checkpoint.trainer().iteration() + " with half the learning rate.");
        restore(trainer, checkpoint, RunningEpisodes.CONTINUE, directory);
        progress = progress.withBackOff(); // else as it is: the best policy's file and what was told stay too
        for (int known = checkpoint.progress().backOffs(); known < progress.backOffs(); known++) {
            trainer.backOff(); // more than once if the newest checkpoint was damaged and an older one knows of fewer
        }
        recorder.rewind(trainer.iteration(), trainer.steps());
        watchHealth();
        save(); // a second fault from here must find the lower learning rate
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
        EvaluationResult result = evaluate(policies, settings.episodes(), Purpose.SELECTION);
        LOG.debug("evaluation after {} steps: {} in {} ms", trainer.steps(), result.score(), millisSince(start));
        return result;
    }

    private EvaluationResult evaluate(List<PolicyModel> policies, int episodes, Purpose purpose) {
        try {
            EvaluationResult result = evaluation.run(
                    policies,
                    DecisionMode.DETERMINISTIC,
                    episodes,
                    config.evaluation().seed(),
                    purpose);
            countRestarts(result.faults());
            return result;
        } catch (SimulationFault fault) {
            throw faults.of(fault, trainer.iteration());
        }
    }

    private boolean keepIfBest(EvaluationResult result) {
        if (progress.hasBest() && result.score() <= progress.bestScore()) {
            return false;
        }
        recorder.writePolicies("best", trainer.policies(), result);
        progress = progress.withBest(result.score(), trainer.iteration(), trainer.steps());
        return true;
    }

    /** A few lucky episodes don't make a target: it counts when as many episodes as the final evaluation has confirm it. */
    private void confirmTarget(EvaluationResult result) {
        EvaluationConfig settings = config.evaluation();
        if (result == null || result.score() < settings.targetReturn() || progress.hasReachedTarget()) {
            return;
        }
        EvaluationResult confirmed = evaluate(trainer.policies(), settings.finalEpisodes(), Purpose.TARGET);
        if (confirmed.score() < settings.targetReturn()) {
            return;
        }
        double sinceStart = secondsSinceJvmStart() + secondsBefore;
        progress = progress.withTarget(trainer.steps(), sinceStart);
        display.message(String.format(
                Locale.ROOT,
                "Evaluation reached %.1f over %d episodes (target %.1f) after %,d steps, %.1f s after the JVM's start.",
                confirmed.score(),
                settings.finalEpisodes() - confirmed.faults().size(),
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
        recorded = checkpoint();
        recorder.writeCheckpoint(recorded);
        savedIteration = recorded.trainer().iteration();
        recorder.writePolicies("latest", trainer.policies(), null);
        savedNanos = System.nanoTime();
        LOG.debug("saved after {} steps in {} ms", trainer.steps(), millisSince(start));
    }

    /** The best policies' final measure goes into their files: unlike the mean that chose them, it does not flatter. */
    private EvaluationResult evaluateBest() {
        List<PolicyModel> best = bestPolicies.read();
        EvaluationResult result = evaluate(best, config.evaluation().finalEpisodes(), Purpose.REPORT);
        recorder.writePolicies("best", best, result);
        return result;
    }

    /** A run that goes on would else find out at its very end, and never come to it. */
    private void mendBest(RunningEpisodes episodes) {
        if (!progress.hasBest()) {
            return;
        }
        try {
            bestPolicies.read();
        } catch (RunException fault) {
            Optional<Checkpoint> best = recorder.checkpoint(progress.bestIteration());
            if (best.isEmpty()) {
                display.message(fault.getMessage() + "\nThere is no checkpoint of it: the best policy is chosen anew.");
                progress = progress.withoutBest();
                return;
            }
            trainer.restoreWithoutEpisodes(best.get().trainer());
            recorder.writePolicies("best", trainer.policies(), null);
            restore(trainer, recorded, episodes, directory);
            display.message(fault.getMessage() + "\nIt is written anew from the checkpoint of iteration "
                    + progress.bestIteration() + ".");
        }
    }

    private RunSummary summary(EvaluationResult result) {
        return new RunSummary(
                config.game(),
                directory,
                result != null,
                trainer.steps(),
                seconds(),
                result,
                bestPolicies.existing(),
                progress.bestSteps(),
                progress.targetSteps(),
                progress.targetSeconds(),
                progress.restarts(),
                progress.backOffs(),
                health.warnings());
    }

    /** Frees instances, threads and what TensorFlow holds. */
    @Override
    public void close() {
        try (lock;
                trainer;
                evaluation;
                recorder) {
            LOG.debug("closing {}", directory);
        }
    }
}

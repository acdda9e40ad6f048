package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.evaluation.Evaluation;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.metrics.IterationRecord;
import io.github.gdxagents.training.metrics.MetricsException;
import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.rollout.SimulationFault;
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

    private final TrainingConfig config;
    private final RunDirectory directory;
    private final RunLock lock;
    private final ProgressDisplay display;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final RunRecorder recorder;
    private final Logbook logbook;
    private final RunFaults faults;
    private final BackOff backOff;
    private final Selection selection;
    private final SavePoints savePoints;
    private final HealthWatch health;
    private volatile boolean stopRequested;

    private TrainingRun(RunParts parts) {
        config = parts.config();
        directory = parts.directory();
        lock = parts.lock();
        display = parts.display();
        trainer = parts.trainer();
        evaluation = parts.evaluation();
        recorder = parts.recorder();
        logbook = new Logbook(parts.origin().map(Checkpoint::progress).orElse(RunProgress.START));
        faults = new RunFaults(parts, logbook);
        backOff = new BackOff(parts, logbook);
        selection = new Selection(parts, faults, logbook);
        savePoints = new SavePoints(parts, logbook);
        health = new HealthWatch(directory, display);
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
            run.savePoints.save(); // so that a run killed in its first minute can go on too
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
                    new Restorer(trainer, directory).restore(newest, episodes);
                    return Optional.of(newest);
                });
        return parts.guard(() -> {
            TrainingRun run = new TrainingRun(parts);
            run.tellDevice();
            run.selection.mendBest(parts.origin().orElseThrow(), episodes);
            return run;
        });
    }

    private void tellDevice() {
        trainer.device().notice().ifPresent(display::message);
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
            throw faults.of(fault, saveLast(""));
        } catch (OutOfMemoryError error) {
            throw faults.of(error, saveLast(""));
        } catch (RunException failure) {
            throw new RunException(failure.getMessage() + "\n" + saveLast(failure.getMessage()), failure);
        } catch (RuntimeException | Error failure) {
            display.message(saveLast(""));
            throw failure;
        }
    }

    private RunSummary train() {
        while (!isOver() && !stopRequested) {
            iterate();
        }
        if (isOver()) {
            selection.ensureBest();
        }
        display.end();
        savePoints.save();
        draw(recorder::drawLearningCurve);
        RunSummary summary = summary(isOver() ? selection.measureBest() : null);
        draw(() -> RunReport.write(
                directory)); // last: it shows the best policies' final measure, and takes no time of training
        return summary;
    }

    private boolean isOver() {
        return trainer.isFinished()
                || config.evaluation().stopAtTarget() && logbook.progress().hasReachedTarget();
    }

    private void iterate() {
        long stepsBefore = trainer.steps();
        IterationReport report;
        try {
            report = trainer.iterate();
        } catch (TrainingFault fault) {
            goBack(fault);
            return;
        } catch (SimulationFault fault) {
            throw faults.of(fault, trainer.iteration() + 1);
        }
        faults.restarted(report.faults(), trainer.iteration());
        conclude(report, (report.steps() - stepsBefore) / report.totalSeconds());
    }

    private void goBack(TrainingFault fault) {
        backOff.goBack(fault);
        health.begin();
        savePoints.save(); // a second fault from here must find the lower learning rate
    }

    private void conclude(IterationReport report, double stepsPerSecond) {
        EvaluationResult result = selection.evaluateIfDue(report);
        IterationRecord iteration = new IterationRecord(report, logbook.seconds(), stepsPerSecond, result);
        recorder.write(iteration);
        boolean isBest = selection.judge(result);
        savePoints.mark(); // not before: a run that goes on from here does not write this iteration's line again
        health.look(report);
        show(iteration);
        selection.throwFault(); // not before: the iteration itself is sound
        if (isBest || savePoints.isDue()) {
            savePoints.save(); // with a new best, else a run that goes on from before would put a worse policy in its
            // place
        }
    }

    private void show(IterationRecord iteration) {
        RunProgress progress = logbook.progress();
        display.show(
                iteration, config.ppo().totalSteps(), progress.bestScore(), progress.restarts(), System.nanoTime());
    }

    private void draw(Runnable picture) {
        try {
            picture.run();
        } catch (MetricsException e) { // the policies are there, and matter more
            display.message(e.getMessage() + "\nMend that, then draw the report:  report " + directory);
        }
    }

    private RunSummary summary(EvaluationResult result) {
        RunProgress progress = logbook.progress();
        return new RunSummary(
                config.game(),
                directory,
                result != null,
                trainer.steps(),
                progress.seconds(),
                result,
                selection.files(),
                progress.bestSteps(),
                progress.targetSteps(),
                progress.targetSeconds(),
                progress.restarts(),
                progress.backOffs(),
                health.warnings());
    }

    private String saveLast(String told) {
        display.end();
        return savePoints.saveLast(told);
    }

    /** Lets the iteration end, saves, and lets {@link #run} return. */
    public void requestStop() {
        stopRequested = true;
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

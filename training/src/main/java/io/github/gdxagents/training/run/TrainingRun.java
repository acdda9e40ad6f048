package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.concurrent.Failures;
import io.github.gdxagents.training.concurrent.Threads;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.ConfigWriter;
import io.github.gdxagents.training.config.FaultConfig.LearningFaultAction;
import io.github.gdxagents.training.config.LessonConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.evaluation.Evaluation;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.health.HealthCheck;
import io.github.gdxagents.training.health.HealthSettings;
import io.github.gdxagents.training.health.HealthWarning;
import io.github.gdxagents.training.initial.WarmStart;
import io.github.gdxagents.training.metrics.IterationRecord;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.MetricsException;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.metrics.SavedConfig;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.ppo.TrainerState;
import io.github.gdxagents.training.ppo.TrainingFault;
import io.github.gdxagents.training.rollout.EpisodeSettings;
import io.github.gdxagents.training.rollout.ReplayMismatchException;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    /** Iterations in a row in which nobody decides, a hundred thousand steps and more: a game may let all wait for long, but not for ever. */
    private static final int MOST_IDLE = 1000;

    /** Physics steps, half an hour of most games: an episode that is longer is hardly meant to be. */
    private static final long LONG_EPISODE = 100_000;

    private static final long MANY_BYTES = 1 << 25;

    private static final int DRAWING_SECONDS = 60;

    private final TrainingConfig config;
    private final RunDirectory directory;
    private final ProgressDisplay display;
    private final RunLock lock;
    private final CheckpointStore checkpoints;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final RunRecorder recorder;
    private final Logbook logbook;
    private final RunFaults faults;
    private final Selection selection;
    private final SavePoints savePoints;
    private HealthCheck health;
    private int idle;
    private boolean hasToldOfLongEpisodes;
    private volatile boolean stopRequested;

    /** Begins, if there are no episodes that were running (null), or goes on; whatever fails leaves nothing open. */
    private TrainingRun(
            TrainingConfig given,
            SimulationFactory game,
            RunDirectory directory,
            ProgressDisplay display,
            RunningEpisodes episodes) {
        this.directory = directory;
        this.display = display;
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            lock = RunLock.take(directory); // before anything in the folder changes
            opened.push(lock);
            AtomicFile.clean(directory.path(), directory.checkpoints(), directory.faults());
            checkpoints = new CheckpointStore(
                    directory.checkpoints(),
                    given.run().keepCheckpoints(),
                    given.run().id());
            trainer = new Trainer(episodes == null ? given : given.withoutInitialPolicies(), game);
            opened.push(trainer);
            Checkpoint origin = episodes == null ? null : checkpoints.newest(display::message);
            config = withId(given, origin);
            if (origin != null) {
                requireSameBehaviors();
                restore(origin, episodes);
            }
            int threads =
                    Math.min(config.rollout().threadCount(), config.evaluation().episodes());
            EpisodeSettings settings = new EpisodeSettings(game.settings(), config.evaluationSettings());
            evaluation = new Evaluation(config.game(), game, settings, threads, config.faults());
            opened.push(evaluation);
            recorder = new RunRecorder(directory, config, trainer);
            opened.push(recorder);

            logbook = new Logbook(origin == null ? RunProgress.START : origin.progress());
            faults = new RunFaults(config, directory, display, logbook);
            selection = new Selection(config.evaluation(), trainer, evaluation, recorder, display, faults, logbook);
            savePoints = new SavePoints(config.run(), trainer, recorder, checkpoints, logbook, lock, origin);
            beginHealthCheck();
            trainer.device().notice().ifPresent(display::message);
            recorder.notice().ifPresent(display::message);
            if (game.needsOneThread()) {
                display.message("The game needs one thread: it is played by one, whatever rollout.threads says. With"
                        + " isolated=true each instance has classes of its own, and there may be more.");
            }
            if (origin == null) {
                trainer.warmStarts().forEach(start -> display.message(start + "."));
                savePoints.save(); // so that a run killed in its first minute can go on too
            } else {
                selection.mendBest(checkpoints, () -> restore(origin, episodes));
                if (isOver()) { // and goes on all the same: it may have been killed while the best policy was measured
                    display.message(Advice.finished(directory, config, trainer.steps()));
                }
            }
        } catch (OutOfMemoryError error) {
            Failures.closeAllAfter(error, opened);
            throw new RunException(Advice.memory(given, error), error);
        } catch (RuntimeException | Error failure) {
            Failures.closeAllAfter(failure, opened);
            throw failure;
        }
    }

    /** A configuration that was taken out of a policy has none; the run's own checkpoints do. */
    private static TrainingConfig withId(TrainingConfig given, Checkpoint origin) {
        return origin == null || !given.run().id().isEmpty()
                ? given
                : given.toBuilder().run(run -> run.id(origin.run())).build();
    }

    /**
     * Begins a run in a new folder.
     *
     * @throws RunException if the folder can't be written to, or another trainer works in it
     */
    public static TrainingRun start(
            TrainingConfig config, SimulationFactory game, RunDirectory directory, ProgressDisplay display) {
        String id = UUID.randomUUID().toString();
        TrainingConfig named = config.toBuilder().run(run -> run.id(id)).build();
        return new TrainingRun(named, game, directory, display, null);
    }

    /**
     * Goes on with a run, from its newest good checkpoint.
     *
     * @param config that of the run, possibly with other steps, evaluation or threads
     * @throws RunException if there is no good checkpoint, if the game plays otherwise than before, or if another trainer works there
     * @throws IllegalArgumentException if the checkpoint doesn't fit the configuration
     */
    public static TrainingRun resume(
            TrainingConfig config,
            SimulationFactory game,
            RunDirectory directory,
            ProgressDisplay display,
            RunningEpisodes episodes) {
        return new TrainingRun(config, game, directory, display, episodes);
    }

    /** Weights don't say what they are weights of: after a change of observations or actions they would be taken for others. */
    private void requireSameBehaviors() {
        List<BehaviorSpec> here = trainer.behaviors();
        List<Path> files = directory.policies(
                "latest", here.stream().map(BehaviorSpec::name).toList());
        List<String> changes = new ArrayList<>();
        List<String> begins = new ArrayList<>();
        boolean canBeTakenOver = true;
        for (int g = 0; g < files.size(); g++) {
            Path file = files.get(g);
            if (!Files.exists(file)) {
                continue;
            }
            begins.add("--init-from " + ShellText.argument(file));
            try {
                PolicyModel saved = PolicyReader.read(file);
                requireSameSeed(saved.provenance(), file);
                PolicyFit.differences(saved.behavior(), here.get(g))
                        .forEach(change -> changes.add(file.getFileName() + ": " + change));
                canBeTakenOver &= WarmStart.misfits(saved, here.get(g), config).isEmpty();
            } catch (RunException damaged) {
                display.message(damaged.getMessage() + " Whether the game has changed since then can't be told.");
            }
        }
        if (!changes.isEmpty()) {
            throw new RunException("The run '" + directory
                    + "' can't go on: the game has other observations or actions than the"
                    + " policies that were saved:\n  " + String.join("\n  ", changes)
                    + "\nUndo that, or begin anew"
                    + (canBeTakenOver
                            ? ", with what still fits:  "
                                    + Advice.trainer("train " + ShellText.argument(config.game()) + " --config "
                                            + ShellText.argument(directory.config()) + " --name " + directory.name()
                                            + "-2 " + String.join(" ", begins))
                            : "; a policy can be taken over where the names of observations alone have changed."));
        }
    }

    /** What was drawn until now came from the seed that the run began with, and what is drawn from here on must too. */
    private void requireSameSeed(Provenance saved, Path file) {
        if (saved.seed() != config.seed()) {
            String problem =
                    "is " + config.seed() + ", but " + file.getFileName() + " says that the run was begun with "
                            + saved.seed() + "; put that back, or begin another run with --seed " + config.seed() + " ("
                            + directory.config() + ")";
            throw new ConfigException(List.of(new ConfigFault("seed", problem)));
        }
    }

    private void restore(Checkpoint checkpoint, RunningEpisodes episodes) {
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
                            + Advice.resume(directory, " --restart-episodes")
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
            while (!isOver() && !stopRequested) {
                iterate();
            }
            return conclude();
        } catch (TrainingFault fault) {
            throw faults.of(fault, saveLast(""));
        } catch (OutOfMemoryError error) {
            throw new RunException(Advice.memory(config, error) + "\n" + saveLast(""), error);
        } catch (RunException failure) {
            boolean isOfDisk = failure.getCause() instanceof IOException;
            throw new RunException(
                    failure.getMessage() + "\n" + saveLast(failure.getMessage())
                            + (isOfDisk ? "\nThen go on:  " + Advice.resume(directory, "") : ""),
                    failure);
        } catch (RuntimeException | Error failure) {
            display.message(saveLast(""));
            throw failure;
        }
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
        long decisions = report.steps() - stepsBefore;
        idle = decisions == 0 ? idle + 1 : 0;
        record(report, decisions / report.totalSeconds());
        tellOfLesson(report);
        tellOfLongEpisodes();
        if (idle == MOST_IDLE) {
            throw new RunException("In " + MOST_IDLE + " iterations no agent of game '" + config.game()
                    + "' decided anything: those that it gave when it was made are never RUNNING, or have ended for good,"
                    + " so that there is nothing to learn. SimulationCheck tells why; agents() must give the same agents for"
                    + " the life of the simulation, some of them RUNNING soon after reset(), and an episode must end"
                    + " (isEpisodeOver()) in which nobody will be any more. If they only wait so long, raise rollout.horizon ("
                    + config.rollout().horizon() + ").");
        }
    }

    private void tellOfLesson(IterationReport report) {
        Lesson next = trainer.lesson();
        if (!next.equals(report.lesson())) {
            LessonConfig passed =
                    config.curriculum().lessons().get(report.lesson().number() - 1);
            display.message(NumberText.format(
                    "Lesson %s is passed after %,d steps (%s of %s or more over %,d episodes): %s begins.",
                    report.lesson(),
                    report.steps(),
                    passed.until().figure(),
                    NumberText.of(passed.until().atLeast()),
                    passed.until().episodes(),
                    next));
        }
    }

    private void tellOfLongEpisodes() {
        TrainerState state = trainer.state();
        if (!hasToldOfLongEpisodes && (state.longestEpisode() >= LONG_EPISODE || state.episodeBytes() >= MANY_BYTES)) {
            hasToldOfLongEpisodes = true;
            display.message(Advice.longEpisodes(config.game(), state.longestEpisode(), state.episodeBytes()));
        }
    }

    private void record(IterationReport report, double stepsPerSecond) {
        EvaluationResult result = idle > 0 ? null : selection.evaluateIfDue(report);
        IterationRecord iteration = new IterationRecord(report, logbook.seconds(), stepsPerSecond, result);
        recorder.write(iteration);
        boolean isBest = selection.judge(result);
        savePoints.mark(); // not before: a run that goes on from here does not write this iteration's line again
        checkHealth(report);
        RunProgress progress = logbook.progress();
        display.show(
                iteration, config.ppo().totalSteps(), progress.bestScore(), progress.restarts(), System.nanoTime());
        selection.throwFault(); // not before: the iteration itself is sound
        if (isBest || savePoints.isDue()) {
            savePoints.save(); // a new best too: a run that goes on from before would put a worse policy in its place
        }
    }

    /** Tries again from the newest checkpoint; the best policy, its file, and what was told stay. */
    private void goBack(TrainingFault fault) {
        if (config.faults().onLearningFault() == LearningFaultAction.STOP
                || logbook.progress().backOffs() == MOST_BACK_OFFS) {
            throw fault;
        }
        Checkpoint checkpoint = checkpoints.newest(display::message);
        display.message("Learning broke: " + fault.getMessage() + ". Going back to iteration "
                + checkpoint.trainer().iteration() + " with half the learning rate.");
        restore(checkpoint, RunningEpisodes.CONTINUE);
        logbook.backOff();
        int known = checkpoint.progress().backOffs(); // one less, or fewer if the newest checkpoint was damaged
        for (int i = known; i < logbook.progress().backOffs(); i++) {
            trainer.backOff();
        }
        recorder.rewind(trainer);
        beginHealthCheck();
        savePoints.save(); // a second fault from here must find the lower learning rate
    }

    /** With the iterations that are written down. */
    private void beginHealthCheck() {
        health = new HealthCheck(HealthSettings.of(SavedConfig.parse(ConfigWriter.toYaml(config))));
        try {
            health.replay(MetricsTable.read(directory.metrics()));
        } catch (MetricsException e) { // no reason not to train
            display.message(e.getMessage() + "\nThe run goes on; its pictures are drawn when that is mended.");
        }
    }

    private void checkHealth(IterationReport report) {
        health.lesson(report.lesson().number());
        for (HealthWarning change : health.look(report.iteration(), report.steps(), report.metrics())) {
            LOG.info("{}: {}, {}", change.lasts() ? "warning" : "recovered", change.titleOfBehavior(), change.span());
            if (change.lasts()) {
                display.message(change.message());
            }
        }
    }

    private RunSummary conclude() {
        if (isOver()) {
            selection.ensureBest();
        }
        display.end();
        savePoints.save();
        draw(recorder::drawLearningCurve);
        RunSummary summary = summary(isOver() ? selection.measureBest() : null);
        draw(() -> RunReport.write(directory)); // last: it shows the final measure, and takes no time of training
        return summary;
    }

    /** On a thread that keeps nobody waiting: the run is over, whatever becomes of its pictures. */
    private void draw(Runnable picture) {
        FutureTask<Void> drawing = new FutureTask<>(picture, null);
        String problem;
        try {
            Threads.daemons("drawing").newThread(drawing).start();
            drawing.get(DRAWING_SECONDS, TimeUnit.SECONDS);
            return;
        } catch (TimeoutException e) {
            problem = "The pictures are not drawn within " + DRAWING_SECONDS + " seconds.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "Interrupted before the pictures were drawn.";
        } catch (ExecutionException e) {
            problem = undrawn(e.getCause());
        } catch (OutOfMemoryError error) { // of the thread
            problem = undrawn(error);
        }
        display.message(problem + "\nMend that, then draw the report:  "
                + Advice.trainer("report " + ShellText.argument(directory)));
    }

    /** Why there is no picture: the policies are there, and matter more. */
    private static String undrawn(Throwable failure) {
        if (failure instanceof OutOfMemoryError error) {
            return "The pictures are not drawn. " + Advice.memory(error);
        }
        if (failure
                instanceof
                LinkageError) { // a machine may lack what draws, as fonts; also what memory once kept from being loaded
            return "The pictures can't be drawn here: " + failure + ".";
        }
        if (failure instanceof MetricsException || failure instanceof RunException) {
            return failure.getMessage();
        }
        throw Failures.unchecked(failure);
    }

    private RunSummary summary(EvaluationResult result) {
        return new RunSummary(
                config.game(),
                directory,
                result != null,
                trainer.steps(),
                trainer.lesson(),
                logbook.progress(),
                result,
                selection.files(),
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
        } catch (OutOfMemoryError error) { // the process is about to end: what can't be freed now is then
            display.message("What the run has saved is whole, but not all was freed. " + Advice.memory(config, error));
        }
    }
}

package io.github.gdxagents.training.run;

import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.evaluation.Evaluation;
import io.github.gdxagents.training.evaluation.Evaluation.Purpose;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.initial.PolicyFingerprint;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which policies are the best so far: evaluates those that the trainer has, keeps the best in files, and says when they reach the target.
 *
 * <p>It chooses by some episodes, confirms the target by more, and at the end measures the best by others still, since a mean that was
 * chosen for being high is too high.
 */
final class Selection {
    private static final Logger LOG = LoggerFactory.getLogger(Selection.class);

    private final EvaluationConfig settings;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final RunRecorder recorder;
    private final RunFaults faults;
    private final ProgressDisplay display;
    private final Logbook logbook;
    private RunException broken;
    private boolean isCutTold;
    /** As they are in their files, null if there are none yet: at its end a run depends on no file. */
    private List<PolicyModel> best;

    Selection(
            EvaluationConfig settings,
            Trainer trainer,
            Evaluation evaluation,
            RunRecorder recorder,
            ProgressDisplay display,
            RunFaults faults,
            Logbook logbook) {
        this.settings = settings;
        this.trainer = trainer;
        this.evaluation = evaluation;
        this.recorder = recorder;
        this.display = display;
        this.faults = faults;
        this.logbook = logbook;
    }

    /** Evaluates this iteration's policies: null if it is not time, or the game broke, which is kept for {@link #throwFault}. */
    EvaluationResult evaluateIfDue(IterationReport report) {
        boolean hasReachedTarget = logbook.progress().hasReachedTarget();
        try {
            return trainer.isFinished() || isDue(settings, report, hasReachedTarget) ? evaluate() : null;
        } catch (RunException fault) {
            broken = fault;
            return null;
        }
    }

    /** At a steady pace, and more often while the target is near and was not reached before. */
    static boolean isDue(EvaluationConfig settings, IterationReport report, boolean hasReachedTarget) {
        return isMultiple(report.iteration(), settings.everyIterations())
                || settings.targetReturn() < Double.POSITIVE_INFINITY
                        && !hasReachedTarget
                        && report.episodeReturn().orElse(Double.NEGATIVE_INFINITY)
                                >= settings.nearTarget().trainingReturn()
                        && isMultiple(report.iteration(), settings.nearTarget().everyIterations());
    }

    private static boolean isMultiple(int iteration, int every) {
        return every > 0 && iteration % every == 0;
    }

    /**
     * Says whether the policies of this iteration are the best so far, by their result, null if there is none. A fault of the game is kept
     * for {@link #throwFault}; throws a RunException if their files can't be written.
     */
    boolean judge(EvaluationResult result) {
        if (result == null) {
            return false;
        }
        boolean isBest = keepIfBest(result);
        try {
            confirmTarget(result);
        } catch (RunException fault) {
            broken = fault;
        }
        return isBest;
    }

    /** Throws what the game broke by in this iteration's evaluations, if it did; the iteration itself is sound. */
    void throwFault() {
        if (broken != null) {
            throw broken;
        }
    }

    /** Judges the policies of this iteration if there are none to compare them to: the run may have been resumed after its last. */
    void ensureBest() {
        if (!logbook.progress().hasBest()) {
            EvaluationResult result = evaluate();
            keep(result);
            confirmTarget(result);
        }
    }

    /** A score that is none, since no episode ended, is no better than any. */
    private boolean keepIfBest(EvaluationResult result) {
        double score = result.score();
        if (Double.isNaN(score) || score <= logbook.progress().bestScore()) {
            return false;
        }
        keep(result);
        return true;
    }

    private void keep(EvaluationResult result) {
        best = trainer.policies();
        recorder.writePolicies("best", best, result);
        logbook.best(result.score(), trainer.iteration(), trainer.steps(), PolicyFingerprint.of(best));
    }

    /** A few lucky episodes don't make a target: it counts when as many episodes as the final evaluation has confirm it. */
    private void confirmTarget(EvaluationResult result) {
        if (hasReachedTarget(result) && !logbook.progress().hasReachedTarget()) {
            EvaluationResult confirmed = evaluate(trainer.policies(), settings.finalEpisodes(), Purpose.TARGET);
            if (hasReachedTarget(confirmed)) {
                noteTarget(confirmed);
            }
        }
    }

    private boolean hasReachedTarget(EvaluationResult result) {
        return result.score() >= settings.targetReturn();
    }

    private void noteTarget(EvaluationResult confirmed) {
        double sinceStart = ManagementFactory.getRuntimeMXBean().getUptime() * 1e-3 + logbook.secondsBefore();
        logbook.target(trainer.steps(), sinceStart);
        display.message(NumberText.format(
                "Evaluation reached %s over %d episodes (target %s) after %,d steps, %.1f s after the JVM's start.",
                NumberText.of(confirmed.score()),
                settings.finalEpisodes() - confirmed.faults().size(),
                NumberText.of(settings.targetReturn()),
                trainer.steps(),
                sinceStart));
    }

    /** The best policies' final measure goes into their files: unlike the mean that chose them, it does not flatter. */
    EvaluationResult measureBest() {
        EvaluationResult result = evaluate(best, settings.finalEpisodes(), Purpose.REPORT);
        recorder.writePolicies("best", best, result);
        return result;
    }

    private EvaluationResult evaluate() {
        EvaluationResult result = evaluate(trainer.policies(), settings.episodes(), Purpose.SELECTION);
        LOG.debug("evaluation after {} steps: {}", trainer.steps(), result.score());
        return result;
    }

    private EvaluationResult evaluate(List<PolicyModel> policies, int episodes, Purpose purpose) {
        try {
            EvaluationResult result = evaluation.run(
                    policies, DecisionMode.DETERMINISTIC, episodes, settings.seed(), purpose, display::show);
            faults.restarted(result.faults(), trainer.iteration());
            if (!isCutTold) {
                result.notice().ifPresent(display::message);
                isCutTold = result.cut() > 0;
            }
            return result;
        } catch (SimulationFault fault) {
            throw faults.of(fault, trainer.iteration());
        }
    }

    /**
     * Makes sure that a run that goes on has its best policies: they may be gone or damaged, another run's, or of an iteration that was not
     * saved any more. The trainer leaves its iteration on the way, and is to come back.
     */
    void mendBest(CheckpointStore checkpoints, Runnable comeBack) {
        if (!logbook.progress().hasBest()) {
            return;
        }
        String fault;
        try {
            best = bestFiles().stream().map(PolicyReader::read).toList();
            fault = isBest(best)
                    ? ""
                    : "The best policy is not that of iteration "
                            + logbook.progress().bestIteration() + ", as it was when the run was saved: " + bestFiles();
        } catch (RunException unreadable) {
            fault = "The best policy is gone or damaged. " + unreadable.getMessage();
        }
        if (!fault.isEmpty()) {
            display.message(fault + "\n" + mended(checkpoints, comeBack));
        }
    }

    private String mended(CheckpointStore checkpoints, Runnable comeBack) {
        int iteration = logbook.progress().bestIteration();
        best = checkpoints
                .of(iteration)
                .map(saved -> policiesOf(saved, comeBack))
                .filter(this::isBest)
                .orElse(null);
        if (best == null) {
            logbook.noBest();
            return "There is no checkpoint of it: the best policy is chosen anew.";
        }
        recorder.writePolicies("best", best, null);
        return "It is written anew from the checkpoint of iteration " + iteration + ".";
    }

    /** Null if the checkpoint is another run's. */
    private List<PolicyModel> policiesOf(Checkpoint saved, Runnable comeBack) {
        try {
            trainer.restoreWithoutEpisodes(saved.trainer());
        } catch (IllegalArgumentException e) {
            LOG.debug("the checkpoint of the best policy doesn't fit", e);
            return null;
        }
        List<PolicyModel> policies = trainer.policies();
        comeBack.run();
        return policies;
    }

    /** Old checkpoints have no fingerprint: then it is enough that policies are of this run's game and seed, and of the right moment. */
    private boolean isBest(List<PolicyModel> policies) {
        RunProgress progress = logbook.progress();
        List<PolicyModel> ours = trainer.policies();
        boolean isOfThisRun = IntStream.range(0, ours.size()).allMatch(g -> isAlike(policies.get(g), ours.get(g)));
        return isOfThisRun
                && policies.stream().allMatch(policy -> policy.provenance().steps() == progress.bestSteps())
                && (progress.bestFingerprint() == RunProgress.NO_FINGERPRINT
                        || progress.bestFingerprint() == PolicyFingerprint.of(policies));
    }

    private static boolean isAlike(PolicyModel policy, PolicyModel ours) {
        return policy.provenance().game().equals(ours.provenance().game())
                && policy.provenance().seed() == ours.provenance().seed()
                && PolicyFit.differences(policy.behavior(), ours.behavior()).isEmpty();
    }

    private List<Path> bestFiles() {
        return recorder.policyFiles("best", trainer.policies());
    }

    /** Those of the best policies' files that there are. */
    List<Path> files() {
        return bestFiles().stream().filter(Files::exists).toList();
    }
}

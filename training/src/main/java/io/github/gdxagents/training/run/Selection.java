package io.github.gdxagents.training.run;

import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.evaluation.Evaluation;
import io.github.gdxagents.training.evaluation.Evaluation.Purpose;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final EvaluationSchedule schedule;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final RunRecorder recorder;
    private final RunFaults faults;
    private final ProgressDisplay display;
    private final Restorer restorer;
    private final BestPolicies bestPolicies;
    private final Logbook logbook;
    private RunException broken;

    Selection(RunParts parts, RunFaults faults, Logbook logbook) {
        settings = parts.config().evaluation();
        schedule = new EvaluationSchedule(settings);
        trainer = parts.trainer();
        evaluation = parts.evaluation();
        recorder = parts.recorder();
        display = parts.display();
        restorer = new Restorer(parts.trainer(), parts.directory());
        bestPolicies = new BestPolicies(parts.directory(), parts.trainer().policies());
        this.faults = faults;
        this.logbook = logbook;
    }

    /**
     * Evaluates the policies of this iteration, if it is time for that. A fault of the game is kept for {@link #throwFault}.
     *
     * @param report on it
     * @return null if it was not time, or the game broke
     */
    EvaluationResult evaluateIfDue(IterationReport report) {
        try {
            return isDue(report) ? evaluate() : null;
        } catch (RunException fault) {
            broken = fault;
            return null;
        }
    }

    private boolean isDue(IterationReport report) {
        return trainer.isFinished() || schedule.isDue(report, logbook.progress().hasReachedTarget());
    }

    /**
     * Judges the policies of this iteration. A fault of the game is kept for {@link #throwFault}.
     *
     * @param result of them, or null if there is none
     * @return whether they are the best so far
     * @throws RunException if their files can't be written
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
            keepIfBest(result);
            confirmTarget(result);
        }
    }

    private boolean keepIfBest(EvaluationResult result) {
        RunProgress progress = logbook.progress();
        if (progress.hasBest() && result.score() <= progress.bestScore()) {
            return false;
        }
        recorder.writePolicies("best", trainer.policies(), result);
        logbook.note(known -> known.withBest(result.score(), trainer.iteration(), trainer.steps()));
        return true;
    }

    /** A few lucky episodes don't make a target: it counts when as many episodes as the final evaluation has confirm it. */
    private void confirmTarget(EvaluationResult result) {
        if (result.score() < settings.targetReturn() || logbook.progress().hasReachedTarget()) {
            return;
        }
        EvaluationResult confirmed = evaluate(trainer.policies(), settings.finalEpisodes(), Purpose.TARGET);
        if (confirmed.score() >= settings.targetReturn()) {
            noteTarget(confirmed);
        }
    }

    private void noteTarget(EvaluationResult confirmed) {
        double sinceStart = secondsSinceJvmStart() + logbook.secondsBefore();
        logbook.note(known -> known.withTarget(trainer.steps(), sinceStart));
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

    /** The best policies' final measure goes into their files: unlike the mean that chose them, it does not flatter. */
    EvaluationResult measureBest() {
        List<PolicyModel> best = bestPolicies.read();
        EvaluationResult result = evaluate(best, settings.finalEpisodes(), Purpose.REPORT);
        recorder.writePolicies("best", best, result);
        return result;
    }

    private EvaluationResult evaluate() {
        long start = System.nanoTime();
        EvaluationResult result = evaluate(trainer.policies(), settings.episodes(), Purpose.SELECTION);
        LOG.debug(
                "evaluation after {} steps: {} in {} ms",
                trainer.steps(),
                result.score(),
                (System.nanoTime() - start) / 1_000_000);
        return result;
    }

    private EvaluationResult evaluate(List<PolicyModel> policies, int episodes, Purpose purpose) {
        try {
            EvaluationResult result =
                    evaluation.run(policies, DecisionMode.DETERMINISTIC, episodes, settings.seed(), purpose);
            faults.restarted(result.faults(), trainer.iteration());
            return result;
        } catch (SimulationFault fault) {
            throw faults.of(fault, trainer.iteration());
        }
    }

    /**
     * Makes sure that a run that goes on has its best policies; it would else find out at its very end, and never come to it.
     *
     * @param origin what the run goes on from; the trainer is there, before and after
     * @param episodes what became of those that were running
     */
    void mendBest(Checkpoint origin, RunningEpisodes episodes) {
        if (!logbook.progress().hasBest()) {
            return;
        }
        try {
            bestPolicies.read();
        } catch (RunException fault) {
            display.message(fault.getMessage() + "\n" + mended(origin, episodes));
        }
    }

    private String mended(Checkpoint origin, RunningEpisodes episodes) {
        int iteration = logbook.progress().bestIteration();
        Optional<Checkpoint> best = recorder.checkpoint(iteration);
        if (best.isEmpty()) {
            logbook.note(RunProgress::withoutBest);
            return "There is no checkpoint of it: the best policy is chosen anew.";
        }
        trainer.restoreWithoutEpisodes(best.get().trainer());
        recorder.writePolicies("best", trainer.policies(), null);
        restorer.restore(origin, episodes);
        return "It is written anew from the checkpoint of iteration " + iteration + ".";
    }

    /** Those of the best policies' files that there are. */
    List<Path> files() {
        return bestPolicies.existing();
    }
}

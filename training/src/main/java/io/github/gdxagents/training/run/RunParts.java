package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.concurrent.Failures;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.evaluation.Evaluation;
import io.github.gdxagents.training.ppo.Trainer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a {@link TrainingRun} is put together from.
 *
 * @param config all settings
 * @param directory the run's folder
 * @param lock on the folder
 * @param display shows the progress
 * @param trainer at the iteration that the run goes on from
 * @param evaluation of its policies
 * @param recorder at the same iteration
 * @param origin what the run goes on from, empty if it is new
 */
record RunParts(
        TrainingConfig config,
        RunDirectory directory,
        RunLock lock,
        ProgressDisplay display,
        Trainer trainer,
        Evaluation evaluation,
        RunRecorder recorder,
        Optional<Checkpoint> origin) {
    /** Makes something of the parts; if that fails, closes them. */
    <T> T guard(Supplier<T> action) {
        try {
            return action.get();
        } catch (RuntimeException | Error failure) {
            Failures.closeAllAfter(failure, List.of(recorder, evaluation, trainer, lock));
            throw failure;
        }
    }

    /** Makes the parts one after the other; whatever fails leaves nothing open. */
    static final class Factory {
        private final TrainingConfig config;
        private final SimulationFactory game;
        private final RunDirectory directory;
        private final ProgressDisplay display;
        private final Deque<AutoCloseable> opened = new ArrayDeque<>();

        Factory(TrainingConfig config, SimulationFactory game, RunDirectory directory, ProgressDisplay display) {
            this.config = config;
            this.game = game;
            this.directory = directory;
            this.display = display;
        }

        /**
         * Makes all parts.
         *
         * @param learned what the trainer is made from
         * @param preparation brings the trainer to where the run is to go on, and says where that is; the folder is locked by then, and
         *     nothing in it has changed
         */
        RunParts make(TrainingConfig learned, Function<Trainer, Optional<Checkpoint>> preparation) {
            try {
                return open(learned, preparation);
            } catch (OutOfMemoryError error) {
                Failures.closeAllAfter(error, opened);
                throw new RunException(Advice.memory(config, error), error);
            } catch (RuntimeException | Error failure) {
                Failures.closeAllAfter(failure, opened);
                throw failure;
            }
        }

        private RunParts open(TrainingConfig learned, Function<Trainer, Optional<Checkpoint>> preparation) {
            RunLock lock = opened(RunLock.take(directory));
            clean();
            Trainer trainer = opened(new Trainer(learned, game));
            Optional<Checkpoint> origin = preparation.apply(trainer);
            int threads =
                    Math.min(config.rollout().threadCount(), config.evaluation().episodes());
            Evaluation evaluation =
                    opened(new Evaluation(game, config.simulationSettings(game), threads, config.faults()));
            RunRecorder recorder = opened(
                    new RunRecorder(directory, config, trainer.behaviors(), trainer.iteration(), trainer.steps()));
            return new RunParts(config, directory, lock, display, trainer, evaluation, recorder, origin);
        }

        private void clean() {
            try {
                AtomicFile.clean(directory.path());
                AtomicFile.clean(directory.checkpoints());
                AtomicFile.clean(directory.faults());
            } catch (IOException e) {
                throw RunException.writing(directory.path(), e);
            }
        }

        private <T extends AutoCloseable> T opened(T part) {
            opened.push(part);
            return part;
        }
    }
}

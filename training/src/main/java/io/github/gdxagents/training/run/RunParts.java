package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.Trainer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
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
 */
record RunParts(
        TrainingConfig config,
        RunDirectory directory,
        RunLock lock,
        ProgressDisplay display,
        Trainer trainer,
        Evaluation evaluation,
        RunRecorder recorder) {
    /** Makes something of the parts; if that fails, closes them. */
    <T> T guard(Supplier<T> action) {
        try {
            return action.get();
        } catch (RuntimeException | Error failure) {
            close(new ArrayDeque<>(List.of(recorder, evaluation, trainer, lock)), failure);
            throw failure;
        }
    }

    private static void close(Deque<AutoCloseable> parts, Throwable failure) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
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
         * @param preparation brings the trainer to where the run is to go on; nothing on disk has changed before
         */
        RunParts make(TrainingConfig learned, Consumer<Trainer> preparation) {
            try {
                return open(learned, preparation);
            } catch (OutOfMemoryError error) {
                close(opened, error);
                throw new RunException(MemoryAdvice.of(config, error), error);
            } catch (RuntimeException | Error failure) {
                close(opened, failure);
                throw failure;
            }
        }

        private RunParts open(TrainingConfig learned, Consumer<Trainer> preparation) {
            RunLock lock = opened(RunLock.take(directory));
            clean();
            Trainer trainer = opened(new Trainer(learned, game));
            preparation.accept(trainer);
            int threads =
                    Math.min(config.rollout().threadCount(), config.evaluation().episodes());
            Evaluation evaluation =
                    opened(new Evaluation(game, config.simulationSettings(game), threads, config.faults()));
            List<String> behaviors = trainer.policies().stream()
                    .map(policy -> policy.behavior().name())
                    .toList();
            RunRecorder recorder =
                    opened(new RunRecorder(directory, config, behaviors, trainer.iteration(), trainer.steps()));
            return new RunParts(config, directory, lock, display, trainer, evaluation, recorder);
        }

        private void clean() {
            try {
                AtomicFile.clean(directory.path());
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

package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.run.MemoryAdvice;
import io.github.gdxagents.training.run.RunDirectory;
import io.github.gdxagents.training.run.RunException;
import io.github.gdxagents.training.run.TuningFault;
import io.github.gdxagents.training.run.TuningNote;
import io.github.gdxagents.training.tune.Tuner;
import io.github.gdxagents.training.tune.Tuning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what a new run's configuration leaves open, and says so. Thread safety: none. */
final class RunTuning {
    private static final Logger LOG = LoggerFactory.getLogger(RunTuning.class);

    private final ConfigDraft draft;
    private final SimulationFactory game;
    private final RunDirectory directory;

    RunTuning(ConfigDraft draft, SimulationFactory game, RunDirectory directory) {
        this.draft = draft;
        this.game = game;
        this.directory = directory;
    }

    /** Gives the complete configuration; after a failure the folder is gone, unless it keeps a replay. */
    TrainingConfig tune(Messages messages) {
        try {
            Tuning tuning = new Tuner(draft, game, Runtime.getRuntime().availableProcessors()).tune();
            if (!tuning.message().isEmpty()) {
                LOG.info("{}", tuning.message());
                tuning.findings().forEach(LOG::debug);
                messages.line("%s", tuning.message());
            }
            if (!tuning.findings().isEmpty()) {
                TuningNote.write(directory, tuning.message(), tuning.findings());
            }
            return tuning.config();
        } catch (SimulationFault fault) {
            if (fault.episode().isPresent()) {
                throw TuningFault.of(fault, draft.config(), directory);
            }
            directory.discard();
            throw fault;
        } catch (OutOfMemoryError error) {
            directory.discard();
            throw new RunException(MemoryAdvice.of(draft.config(), error), error);
        } catch (RuntimeException failure) {
            directory.discard();
            throw failure;
        }
    }
}

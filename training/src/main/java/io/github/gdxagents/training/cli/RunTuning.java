package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.run.Advice;
import io.github.gdxagents.training.run.RunDirectory;
import io.github.gdxagents.training.run.RunException;
import io.github.gdxagents.training.run.TuningFault;
import io.github.gdxagents.training.run.TuningNote;
import io.github.gdxagents.training.tune.Tuner;
import io.github.gdxagents.training.tune.Tuning;
import io.github.gdxagents.training.tune.TuningWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what a new run's configuration leaves open, and says so. Thread safety: none. */
final class RunTuning {
    private static final Logger LOG = LoggerFactory.getLogger(RunTuning.class);

    private final ConfigDraft draft;
    private final SimulationFactory game;
    private final RunDirectory directory;
    private final StopSignal signal;

    RunTuning(ConfigDraft draft, SimulationFactory game, RunDirectory directory, StopSignal signal) {
        this.signal = signal;
        this.draft = draft;
        this.game = game;
        this.directory = directory;
    }

    /**
     * Gives the complete configuration; after a failure the folder is gone, unless it keeps a replay.
     *
     * @throws RunException if the run was stopped before it began
     */
    TrainingConfig tune(Messages messages) {
        try {
            signal.abandons(directory::discard);
            Tuning tuning = new Tuner(draft, game, Runtime.getRuntime().availableProcessors()).tune(watch(messages));
            if (signal.isRaised()) {
                throw new RunException("Stopped while its speed was measured, before training; nothing is kept.");
            }
            tell(tuning, messages);
            return tuning.config();
        } catch (SimulationFault fault) {
            if (fault.episode().isPresent()) {
                throw TuningFault.of(fault, draft.config(), directory);
            }
            directory.discard();
            throw fault;
        } catch (OutOfMemoryError error) {
            directory.discard();
            throw new RunException(Advice.memory(draft.config(), error), error);
        } catch (RuntimeException | Error failure) { // a game may lack a library
            directory.discard();
            throw failure;
        }
    }

    private void tell(Tuning tuning, Messages messages) {
        if (!tuning.message().isEmpty()) {
            LOG.info("{}", tuning.message());
            tuning.findings().forEach(LOG::debug);
            messages.line("%s", tuning.message());
        }
        if (!tuning.findings().isEmpty()) {
            TuningNote.write(directory, tuning.message(), tuning.findings());
        }
    }

    private TuningWatch watch(Messages messages) {
        return new TuningWatch() {
            @Override
            public void begins(double seconds) {
                messages.line("Measuring what is fastest on this machine, for about %.1f s", seconds);
            }

            @Override
            public boolean isStopWanted() {
                return signal.isRaised();
            }
        };
    }
}

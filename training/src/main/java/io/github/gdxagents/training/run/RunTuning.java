package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.tool.tune.Tuner;
import io.github.gdxagents.training.tool.tune.Tuner.TuningResult;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what a new run's configuration leaves open, says so, and keeps in the run's folder what was chosen and why. */
public record RunTuning(ConfigDraft draft, SimulationFactory game, RunDirectory directory) {
    private static final Logger LOG = LoggerFactory.getLogger(RunTuning.class);

    /**
     * Gives the complete configuration; after a failure the folder is gone, unless it keeps a replay.
     *
     * @param isStopped whether the run is wanted no more; asked again and again
     * @throws RunException if the run was stopped before it began, its game broke or there is too little memory
     */
    public TrainingConfig tune(BooleanSupplier isStopped, Consumer<String> output) {
        try {
            Tuner tuner = new Tuner(draft, game, Runtime.getRuntime().availableProcessors());
            TuningResult result = tuner.tune(output, isStopped);
            if (isStopped.getAsBoolean()) {
                throw new RunException("Stopped before training began; nothing is kept.");
            }
            tell(result, output);
            return result.config();
        } catch (SimulationFault fault) {
            if (fault.episode().isPresent()) {
                throw broken(fault);
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

    private void tell(TuningResult result, Consumer<String> output) {
        if (!result.message().isEmpty()) {
            LOG.info("{}", result.message());
            result.findings().forEach(LOG::debug);
            output.accept(result.message());
        }
        if (!result.findings().isEmpty()) {
            String text = result.message() + "\n\n" + String.join("\n", result.findings()) + "\n";
            AtomicFile.write(directory.tuning(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The folder stays, since it takes the replay. */
    private RunException broken(SimulationFault fault) {
        return new RunException(
                "Game '" + draft.config().game() + "' broke while its speed was measured, before training: "
                        + fault.getMessage() + "\n" + RunFaults.replay(directory, draft.config(), "tuning", fault)
                        + "\n"
                        + Advice.afterFault(
                                fault,
                                draft.config(),
                                "To train without what breaks, remove '" + directory + "' and give --on-fault restart.")
                        + "\nMend the game, remove '" + directory
                        + "' and begin again. SimulationCheck finds more such faults.",
                fault);
    }
}

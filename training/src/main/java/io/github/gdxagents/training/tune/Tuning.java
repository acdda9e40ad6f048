package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;

/**
 * What was chosen for a run.
 *
 * <p>Thread safety: immutable.
 *
 * @param config with everything chosen
 * @param message for the user, what was chosen and what limits the run; empty if nothing had to be measured
 * @param findings what was measured, a line each
 */
public record Tuning(TrainingConfig config, String message, List<String> findings) {
    /** Copies the lines. */
    public Tuning {
        findings = List.copyOf(findings);
    }

    /**
     * Nothing was measured.
     *
     * @param config with everything chosen
     */
    static Tuning silent(TrainingConfig config) {
        return new Tuning(config, "", List.of());
    }
}

package io.github.gdxagents.training.run;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps in a run's folder what was chosen for it, and why.
 *
 * <p>Thread safety: stateless.
 */
public final class TuningNote {
    private TuningNote() {}

    /**
     * Writes it.
     *
     * @param directory of the run
     * @param message what was chosen
     * @param findings what was measured, a line each
     * @throws RunException if it can't be written
     */
    public static void write(RunDirectory directory, String message, List<String> findings) {
        String text = message + "\n\n" + String.join("\n", findings) + "\n";
        AtomicFile.write(directory.tuning(), text.getBytes(StandardCharsets.UTF_8));
    }
}

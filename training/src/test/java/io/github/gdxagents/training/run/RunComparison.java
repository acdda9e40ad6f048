package io.github.gdxagents.training.run;

import java.io.IOException;
import java.nio.file.Path;

/** Holds the files of two runs against each other, for tests of other packages. */
public final class RunComparison {
    private RunComparison() {}

    /** Requires the same policies, byte for byte, and the same figures but for times. */
    public static void assertSame(Path actual, Path expected) throws IOException {
        RunFiles.assertSame(new RunDirectory(actual), new RunDirectory(expected));
    }
}

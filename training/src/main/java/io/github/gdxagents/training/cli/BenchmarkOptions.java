package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.run.benchmark.BenchmarkEffort;
import io.github.gdxagents.training.run.benchmark.BenchmarkProgress;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How thoroughly a benchmark measures and how it tells: options of all benchmarks. Thread safety: none. */
final class BenchmarkOptions {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How many are measured, better 5 or more; otherwise ${DEFAULT-VALUE}.")
    private int rounds = 25;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "Of rounds before those, which don't count; otherwise ${DEFAULT-VALUE}.")
    private double warmUpSeconds = 3;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    BenchmarkEffort effort(CommandSpec spec) {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1, but is " + rounds + ".");
        }
        if (!(warmUpSeconds >= 0) || Double.isInfinite(warmUpSeconds)) {
            throw new ParameterException(
                    spec.commandLine(), "--warm-up must be at least 0 seconds, but is " + warmUpSeconds + ".");
        }
        return new BenchmarkEffort(rounds, warmUpSeconds);
    }

    /** Measures, and shows on the error stream how far it is: the output may be read by a program. */
    <T> T measure(CommandSpec spec, Function<BenchmarkProgress, T> benchmark) {
        if (rounds < BenchmarkEffort.FEWEST_SOUND_ROUNDS) {
            new Messages(spec.commandLine().getErr())
                    .line(
                            "Medians of fewer than %d rounds (--rounds) say little.",
                            BenchmarkEffort.FEWEST_SOUND_ROUNDS);
        }
        if (quiet) {
            return benchmark.apply(BenchmarkProgress.NONE);
        }
        BenchmarkDisplay display =
                new BenchmarkDisplay(spec.commandLine().getErr(), System.console() != null, System::nanoTime);
        try {
            return benchmark.apply(display);
        } finally {
            display.end();
        }
    }

    void print(CommandSpec spec, String line, List<String> table) {
        Messages messages = new Messages(spec.commandLine().getOut());
        (json ? List.of(line) : table).forEach(text -> messages.line("%s", text));
    }
}

package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.run.StatusLine;
import io.github.gdxagents.training.tool.Json;
import io.github.gdxagents.training.tool.Report;
import io.github.gdxagents.training.tool.benchmark.Rounds;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How thoroughly a benchmark measures and how it tells: options of all benchmarks. */
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

    /** Makes what refuses impossible values in messages that begin with the name of an option. */
    static <T> T checked(CommandSpec spec, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage() + ".", e);
        }
    }

    /** Measures, shows on the error stream how far it is, since the output may be read by a program, and prints what was found. */
    void run(CommandSpec spec, BiFunction<Rounds, IntConsumer, ? extends Report> benchmark) {
        Rounds wanted = checked(spec, () -> new Rounds(rounds, warmUpSeconds));
        if (rounds < Rounds.FEWEST_SOUND) {
            new Messages(spec.commandLine().getErr())
                    .line("Medians of fewer than %d rounds (--rounds) say little.", Rounds.FEWEST_SOUND);
        }
        Report report = measure(spec, progress -> benchmark.apply(wanted, progress));
        Messages out = new Messages(spec.commandLine().getOut());
        if (json) {
            out.text(Json.text(report.json()));
        } else {
            report.print(out::line);
        }
    }

    private Report measure(CommandSpec spec, Function<IntConsumer, Report> benchmark) {
        if (quiet) {
            return benchmark.apply(round -> {});
        }
        StatusLine status = new StatusLine(spec.commandLine().getErr(), StatusLine.hasTerminal(), Duration.ZERO);
        try { // between rounds, so that it costs none of them anything
            return benchmark.apply(round -> status.show(status(round, rounds), System.nanoTime()));
        } finally {
            status.erase();
        }
    }

    /** When a round begins: its number from 1, or 0 while nothing counts yet. */
    static String status(int round, int rounds) {
        return round == 0 ? "warming up" : StatusLine.bar((round - 1.0) / rounds) + "round " + round + " of " + rounds;
    }
}

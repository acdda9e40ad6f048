package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.report.Comparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds runs against each other. */
@Command(
        name = "compare",
        description = {
            "Compares runs: median and range of their returns, over steps and over seconds.",
            "",
            "Runs whose names differ in a number at the end only, such as clip-seed1 and clip-seed2, are one group.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  gdx-agents compare --target 200 --picture objectives.png runs/lander/clip-* runs/lander/kl-*"
        })
final class CompareCommand extends Subcommand {
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
    private List<Path> runs;

    @Option(
            names = "--target",
            paramLabel = "RETURN",
            description = "Also tell when an evaluation first reached this mean return.")
    private double target = Double.POSITIVE_INFINITY;

    @Option(names = "--title", paramLabel = "TEXT", description = "Above the picture.")
    private String title = "Comparison";

    @Option(names = "--picture", paramLabel = "FILE", description = "Draw a PNG.")
    private Path picture;

    @Option(
            names = "--lowest",
            paramLabel = "RETURN",
            description = "Where the picture ends at the bottom; otherwise it shows all.")
    private double lowest = Double.NEGATIVE_INFINITY;

    @Option(names = "--table", paramLabel = "FILE", description = "Write the table as Markdown, too.")
    private Path table;

    @Override
    int execute() {
        if (Double.isNaN(target) || Double.isNaN(lowest)) {
            throw misuse("--target and --lowest must be numbers, but are " + target + " and " + lowest + ".");
        }
        requireOwn("--table", table, OutputFile.TABLE);
        requireOwn("--picture", picture, OutputFile.PICTURE);
        Comparison comparison = Comparison.of(runs);
        String text = comparison.table(target);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        if (table != null) {
            write(table, text.getBytes(StandardCharsets.UTF_8));
        }
        if (picture != null) {
            write(picture, comparison.png(title, lowest));
        }
        return ExitCode.OK;
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}

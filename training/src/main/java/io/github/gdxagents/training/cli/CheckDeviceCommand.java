package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.tool.device.DeviceCheck;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Tells whether this machine can learn on its GPU. */
@Command(
        name = "check-device",
        description = {
            "Tells whether networks can be learned on this machine's GPU, and if not, what is missing.",
            "",
            "The first ten updates of a network are learned on CPU and GPU alike; they must agree within the precision of"
                    + " 32-bit numbers. Without a GPU the CPU's share is done.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  gdx-agents check-device",
            "  gdx-agents check-device --speed",
            "  gdx-agents check-device --speed --widths 64 --minibatches 1024,4096 --results figures.jsonl",
            "",
            "Exit status: 0 the GPU learns as the CPU does, 1 there is none or it learns otherwise."
        })
final class CheckDeviceCommand extends Subcommand {
    @Option(names = "--speed", description = "Measure too how fast each device learns; minutes on a CPU.")
    private boolean speed;

    @Option(
            names = "--widths",
            paramLabel = "N",
            split = ",",
            description = "With --speed: of the hidden layers; otherwise ${DEFAULT-VALUE}.")
    private List<Integer> widths = List.of(64, 256, 1024);

    @Option(
            names = "--minibatches",
            paramLabel = "N",
            split = ",",
            description = "With --speed: samples in an update; otherwise ${DEFAULT-VALUE}.")
    private List<Integer> minibatches = List.of(1024, 16384, 65536);

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "Add all figures to this file too, an object of JSON in each line.")
    private Path results;

    @Override
    int execute() {
        if (Stream.of(widths, minibatches).flatMap(List::stream).anyMatch(size -> size < 1)) {
            throw misuse("--widths and --minibatches must be at least 1.");
        }
        requireOwn("--results", results, OutputFile.FIGURES);
        try {
            boolean agrees = new DeviceCheck(messages()::line, results).run(speed ? widths : List.of(), minibatches);
            return agrees ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (UncheckedIOException e) {
            throw unwritable(results, e.getCause());
        }
    }
}

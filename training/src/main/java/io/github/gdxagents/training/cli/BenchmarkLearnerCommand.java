package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tool.benchmark.LearnerBenchmark;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast networks learn, without a game. */
@Command(
        name = "benchmark-learner",
        description = {
            "Measures the learner by itself: microseconds of an update of networks as the lander has them.",
            "",
            "docs/pytorch_learner.py does the same work in PyTorch, in turns with this if you like.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  gdx-agents benchmark-learner",
            "  gdx-agents benchmark-learner --widths 64,256 --minibatches 1024,4096 --threads 2",
            "  gdx-agents benchmark-learner --json"
        })
final class BenchmarkLearnerCommand extends Subcommand {
    @Option(
            names = "--widths",
            paramLabel = "N",
            split = ",",
            description = "Of two hidden layers; otherwise ${DEFAULT-VALUE}.")
    private List<Integer> widths = List.of(64);

    @Option(
            names = "--minibatches",
            paramLabel = "N",
            split = ",",
            description = "Samples in an update; otherwise ${DEFAULT-VALUE}.")
    private List<Integer> minibatches = List.of(256, 1024);

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Of an iteration, learned from in several epochs; otherwise ${DEFAULT-VALUE}.")
    private int samples = 8192;

    @Option(names = "--epochs", paramLabel = "N", description = "Of an iteration; otherwise ${DEFAULT-VALUE}.")
    private int epochs = 6;

    @Option(names = "--threads", paramLabel = "N", description = "That learn; otherwise ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto, cpu or gpu; otherwise ${DEFAULT-VALUE}.")
    private Device device = Device.CPU;

    @Mixin
    private BenchmarkOptions options;

    @Override
    int execute() {
        LearnerBenchmark benchmark = BenchmarkOptions.checked(
                spec, () -> new LearnerBenchmark(threads, widths, minibatches, samples, epochs));
        options.run(spec, (rounds, progress) -> benchmark.run(LearningDevice.choose(device), rounds, progress));
        return ExitCode.OK;
    }
}

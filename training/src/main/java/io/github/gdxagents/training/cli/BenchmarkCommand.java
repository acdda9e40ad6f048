package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.run.benchmark.Benchmark;
import io.github.gdxagents.training.run.benchmark.BenchmarkJson;
import io.github.gdxagents.training.run.benchmark.BenchmarkResult;
import io.github.gdxagents.training.run.benchmark.BenchmarkTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast a game trains. */
@Command(
        name = "benchmark",
        description = {
            "Measures bare simulation with random actions, collection, learning and whole training, and says what takes the time.",
            "",
            "All of it is measured in turns, so that what else the machine does slows all alike; figures are medians over the rounds. A"
                    + " round is, for each number of threads, one training iteration and as many bare steps.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  gdx-agents benchmark lander",
            "  gdx-agents benchmark lander --set settings.velocityIterations=60 --set settings.positionIterations=20",
            "  gdx-agents benchmark lander --threads 1,2 --instances 128",
            "  gdx-agents benchmark lander --config mine.yaml",
            "  gdx-agents benchmark lander --threads 1 --json"
        })
final class BenchmarkCommand extends Subcommand {
    @Mixin
    private GameParameter game;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML with the keys that you want to change; may be repeated.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a key, such as ppo.epochs=4; may be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--instances", paramLabel = "N", description = "Short for --set rollout.instances=N.")
    private String instances;

    @Option(
            names = "--threads",
            paramLabel = "N,...",
            description =
                    "One or more numbers of threads to measure and compare, such as 1,2; 0 is one per core. Otherwise"
                            + " rollout.threads.")
    private String threads;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Short for --set learner.device=DEVICE: auto (a GPU if there is one), cpu or gpu.")
    private String device;

    @Mixin
    private BenchmarkOptions options;

    @Override
    int execute() {
        GameChoice choice = GameChoice.of(game.required());
        Benchmark benchmark = new Benchmark(configs(choice), choice.factory(), options.effort(spec()));
        BenchmarkResult result = options.measure(spec(), benchmark::run);
        options.print(spec(), BenchmarkJson.of(result), BenchmarkTable.lines(result));
        return ExitCode.OK;
    }

    /** One for each number of threads. */
    private List<TrainingConfig> configs(GameChoice choice) {
        ConfigLoader loader =
                ConfigLoader.forGame(choice.name(), choice.factory().settings());
        files.forEach(loader::file);
        assignments.forEach(assignment -> loader.set(assignment, "--set"));
        set(loader, "rollout.instances", instances, "--instances");
        set(loader, "learner.device", device, "--device");
        TrainingConfig config = loader.load();
        if (config.learner().overlap()) {
            throw misuse(
                    "learner.overlap is true: while collecting and learning go on at the same time, neither's speed can be"
                            + " told from the other's. Measure without it.");
        }
        if (threads == null) {
            return List.of(config);
        }
        List<TrainingConfig> configs = new ArrayList<>();
        for (int count : counts(config.rollout().instances())) {
            configs.add(loader.setText("rollout.threads", String.valueOf(count), "--threads")
                    .load());
        }
        return configs;
    }

    private static void set(ConfigLoader loader, String key, String value, String option) {
        if (value != null) {
            loader.setText(key, value, option);
        }
    }

    private List<Integer> counts(int instanceCount) {
        try {
            return ThreadCounts.parse(threads, instanceCount);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }
}

package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.tool.benchmark.Benchmark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private ConfiguredGame game;

    @Option(names = "--instances", paramLabel = "N", description = "Short for --set rollout.instances=N.")
    private String instances;

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            description =
                    "One or more numbers of threads to measure and compare, such as 1,2; 0 is one per core. Otherwise"
                            + " rollout.threads.")
    private List<Integer> threads = List.of();

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
        List<TrainingConfig> configs = configs(choice);
        Benchmark benchmark =
                new Benchmark(configs, choice.playable(configs.get(0).isolated()));
        options.run(spec, benchmark::run);
        return ExitCode.OK;
    }

    /** One for each number of threads. */
    private List<TrainingConfig> configs(GameChoice choice) {
        ConfigLoader loader = game.loader(choice);
        ConfiguredGame.set(loader, "rollout.instances", instances, "--instances");
        ConfiguredGame.set(loader, "learner.device", device, "--device");
        TrainingConfig config = loader.load();
        if (config.learner().overlap()) {
            throw misuse(
                    "learner.overlap is true: while collecting and learning go on at the same time, neither's speed can be"
                            + " told from the other's. Measure without it.");
        }
        if (choice.playable(config.isolated()).needsOneThread()
                && threads.stream().anyMatch(count -> count != 1)) {
            throw misuse(
                    "The game needs one thread: leave out --threads, give 1, or give each instance classes of its own"
                            + " (--set isolated=true).");
        }
        if (threads.isEmpty()) {
            return List.of(config);
        }
        int most = config.rollout().instances();
        return BenchmarkOptions.checked(spec, () -> threadCounts(threads, most)).stream()
                .map(count -> loader.setText("rollout.threads", String.valueOf(count), "--threads")
                        .load())
                .toList();
    }

    /** Numbers of threads, 0 being one per core; more than there are instances would be idle. */
    static List<Integer> threadCounts(List<Integer> wanted, int instances) {
        List<String> faults = new ArrayList<>();
        Set<Integer> counts = new LinkedHashSet<>();
        for (int number : wanted) {
            int count = number == 0 ? Runtime.getRuntime().availableProcessors() : number;
            if (count < 1) {
                faults.add(count + " is no such number");
            } else if (count > instances) {
                faults.add(count + " is more than there are instances");
            } else if (!counts.add(count)) {
                faults.add(count + " is there twice");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("threads must list whole numbers from 1 to " + instances
                    + " (the instances), or 0 for one per core, such as 1,2, but in " + wanted + " "
                    + String.join(", ", faults));
        }
        return List.copyOf(counts);
    }
}

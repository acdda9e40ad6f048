package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.run.benchmark.Benchmark;
import io.github.gdxagents.training.run.benchmark.BenchmarkEffort;
import io.github.gdxagents.training.run.benchmark.BenchmarkJson;
import io.github.gdxagents.training.run.benchmark.BenchmarkProgress;
import io.github.gdxagents.training.run.benchmark.BenchmarkResult;
import io.github.gdxagents.training.run.benchmark.BenchmarkTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast a game trains. Thread safety: none. */
@Command(
        name = "benchmark",
        description = {
            "Measures bare simulation with random actions, collection, learning and whole training, and says what takes the time.",
            "",
            "All of it is measured in turns, so that what else the machine does slows all alike; figures are medians over the rounds. A"
                    + " round is, for each number of threads, one training iteration and as many bare steps.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gdx-agents benchmark lander",
            "  gdx-agents benchmark lander --set settings.velocityIterations=60 --set settings.positionIterations=20",
            "  gdx-agents benchmark lander --threads 1,2 --instances 128",
            "  gdx-agents benchmark lander --threads 1 --json"
        })
final class BenchmarkCommand implements Callable<Integer>, VerboseOption.Owner {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GameParameter game;

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

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How many are measured, better 5 or more; otherwise ${DEFAULT-VALUE}.")
    private int rounds = 25;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "Of rounds before those, which don't count; otherwise ${DEFAULT-VALUE}.")
    private double warmUpSeconds = 5;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() {
        verbose.apply();
        requireConsistentOptions();
        GameChoice choice = GameChoice.of(game.name());
        BenchmarkEffort effort = new BenchmarkEffort(rounds, warmUpSeconds);
        print(measure(new Benchmark(configs(choice), choice.factory(), effort)));
        return ExitCode.OK;
    }

    private void requireConsistentOptions() {
        if (game.name() == null || game.isContradictory()) {
            throw wrong(
                    game.name() == null
                            ? "GAME is missing: a bundled game (see the command games) or a class of yours."
                            : "GAME and --game name different games; give one of them.");
        }
        if (rounds < 1) {
            throw wrong("--rounds must be at least 1, but is " + rounds + ".");
        }
        if (!(warmUpSeconds >= 0) || Double.isInfinite(warmUpSeconds)) {
            throw wrong("--warm-up must be at least 0 seconds, but is " + warmUpSeconds + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** One for each number of threads. */
    private List<TrainingConfig> configs(GameChoice choice) {
        ConfigLoader loader =
                ConfigLoader.forGame(choice.name(), choice.factory().settings());
        assignments.forEach(assignment -> loader.set(assignment, "--set"));
        set(loader, "rollout.instances", instances, "--instances");
        set(loader, "learner.device", device, "--device");
        TrainingConfig config = loader.load();
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
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private BenchmarkResult measure(Benchmark benchmark) {
        Messages errors = new Messages(spec.commandLine().getErr());
        if (rounds < BenchmarkEffort.FEWEST_SOUND_ROUNDS) {
            errors.line("Medians of fewer than %d rounds (--rounds) say little.", BenchmarkEffort.FEWEST_SOUND_ROUNDS);
        }
        if (quiet) {
            return benchmark.run(BenchmarkProgress.NONE);
        }
        BenchmarkDisplay display =
                new BenchmarkDisplay(spec.commandLine().getErr(), System.console() != null, System::nanoTime);
        try {
            return benchmark.run(display);
        } finally {
            display.end();
        }
    }

    private void print(BenchmarkResult result) {
        Messages messages = new Messages(spec.commandLine().getOut());
        if (json) {
            messages.line("%s", BenchmarkJson.of(result));
        } else {
            BenchmarkTable.lines(result).forEach(line -> messages.line("%s", line));
        }
    }

    @Override
    public boolean isVerbose() {
        return verbose.isVerbose();
    }
}

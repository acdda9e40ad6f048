package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.run.Benchmark;
import io.github.gdxagents.training.run.BenchmarkResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            "Measures training against the bare simulation with random actions, in turns, and says where the time goes.",
            "",
            "Figures are medians over the rounds; a round is one training iteration and as many bare steps.",
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

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Short for --set rollout.threads=N; 0 is one per core.")
    private String threads;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Short for --set learner.device=DEVICE: auto (a GPU if there is one), cpu or gpu.")
    private String device;

    @Option(names = "--rounds", paramLabel = "N", description = "How many are measured; otherwise ${DEFAULT-VALUE}.")
    private int rounds = 25;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() {
        verbose.apply();
        if (game.name() == null || rounds < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    game.name() == null ? "Name the game." : "--rounds must be at least 1, but is " + rounds + ".");
        }
        GameChoice choice = GameChoice.of(game.name());
        ConfigLoader loader =
                ConfigLoader.forGame(choice.name(), choice.factory().settings());
        assignments.forEach(assignment -> loader.set(assignment, "--set"));
        if (threads != null) {
            loader.setText("rollout.threads", threads, "--threads");
        }
        if (device != null) {
            loader.setText("learner.device", device, "--device");
        }
        TrainingConfig config = loader.load();
        print(new Benchmark(config, choice.factory(), rounds).run());
        return ExitCode.OK;
    }

    private void print(BenchmarkResult result) {
        PrintWriter out = spec.commandLine().getOut();
        String form = json
                ? "{\"instances\": %d, \"threads\": %d, \"bareStepsPerSecond\": %.0f, \"collectionStepsPerSecond\": %.0f,"
                        + " \"trainingStepsPerSecond\": %.0f, \"ratio\": %.4f, \"simulationShare\": %.4f,"
                        + " \"inferenceShare\": %.4f, \"learningShare\": %.4f, \"restShare\": %.4f}%n"
                : "%d instances, %d threads%n"
                        + "bare simulation   %,9.0f steps per second%n"
                        + "collection        %,9.0f steps per second%n"
                        + "training          %,9.0f steps per second, %.2f of bare simulation%n"
                        + "where the time of training goes: simulation %.2f, inference %.2f, learning %.2f, rest %.2f%n";
        out.printf(
                Locale.ROOT,
                form,
                result.instances(),
                result.threads(),
                result.bareStepsPerSecond(),
                result.collectionStepsPerSecond(),
                result.trainingStepsPerSecond(),
                result.ratio(),
                result.simulationShare(),
                result.inferenceShare(),
                result.learningShare(),
                result.restShare());
        out.flush();
    }

    @Override
    public boolean isVerbose() {
        return verbose.isVerbose();
    }
}

package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.SettingValue;
import io.github.gdxagents.training.evaluation.Evaluation;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.metrics.SavedConfig;
import io.github.gdxagents.training.rollout.EpisodeSettings;
import io.github.gdxagents.training.run.PolicyReader;
import io.github.gdxagents.training.run.StatusLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures policies. */
@Command(
        name = "evaluate",
        description = {"Plays episodes with a policy and reports the returns.", ""},
        footer = {
            "",
            "Examples:",
            "  gdx-agents evaluate runs/lander/trial/best.policy",
            "  gdx-agents evaluate assets/lander.policy --episodes 1000 --seed 7 --stochastic",
            "  gdx-agents evaluate best.policy --setting difficulty=1 --setting \"wind={uniform: [-5, 5]}\"",
            "  gdx-agents evaluate best-guard.policy best-scout.policy --game com.acme.MyGame"
        })
final class EvaluateCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "POLICY", description = "Policy files, one for each behavior of the game.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--episodes", paramLabel = "N", description = "How many; otherwise ${DEFAULT-VALUE}.")
    private int episodes = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Of the episodes; otherwise ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--stochastic", description = "Draw actions as in training, instead of taking the likeliest.")
    private boolean stochastic;

    @Option(names = "--threads", paramLabel = "N", description = "Otherwise one per core; the result is the same.")
    private int threads;

    @Option(names = "--game", paramLabel = "GAME", description = "Otherwise the game that the policy was trained in.")
    private String game;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description =
                    "A setting of the game, or a range such as {uniform: [0, 1]}; otherwise as in the evaluations of its"
                            + " training. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Override
    int execute() {
        if (episodes < 1 || episodes > EvaluationConfig.MOST_EPISODES) {
            throw misuse("--episodes must be at least 1 and at most " + EvaluationConfig.MOST_EPISODES + ", but is "
                    + episodes + ".");
        }
        if (threads < 0) {
            throw misuse("--threads must be 0 (one per core) or more, but is " + threads + ".");
        }
        List<PolicyModel> policies = files.stream().map(PolicyReader::read).toList();
        GameChoice choice = GameChoice.of(gameName(policies.get(0)));
        // a game that was isolated in training would be another one if it were not
        SimulationFactory playable = choice.playable(
                SavedConfig.isTrue("isolated", policies.get(0).provenance().configuration()));
        EpisodeSettings played = settings(choice, policies.get(0).provenance());
        int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        DecisionMode mode = stochastic ? DecisionMode.STOCHASTIC : DecisionMode.DETERMINISTIC;
        Messages messages = messages();
        if (threads > 1 && playable.needsOneThread()) {
            messages.line("The game needs one thread: it is played by one.");
        }
        StatusLine status = new StatusLine(spec.commandLine().getErr(), StatusLine.hasTerminal(), Duration.ZERO);
        try (Evaluation evaluation =
                new Evaluation(choice.name(), playable, played, Math.min(count, episodes), FaultConfig.STOPPING)) {
            EvaluationResult result = evaluation.run(
                    policies,
                    mode,
                    episodes,
                    seed,
                    Evaluation.Purpose.REPORT,
                    line -> status.show(line, System.nanoTime()));
            status.erase();
            messages.line("%s, %s policy, seed %d:", choice.name(), stochastic ? "stochastic" : "deterministic", seed);
            if (!played.isEmpty()) {
                messages.line("  settings %s", played);
            }
            messages.result(result);
            result.notice().ifPresent(messages::text);
        }
        return ExitCode.OK;
    }

    /** Those of its training's evaluations, as far as the game still has them, with the changes of this command line. */
    private EpisodeSettings settings(GameChoice choice, Provenance provenance) {
        SimulationSettings declared = choice.factory().settings();
        ConfigLoader changes = ConfigLoader.forGame(choice.name(), declared);
        settings.forEach(assignment -> changes.set("evaluation.settings." + assignment, "--setting"));
        Map<String, SettingValue> values = ConfigLoader.evaluationSettings(
                provenance.configuration(), declared.asMap().keySet());
        values.putAll(changes.load().evaluation().settings());
        return new EpisodeSettings(declared.withKnown(provenance.settings()), values);
    }

    private String gameName(PolicyModel policy) {
        if (game != null) {
            return game;
        }
        if (policy.provenance().game().isEmpty()) {
            throw misuse("The policy does not say which game it is for; name it with --game.");
        }
        return policy.provenance().game();
    }
}

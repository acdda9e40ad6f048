package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.LessonConfig;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.run.RunDirectory;
import io.github.gdxagents.training.run.RunSummary;
import io.github.gdxagents.training.run.RunTuning;
import io.github.gdxagents.training.run.RunningEpisodes;
import io.github.gdxagents.training.run.TrainingRun;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a game's agents, or goes on with a run. */
@Command(
        name = "train",
        description = {
            "Trains the agents of a game.",
            "",
            "Ctrl-C (or SIGTERM) ends the iteration, saves everything and says how to go on.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  gdx-agents train lander",
            "  gdx-agents train lander --seed 3 --name trial --set ppo.learningRate=1e-3",
            "  gdx-agents train lander --set \"ppo.learningRate={start: 2e-3, end: 0}\"",
            "  gdx-agents train com.acme.MyGame --config mine.yaml --steps 5000000",
            "  gdx-agents train --resume runs/lander/trial",
            "",
            "Values later in this list replace earlier ones: defaults, the game's shipped settings, --config, --set,",
            "the options of their own."
        })
final class TrainCommand extends Subcommand {
    @Mixin
    private ConfiguredGame game;

    @Option(names = "--seed", paramLabel = "N", description = "Short for --set seed=N.")
    private String seed;

    @Option(names = "--steps", paramLabel = "N", description = "Short for --set ppo.totalSteps=N.")
    private String steps;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Short for --set rollout.threads=N; 0 is one per core, auto is measured.")
    private String threads;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Short for --set learner.device=DEVICE: auto (what learns faster), cpu or gpu.")
    private String device;

    @Option(
            names = "--tune",
            paramLabel = "SECONDS",
            description =
                    "Short for --set tuning.seconds=SECONDS: how long a new run may measure to choose what is auto (threads,"
                            + " instances, parts of a minibatch, device); 0 measures nothing.")
    private String tuningSeconds;

    @Option(
            names = "--objective",
            paramLabel = "NAME",
            description = "Short for --set ppo.objective=NAME: clip, kl-penalty, policy-gradient, trust-region.")
    private String objective;

    @Option(
            names = "--init-from",
            paramLabel = "POLICY",
            description = "A policy file that training begins with; one for each behavior.")
    private List<String> initialPolicies = new ArrayList<>();

    @Option(
            names = "--reference",
            paramLabel = "POLICY",
            description = "A policy file to stay close to (ppo.reference.coefficient says how); one for each behavior.")
    private List<String> references = new ArrayList<>();

    @Option(names = "--name", paramLabel = "NAME", description = "Of the run; otherwise date, time and seed.")
    private String name;

    @Option(names = "--runs", paramLabel = "FOLDER", description = "Where runs are kept; otherwise 'runs'.")
    private String runs;

    @Option(names = "--resume", paramLabel = "RUN", description = "The folder of a run that is to go on.")
    private Path resume;

    @Option(
            names = "--restart-episodes",
            description = "With --resume: let all instances begin new episodes, because the game has changed.")
    private boolean restartEpisodes;

    @Option(
            names = "--on-fault",
            paramLabel = "ACTION",
            description = "Short for --set faults.onGameFault=ACTION: stop, or restart the instance that broke.")
    private String onFault;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but what goes wrong, and in the end where the policies are.")
    private boolean quiet;

    private volatile StopSignal listening;
    /** From when the run has a folder. */
    private GameOutput printed;

    @Override
    void awaitSaved() {
        StopSignal signal = listening;
        if (signal != null) {
            signal.awaitEnd();
        }
    }

    @Override
    int execute() {
        requireConsistentOptions();
        Messages messages = messages();
        try (StopSignal signal = StopSignal.listen()) {
            listening = signal;
            complete(signal, messages);
        }
        return ExitCode.OK;
    }

    private void complete(StopSignal signal, Messages messages) {
        try (TrainingRun run = resume == null ? start(signal, messages) : goOn(messages)) {
            signal.stops(run);
            RunSummary summary = run.run();
            if (quiet) {
                summary.bestPolicies().forEach(file -> messages.line("%s", file));
            } else {
                messages.summary(summary);
            }
        } catch (RuntimeException failure) {
            if (!signal.isRaised()) {
                throw failure;
            }
            // the JVM goes down: whoever would say it may or may not get to it
            Main.report(failure, spec.commandLine());
        } finally {
            if (printed != null) {
                printed.close();
                printed.notice().ifPresent(notice -> tell(() -> messages.text(notice)));
            }
        }
    }

    private void tell(Runnable line) {
        if (!quiet) {
            line.run();
        }
    }

    private TrainingRun start(StopSignal signal, Messages messages) {
        GameChoice choice = GameChoice.of(game.name());
        ConfigDraft draft = draft(choice);
        RunDirectory directory = RunDirectory.create(draft.config(), LocalDateTime.now());
        signal.abandons(directory::discard);
        printed = GameOutput.into(directory);
        TrainingConfig config = new RunTuning(
                        draft, choice.playable(draft.config().isolated()), directory)
                .tune(signal::isRaised, text -> tell(() -> messages.text(text)));
        tell(() -> messages.begin(choice.name(), config, directory));
        try {
            return TrainingRun.start(config, choice.playable(config.isolated()), directory, messages.display(quiet));
        } catch (RuntimeException | Error failure) { // a game may lack a library
            directory.discard();
            throw failure;
        }
    }

    /** Isolated instances are slow to begin and large: as many as there are cores, unless somebody wants others. */
    private ConfigDraft draft(GameChoice choice) {
        ConfigLoader loader = withOptions(game.loader(choice));
        ConfigDraft draft = loader.draft();
        if (!draft.config().isolated() || !draft.isOpen("rollout.instances")) {
            return draft;
        }
        int cores = Runtime.getRuntime().availableProcessors();
        loader.setText("rollout.instances", String.valueOf(cores), "isolated");
        if (draft.isOpen("rollout.horizon")) {
            RolloutConfig usual = draft.config().rollout();
            int horizon = usual.horizon() * Math.max(1, usual.instances() / cores);
            loader.setText("rollout.horizon", String.valueOf(horizon), "isolated");
        }
        return loader.draft();
    }

    private TrainingRun goOn(Messages messages) {
        RunDirectory directory = RunDirectory.open(resume);
        GameChoice choice = GameChoice.of(requireSameGame(ConfigLoader.gameOf(directory.config())));
        TrainingConfig begun = begun(choice, directory);
        TrainingConfig config =
                withOptions(game.loader(choice, directory.config())).draft().choosingAs(begun);
        requireSameRun(begun, config);
        printed = GameOutput.into(directory);
        tell(() -> messages.line("Going on with %s", directory));
        RunningEpisodes episodes = restartEpisodes ? RunningEpisodes.RESTART : RunningEpisodes.CONTINUE;
        return TrainingRun.resume(
                config, choice.playable(config.isolated()), directory, messages.display(quiet), episodes);
    }

    private String requireSameGame(String begunWith) {
        if (game.name() != null && !game.name().equals(begunWith)) {
            throw misuse("The run '" + resume + "' is of game '" + PrintableText.line(begunWith) + "', but '"
                    + game.name() + "' was named; leave the game out.");
        }
        return begunWith;
    }

    private static TrainingConfig begun(GameChoice choice, RunDirectory directory) {
        return ConfigLoader.forGame(choice.name(), choice.factory().settings())
                .file(directory.config())
                .load();
    }

    /** What has been used up by now can't be changed any more: it would be recorded, and not be so. */
    private void requireSameRun(TrainingConfig begun, TrainingConfig now) {
        if (!restartEpisodes && !begun.settings().equals(now.settings())) {
            throw misuse("The run '" + resume + "' has the settings " + begun.settings() + ", and was to go on with "
                    + now.settings() + ": with those its running episodes can't go on. Let all instances begin new"
                    + " episodes by --restart-episodes, or leave the settings as they are.");
        }
        List<String> faults = new ArrayList<>();
        if (!restartEpisodes && !begun.evaluationSettings().equals(now.evaluationSettings())) {
            faults.add("evaluations are played with the settings " + begun.evaluationSettings()
                    + ", and with others their scores couldn't be compared: those would be "
                    + now.evaluationSettings());
        }
        if (begun.seed() != now.seed()) {
            faults.add("seed is " + begun.seed() + ", and can't become " + now.seed());
        }
        if (!begun.network().initialPolicies().equals(now.network().initialPolicies())) {
            faults.add("network.initialPolicies (--init-from) are for the beginning of a run, and it began with "
                    + begun.network().initialPolicies());
        }
        NetworkConfig network = begun.toBuilder()
                .network(changed -> changed.initialPolicies(now.network().initialPolicies()))
                .build()
                .network();
        if (!network.equals(now.network())) {
            faults.add("network is " + begun.network() + ", and can't become " + now.network()
                    + ": other networks would have to learn anew");
        }
        if (begun.normalization().observations() != now.normalization().observations()
                || begun.normalization().rewards() != now.normalization().rewards()) {
            faults.add("normalization is " + begun.normalization() + ", and can't become " + now.normalization()
                    + ": what was learned is worth nothing on another scale");
        }
        if (begun.rollout().instances() != now.rollout().instances()) {
            faults.add("rollout.instances is " + begun.rollout().instances() + ", and can't become "
                    + now.rollout().instances());
        }
        if (!lessons(begun).isEmpty() && !lessons(begun).equals(lessons(now))) {
            faults.add("curriculum.lessons are " + lessons(begun) + ", and can't become " + lessons(now)
                    + "; their settings and conditions may change");
        }
        if (!begun.run().id().equals(now.run().id())) {
            faults.add("run.id says which run it is");
        }
        if (!begun.run().name().equals(now.run().name())
                || !begun.run().directory().equals(now.run().directory())) {
            faults.add("run.name and run.directory say where it is kept");
        }
        if (begun.tuning().seconds() != now.tuning().seconds()) {
            faults.add("tuning.seconds (--tune) is for the beginning of a run, which keeps what was chosen for it");
        }
        if (!faults.isEmpty()) {
            throw misuse("The run '" + resume + "' goes on as it is: " + String.join("; ", faults)
                    + ". Train anew instead.");
        }
    }

    private static List<String> lessons(TrainingConfig config) {
        return config.curriculum().lessons().stream().map(LessonConfig::name).toList();
    }

    private ConfigLoader withOptions(ConfigLoader loader) {
        ConfiguredGame.set(loader, "seed", seed, "--seed");
        ConfiguredGame.set(loader, "ppo.totalSteps", steps, "--steps");
        ConfiguredGame.set(loader, "rollout.threads", threads, "--threads");
        ConfiguredGame.set(loader, "learner.device", device, "--device");
        ConfiguredGame.set(loader, "tuning.seconds", tuningSeconds, "--tune");
        ConfiguredGame.set(loader, "ppo.objective", objective, "--objective");
        if (!initialPolicies.isEmpty()) {
            loader.setTexts("network.initialPolicies", initialPolicies, "--init-from");
        }
        if (!references.isEmpty()) {
            loader.setTexts("ppo.reference.policies", references, "--reference");
        }
        ConfiguredGame.set(loader, "faults.onGameFault", onFault, "--on-fault");
        ConfiguredGame.set(loader, "run.name", name, "--name");
        ConfiguredGame.set(loader, "run.directory", runs, "--runs");
        return loader;
    }

    private void requireConsistentOptions() {
        if (resume == null) {
            game.required();
        }
        if (resume == null && restartEpisodes) {
            throw misuse("--restart-episodes is for a run that goes on: give --resume too.");
        }
        if (resume != null && tuningSeconds != null) {
            throw misuse("--tune is for a new run: one that goes on keeps what was chosen for it.");
        }
        if (resume != null && (name != null || runs != null || seed != null)) {
            throw misuse("--resume goes on with a run as it is: leave out --seed, --name and --runs.");
        }
    }
}

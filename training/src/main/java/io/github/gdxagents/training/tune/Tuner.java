package io.github.gdxagents.training.tune;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.device.LearningDevice;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Chooses what a new run's configuration leaves open, from some seconds of measurement. Read {@link #tune} first.
 *
 * <p>First the game is played by different numbers of threads and instances, then a {@link StandIn} of it is learned from in different
 * ways. What is chosen may be another each time; so it becomes part of the run's configuration, and a run that goes on or is repeated
 * with that configuration measures nothing.
 *
 * <p>Thread safety: none.
 */
public final class Tuner {
    private static final double COLLECTION_SHARE = 0.5;

    private final ConfigDraft draft;
    private final TrainingConfig config;
    private final SimulationFactory game;
    private final Findings findings = new Findings();
    private final CollectionChoices collection;
    private LearningDevice bestDevice;

    /**
     * Prepares it.
     *
     * @param draft of a new run
     * @param game makes instances
     * @param cores that the machine has, at least 1
     */
    public Tuner(ConfigDraft draft, SimulationFactory game, int cores) {
        this.draft = draft;
        this.game = game;
        config = draft.config();
        collection = CollectionChoices.of(draft, cores);
    }

    /**
     * Chooses. Takes about {@code tuning.seconds}; longer where a single step of the game or a single update does, and no time if there
     * is nothing to choose. With {@code learner.inference: device} nothing is measured either: what is open becomes what is sensible.
     *
     * @param watch is told, and asked whether to end before; the choices mean nothing then
     * @return the configuration with all choices; as it was if {@code tuning.seconds} is 0
     * @throws io.github.gdxagents.training.ppo.device.DeviceException if it is to learn on a GPU and there is none
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation; all instances but one
     *     that is stuck are disposed by then
     * @throws IllegalArgumentException if a policy file that the configuration names can't be read or doesn't fit
     */
    public Tuning tune(TuningWatch watch) {
        LearningDevice.choose(given()); // before a game is played for nothing
        if (draft.open().isEmpty()) {
            return Tuning.silent(config);
        }
        if (config.tuning().seconds() == 0) {
            return new Tuning(config, Untuned.text(config, "tuning.seconds is 0"), List.of());
        }
        LearningChoices most = learning(collection.start());
        if (!collection.isAny() && !most.isAny()) {
            return unmeasured(most, "");
        }
        return canBeMeasured() ? measure(watch) : unmeasured(most, "learner.inference is device");
    }

    /** What is open, or needs no GPU, need not be looked for. */
    private Device given() {
        return config.learner().device() == Device.GPU ? Device.GPU : Device.CPU;
    }

    /** With a reason if that may surprise. */
    private Tuning unmeasured(LearningChoices most, String reason) {
        TrainingConfig sensible = config.with(rollout(collection.start()), most.otherwise());
        String message = missingGpu() + (reason.isEmpty() ? "" : Untuned.text(sensible, reason));
        return new Tuning(sensible, message.stripTrailing(), List.of());
    }

    /** Networks on the learning device wait for each other: what collecting costs is not the workers' affair alone. */
    private boolean canBeMeasured() {
        return config.learner().inference() == InferenceDevice.CPU;
    }

    private Tuning measure(TuningWatch watch) {
        watch.begins(config.tuning().seconds());
        Budget budget = new Budget(System::nanoTime, config.tuning().seconds(), watch::isStopWanted);
        GameLab lab = new GameLab(config, game, budget.part(COLLECTION_SHARE), findings);
        CollectionTuner collector = new CollectionTuner(lab, collection);
        Collecting collecting = collector.choose();
        TrainingConfig collected = config.with(rollout(collecting), config.learner());
        StandIn.Factory standIn = new StandIn.Factory(collector.agents(), game.settings());
        try (LearningTuner learner = new LearningTuner(collected, standIn, budget.part(1), findings)) {
            LearnerConfig chosen = learner.choose(learning(collecting));
            TrainingConfig tuned = collected.with(collected.rollout(), chosen);
            return new Tuning(
                    tuned,
                    missingGpu()
                            + choices(budget.spent(), collecting, chosen)
                            + limit(lab.cost(collecting), learner.cost(), chosen.device())
                            + failures(learner.failures()),
                    findings.lines());
        }
    }

    private LearningChoices learning(Collecting collecting) {
        return LearningChoices.of(
                draft, collecting.threads(), () -> bestDevice().device().isGpu());
    }

    /** Asked only if it matters: that wakes a GPU up. */
    private LearningDevice bestDevice() {
        if (bestDevice == null) {
            bestDevice = LearningDevice.choose(Device.AUTO);
        }
        return bestDevice;
    }

    /** Why there is no GPU, where one might be expected: the trainer will not know that it was looked for. */
    private String missingGpu() {
        if (!draft.isOpen(ConfigDraft.DEVICE) || bestDevice().device().isGpu()) {
            return "";
        }
        return bestDevice().notice().map(notice -> notice + "\n").orElse("");
    }

    /** A number of threads that was given stays as it was written: 0 is one per core on another machine too. */
    private RolloutConfig rollout(Collecting collecting) {
        return draft.isOpen(ConfigDraft.THREADS)
                ? collecting.config()
                : collecting.with(config.rollout().threads()).config();
    }

    private static String choices(double seconds, Collecting collecting, LearnerConfig learner) {
        return String.format(
                Locale.ROOT,
                "Tuned in %.1f s: %s x %s, minibatches %s.",
                seconds,
                collecting,
                Words.count(collecting.crowd().horizon(), "decision"),
                LearningTuner.text(learner));
    }

    private static String failures(List<String> lines) {
        return lines.isEmpty() ? "" : "\n" + String.join("\n", lines);
    }

    private static String limit(CollectionCost collection, OptionalDouble learning, Device device) {
        if (learning.isEmpty()) {
            return "";
        }
        Shares shares = Shares.of(collection, learning.getAsDouble());
        Limit limit = shares.limit(device == Device.GPU);
        return String.format(
                Locale.ROOT,
                " %s limits this run (%.0f %% of the time): %s.",
                limit.title(),
                100 * shares.largest(),
                limit.advice());
    }
}

package io.github.gdxagents.training.tool.tune;

import static io.github.gdxagents.training.metrics.NumberText.count;
import static io.github.gdxagents.training.metrics.NumberText.format;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tool.Part;
import io.github.gdxagents.training.tool.tune.CollectionTuner.CollectionChoice;
import io.github.gdxagents.training.tool.tune.CollectionTuner.CollectionCost;
import io.github.gdxagents.training.tool.tune.LearnerTuner.LearnerChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Chooses what a new run's configuration leaves open, from some seconds of measurement. Read {@link #tune} first.
 *
 * <p>First the game is played by different numbers of threads and instances, then a {@link SyntheticGame} like it is learned from in
 * different ways. What is chosen may be another each time; so it becomes part of the run's configuration, and a run that goes on or is
 * repeated with that configuration measures nothing.
 */
public final class Tuner {
    private static final double COLLECTION_SHARE = 0.5;

    private final ConfigDraft draft;
    private final TrainingConfig config;
    private final SimulationFactory game;
    private final CollectionTuner collection;
    private final List<String> findings = new ArrayList<>();
    private LearningDevice bestDevice;

    /** For a new run on a machine with so many cores, at least 1. */
    public Tuner(ConfigDraft draft, SimulationFactory game, int cores) {
        this.draft = draft;
        this.game = game;
        config = draft.config();
        int most = game.needsOneThread() ? 1 : cores;
        collection = new CollectionTuner(draft, most, rollout -> new GameTrial(config, game, rollout), findings);
    }

    /**
     * Chooses. Takes about {@code tuning.seconds}; longer where a single step of the game or a single update does, and no time if there
     * is nothing to choose. With {@code learner.inference: device} nothing is measured either: what is open becomes what is sensible.
     *
     * @param isStopWanted asked again and again, by this thread, whether to end before; the choices mean nothing then
     * @return the configuration with all choices; as it was if {@code tuning.seconds} is 0
     * @throws io.github.gdxagents.training.tensor.DeviceException if it is to learn on a GPU and there is none
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation; all instances but one
     *     that is stuck are disposed by then
     * @throws IllegalArgumentException if a policy file that the configuration names can't be read or doesn't fit
     */
    public TuningResult tune(Consumer<String> announcement, BooleanSupplier isStopWanted) {
        boolean isGpuWanted = config.learner().device() == Device.GPU;
        LearningDevice.choose(isGpuWanted ? Device.GPU : Device.CPU); // fails before a game is played for nothing
        if (draft.open().isEmpty()) {
            return new TuningResult(config, "", List.of());
        }
        if (config.tuning().seconds() == 0) {
            return new TuningResult(config, nothingMeasured("tuning.seconds is 0", config), List.of());
        }
        LearnerTuner learner = learner(collection.start);
        if (!collection.hasChoice() && !learner.hasChoice()) {
            return unmeasured(learner, "");
        }
        // networks on the learning device wait for each other: what collecting costs is not the workers' affair alone
        return config.learner().inference() == InferenceDevice.CPU
                ? measure(announcement, isStopWanted)
                : unmeasured(learner, "learner.inference is device");
    }

    private LearnerTuner learner(RolloutConfig collecting) {
        return new LearnerTuner(
                draft, collecting.threads(), () -> bestDevice().device().isGpu());
    }

    /** Asked only if it matters: that wakes a GPU up. */
    private LearningDevice bestDevice() {
        if (bestDevice == null) {
            bestDevice = LearningDevice.choose(Device.AUTO);
        }
        return bestDevice;
    }

    /** With a reason if that may surprise. */
    private TuningResult unmeasured(LearnerTuner learner, String reason) {
        TrainingConfig sensible = config.with(withThreadsAsGiven(collection.start), learner.unmeasured);
        String message = missingGpu() + (reason.isEmpty() ? "" : nothingMeasured(reason, sensible));
        return new TuningResult(sensible, message.stripTrailing(), List.of());
    }

    private TuningResult measure(Consumer<String> announcement, BooleanSupplier isStopWanted) {
        double seconds = config.tuning().seconds();
        announcement.accept(format("Measuring what is fastest on this machine, for about %.1f s", seconds));
        TuningBudget budget = new TuningBudget(System::nanoTime, seconds, isStopWanted);
        CollectionChoice collecting = collection.choose(budget.part(COLLECTION_SHARE));
        TrainingConfig collected = config.with(withThreadsAsGiven(collecting.rollout()), config.learner());
        SyntheticGame.Factory synthetic = new SyntheticGame.Factory(collecting.agents(), game.settings());
        LearnerChoice learning = learner(collecting.rollout()).choose(collected, synthetic, budget.part(1), findings);
        TrainingConfig tuned = config.with(collected.rollout(), learning.learner());
        return new TuningResult(tuned, message(budget.spent(), collecting, learning), findings);
    }

    /** A number of threads that was given stays as it was written: 0 is one per core on another machine too. */
    private RolloutConfig withThreadsAsGiven(RolloutConfig chosen) {
        return draft.isOpen(ConfigDraft.THREADS)
                ? chosen
                : new RolloutConfig(
                        chosen.instances(), chosen.horizon(), config.rollout().threads());
    }

    private static String nothingMeasured(String reason, TrainingConfig config) {
        return "Nothing was measured, since " + reason + ": " + text(config.rollout(), config.learner()) + ".";
    }

    private String message(double seconds, CollectionChoice collecting, LearnerChoice learning) {
        LearnerConfig learner = learning.learner();
        String choices = format("%sTuned in %.1f s: %s.", missingGpu(), seconds, text(collecting.rollout(), learner));
        return choices
                + limit(collecting.cost(), learning.cost(), learner.device())
                + learning.failures().stream().map("\n"::concat).collect(Collectors.joining());
    }

    /** Why there is no GPU, where one might be expected: the trainer will not know that it was looked for. */
    private String missingGpu() {
        if (!draft.isOpen(ConfigDraft.DEVICE) || bestDevice().device().isGpu()) {
            return "";
        }
        return bestDevice().notice().map(notice -> notice + "\n").orElse("");
    }

    /** What most of a run's time goes into and what would help most; nothing if what it goes into was not measured: NaN. */
    static String limit(CollectionCost collection, double learning, Device device) {
        if (Double.isNaN(learning + collection.simulationShare() * collection.seconds())) {
            return "";
        }
        double simulation = collection.simulationShare() * collection.seconds();
        double inference = collection.seconds() - simulation;
        double most = Math.max(learning, Math.max(simulation, inference));
        Part limit = most == simulation ? Part.SIMULATION : most == inference ? Part.INFERENCE : Part.LEARNING;
        String help = limit == Part.LEARNING && device == Device.GPU
                ? "larger minibatches (ppo.minibatchSize) or fewer epochs (ppo.epochs)"
                : (limit == Part.LEARNING ? "" : "more cores, or ") + limit.remedy;
        return format(
                " %S%s limits this run (%.0f %% of the time): %s would help most.",
                limit.subject.substring(0, 1),
                limit.subject.substring(1),
                100 * most / (collection.seconds() + learning),
                help);
    }

    private static String text(RolloutConfig rollout, LearnerConfig learner) {
        return text(rollout) + " x " + count(rollout.horizon(), "decision") + ", minibatches " + text(learner)
                + (learner.device() == Device.AUTO ? ", or the GPU if there is one" : "");
    }

    /** For example {@code 1 thread, 32 instances}. */
    static String text(RolloutConfig rollout) {
        return count(rollout.threadCount(), "thread") + ", " + count(rollout.instances(), "instance");
    }

    /** For example {@code in 2 shards, on the CPU}. */
    static String text(LearnerConfig learner) {
        return (learner.shards() == 1 ? "in one piece" : "in " + learner.shards() + " shards") + ", on the "
                + (learner.device() == Device.GPU ? "GPU" : "CPU");
    }

    /**
     * What was chosen for a run.
     *
     * @param message for the user, what was chosen and what limits the run; empty if nothing had to be measured
     * @param findings what was measured, a line each
     */
    public record TuningResult(TrainingConfig config, String message, List<String> findings) {
        public TuningResult {
            findings = List.copyOf(findings);
        }
    }
}

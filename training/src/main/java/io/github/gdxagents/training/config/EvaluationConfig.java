package io.github.gdxagents.training.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How the policy is evaluated: on instances of its own, with the same seeds each time, which training never uses.
 *
 * @param everyIterations iterations from one evaluation to the next, or 0 for none but the last and those near the target
 * @param episodes of each evaluation, at least 1
 * @param seed of the episodes; those of the final evaluation derive from it too, but are others
 * @param finalEpisodes of the evaluation at the end of the run, at least 1
 * @param targetReturn mean return whose first reaching is reported; {@code .inf} for none
 * @param nearTarget how often when it is near
 * @param stopAtTarget whether the run ends there
 * @param settings of the game that differ from those of the last lesson, by name; drawn for each episode from its seed
 */
public record EvaluationConfig(
        @Key("iterations between evaluations, 0 = only at the end")
        int everyIterations,

        @Key("of each evaluation") int episodes,

        @Key("of the episodes, apart from those of training")
        long seed,

        @Key("at the end of the run, none seen before") int finalEpisodes,

        @Key("mean return whose first reaching is reported, .inf = none")
        double targetReturn,

        NearTargetConfig nearTarget,

        @Key("whether the run ends there") boolean stopAtTarget,

        @Key("of the game, where they differ from the last lesson's")
        Map<String, SettingValue> settings) {
    /** The return of each is kept. */
    public static final int MOST_EPISODES = 1_000_000;

    public EvaluationConfig {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        Faults faults = new Faults();
        faults.require(
                everyIterations >= 0, "evaluation.everyIterations", "at least 1, or 0 for none", everyIterations);
        faults.inRange("evaluation.episodes", episodes, 1, MOST_EPISODES);
        faults.inRange("evaluation.finalEpisodes", finalEpisodes, 1, MOST_EPISODES);
        faults.require(
                targetReturn > Double.NEGATIVE_INFINITY, // not NaN either
                "evaluation.targetReturn",
                "a finite number, or .inf for none",
                targetReturn);
        faults.throwIfAny();
    }

    public interface Builder extends ConfigBuilder<EvaluationConfig> {
        Builder everyIterations(int everyIterations);

        Builder episodes(int episodes);

        Builder seed(long seed);

        Builder finalEpisodes(int finalEpisodes);

        Builder targetReturn(double targetReturn);

        Builder nearTarget(NearTargetConfig nearTarget);

        Builder nearTarget(Consumer<NearTargetConfig.Builder> change);

        Builder stopAtTarget(boolean stopAtTarget);

        Builder settings(Map<String, SettingValue> settings);
    }
}

package io.github.gdxagents.training.curriculum;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.config.ConditionConfig;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.CurriculumConfig;
import io.github.gdxagents.training.config.LessonConfig;
import io.github.gdxagents.training.config.SettingValue;
import io.github.gdxagents.training.config.Suggestions;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.EpisodeSettings;
import io.github.gdxagents.training.rollout.InstanceFactory;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries before a run what would otherwise stop it in the midst: whether the game takes the settings that it will be given, at the ends of
 * each range and in between, and whether it has the figures that lessons wait for.
 *
 * <p>Where neither lessons nor ranges are configured it does nothing.
 */
public final class CurriculumCheck {
    private final TrainingConfig config;
    private final SimulationFactory game;
    private final InstanceFactory instances;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final Set<SimulationSettings> tried = new HashSet<>();
    /** Of the first instance that could be made; empty if none could. */
    private List<BehaviorSpec> behaviors = List.of();

    private CurriculumCheck(TrainingConfig config, SimulationFactory game) {
        this.config = config;
        this.game = game;
        instances = new InstanceFactory(
                game::create, Duration.ofSeconds(config.faults().watchdogSeconds()));
    }

    /**
     * Checks a configuration against its game.
     *
     * @throws ConfigException with all faults
     * @throws IllegalArgumentException if the game has no such setting
     */
    public static void require(TrainingConfig config, SimulationFactory game) {
        List<LessonConfig> lessons = config.curriculum().lessons();
        boolean isVaried = config.settings().values().stream().anyMatch(value -> !value.isConstant());
        if (!lessons.isEmpty() || isVaried || !config.evaluation().settings().isEmpty()) {
            new CurriculumCheck(config, game).run(lessons);
        }
    }

    private void run(List<LessonConfig> lessons) {
        for (int i = 0; i < Math.max(1, lessons.size()); i++) {
            String key = lessons.isEmpty() ? "settings" : CurriculumConfig.key(i) + ".settings";
            tryAll(key, config.settingsOf(i));
        }
        tryAll("evaluation.settings", config.evaluationSettings());
        for (int i = 0; i < lessons.size() && !behaviors.isEmpty(); i++) {
            if (lessons.get(i).until() != null) {
                check(CurriculumConfig.key(i) + ".until", lessons.get(i).until());
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }

    /** The middle of all, then every setting that is drawn at its ends, while the others stay in the middle. */
    private void tryAll(String key, Map<String, SettingValue> values) {
        EpisodeSettings settings = new EpisodeSettings(game.settings(), values);
        tryOne(key, settings.middle());
        settings.drawn()
                .forEach((name, value) -> value.samples()
                        .mapToObj(sample -> settings.middle().with(name, sample))
                        .forEach(each -> tryOne(key + "." + name, each)));
    }

    private void tryOne(String key, SimulationSettings settings) {
        if (!tried.add(settings)) {
            return;
        }
        try {
            RecordedSimulation made = instances.make(0, "an instance", settings);
            if (behaviors.isEmpty()) {
                behaviors =
                        made.agents().stream().map(Agent::behavior).distinct().toList();
            }
            instances.dispose(made, "an instance to try settings");
        } catch (SimulationFault refused) {
            boolean isWhole = refused.getMessage().contains("must be a whole number");
            faults.add(new ConfigFault(
                    key,
                    "the game doesn't take " + settings.asMap() + ": " + refused.getMessage()
                            + (isWhole ? "; give whole numbers: {choice: [1, 2, 3]}" : "")));
        }
    }

    private void check(String key, ConditionConfig until) {
        List<String> names = behaviors.stream().map(BehaviorSpec::name).toList();
        int watched = Curriculum.watched(until, behaviors);
        if (watched < 0) {
            faults.add(new ConfigFault(
                    key + ".behavior",
                    until.behavior().isEmpty()
                            ? "must say whose episodes count, since the game has several behaviors: "
                                    + String.join(", ", names)
                            : "the game has no behavior '" + until.behavior() + "'; it has "
                                    + String.join(", ", names)));
            return;
        }
        List<String> statistics = behaviors.get(watched).statistics();
        if (!until.statistic().isEmpty() && !statistics.contains(until.statistic())) {
            String there = statistics.isEmpty() ? "it has none" : "it has " + String.join(", ", statistics);
            String remedy = Suggestions.nearest(until.statistic(), statistics)
                    .map(near -> "did you mean " + near + "?")
                    .orElse(there + "; a game declares them by BehaviorSpec.Builder.statistics");
            faults.add(new ConfigFault(
                    key + ".statistic",
                    "behavior '" + names.get(watched) + "' has no statistic '" + until.statistic() + "': " + remedy));
        }
    }
}

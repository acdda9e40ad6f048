package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes lessons of nodes and collects whatever doesn't fit.
 *
 * @param settings the names that the game has
 * @param binder refuses unknown keys
 */
record LessonBinder(Collection<String> settings, RecordBinder binder, Faults faults) {
    private static final List<String> OF_LESSON = List.of("name", "settings", "until");
    private static final List<String> OF_CONDITION = List.of("return", "statistic", "atLeast", "episodes", "behavior");
    private static final String LESSON =
            "a lesson such as {name: flat, settings: {}, until: {return: 100, episodes: 100}}";
    private static final String CONDITION =
            "{return: 100, episodes: 100} or {statistic: NAME, atLeast: 0.8, episodes: 100}";

    /** The lessons of a list, or null if one has a fault. */
    List<LessonConfig> bind(ConfigNode node) {
        if (!(node instanceof ConfigNode.Sequence sequence)) {
            return faults.refuse(CurriculumConfig.LESSONS, "a list of lessons, - name: flat", node);
        }
        List<LessonConfig> lessons = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            lessons.add(lesson(sequence.items().get(i), CurriculumConfig.key(i)));
        }
        return lessons.contains(null) ? null : lessons;
    }

    private LessonConfig lesson(ConfigNode node, String key) {
        if (!(node instanceof ConfigNode.Mapping group)) {
            return faults.refuse(key, LESSON, node);
        }
        binder.refuseOthers(group, OF_LESSON, key + ".");
        String name = text(group, "name", key);
        Map<String, SettingValue> own = settings(group, key + ".settings");
        ConfigNode until = group.get("until");
        ConditionConfig condition = until == null ? null : condition(until, key + ".until");
        boolean isWhole = name != null && own != null && (until == null || condition != null);
        return isWhole ? made(group, key, () -> new LessonConfig(name, own, condition)) : null;
    }

    private Map<String, SettingValue> settings(ConfigNode.Mapping lesson, String key) {
        ConfigNode node = lesson.get("settings");
        if (node == null || node.isEmpty()) {
            return Map.of();
        }
        return node instanceof ConfigNode.Mapping group
                ? binder.settings(group, key + ".")
                : faults.refuse(key, "a group of keys", node);
    }

    private ConditionConfig condition(ConfigNode node, String key) {
        if (!(node instanceof ConfigNode.Mapping group)) {
            return faults.refuse(key, CONDITION, node);
        }
        binder.refuseOthers(group, OF_CONDITION, key + ".");
        boolean isOfReturn = group.get("return") != null;
        if (isOfReturn == (group.get("statistic") != null)) {
            faults.add(new ConfigFault(key, "must have either return or statistic: " + CONDITION).at(node));
            return null;
        }
        if (isOfReturn && group.get("atLeast") != null) {
            faults.add(
                    new ConfigFault(key + ".atLeast", "goes with statistic; return has its number itself: " + CONDITION)
                            .at(group.get("atLeast")));
            return null;
        }
        String statistic = isOfReturn ? "" : text(group, "statistic", key);
        String behavior = group.get("behavior") == null ? "" : text(group, "behavior", key);
        Double atLeast = (Double) value(double.class, group, isOfReturn ? "return" : "atLeast", key);
        Integer episodes = group.get("episodes") == null
                ? Integer.valueOf(ConditionConfig.USUAL_EPISODES)
                : (Integer) value(int.class, group, "episodes", key);
        boolean isWhole = statistic != null && behavior != null && atLeast != null && episodes != null;
        return isWhole ? made(group, key, () -> new ConditionConfig(behavior, statistic, atLeast, episodes)) : null;
    }

    private String text(ConfigNode.Mapping group, String name, String key) {
        return (String) value(String.class, group, name, key);
    }

    /** Null if it is missing or no such value. */
    private Object value(Class<?> type, ConfigNode.Mapping group, String name, String key) {
        ConfigNode node = group.get(name);
        Object value = node == null ? null : ScalarValues.read(type, node);
        if (node == null) {
            faults.add(new ConfigFault(key + "." + name, "must be " + ScalarValues.expected(type) + ", but is missing")
                    .at(group));
        } else if (value == null) {
            faults.refuse(key + "." + name, ScalarValues.expected(type), node);
        }
        return value;
    }

    private <T> T made(ConfigNode.Mapping group, String key, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (ConfigException e) {
            faults.addAll(e, fault -> {
                ConfigNode within = group.get(fault.key());
                return fault.at(within == null ? group : within).within(key);
            });
            return null;
        }
    }
}

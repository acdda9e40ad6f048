package io.github.gdxagents.training.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the objective of what was written: a name, or a group with {@code name} and the options that this objective declares.
 *
 * <p>The last name that is given chooses it. Options given along with a name are those of that objective; options without a name are those
 * of the chosen one, whichever is given first: {@code --objective kl-penalty --set ppo.objective.klTarget=0.01} means what it says, although
 * {@code --set} lies below.
 */
final class ObjectiveBinder {
    private static final String GROUP = "ppo";
    private static final String KEY = "objective";
    private static final String NAME = "name";

    private final ScheduleBinder schedules;
    private final Faults faults;

    ObjectiveBinder(ScheduleBinder schedules, Faults faults) {
        this.schedules = schedules;
        this.faults = faults;
    }

    /** Replaces the objective of merged layers by the one that these layers, from below to above, say. */
    static ConfigNode.Mapping resolve(ConfigNode.Mapping merged, List<ConfigNode.Mapping> layers) {
        List<ConfigNode> given = layers.stream()
                .map(layer -> layer.entries().get(GROUP))
                .filter(ConfigNode.Mapping.class::isInstance)
                .map(group -> ((ConfigNode.Mapping) group).entries().get(KEY))
                .filter(node -> node != null)
                .toList();
        return !given.isEmpty() && merged.entries().get(GROUP) instanceof ConfigNode.Mapping group
                ? merged.replace(GROUP, group.replace(KEY, resolve(given)))
                : merged;
    }

    private static ConfigNode resolve(List<ConfigNode> given) {
        ConfigNode chosen = given.get(0);
        for (ConfigNode node : given) {
            chosen = name(node) == null ? chosen : node;
        }
        if (!(name(chosen) instanceof ConfigNode.Scalar name)) {
            return chosen;
        }
        ConfigNode.Mapping objective = new ConfigNode.Mapping(Map.of(NAME, name), chosen.place());
        for (ConfigNode node : given) {
            if (node instanceof ConfigNode.Mapping options && (name(node) == null || isSame(name(node), name))) {
                objective = objective.with(options);
            }
        }
        return new ConfigNode.Mapping(objective.replace(NAME, name).entries(), chosen.place());
    }

    /** What stands where the name should, or null in a group without one. */
    private static ConfigNode name(ConfigNode node) {
        return node instanceof ConfigNode.Mapping group ? group.entries().get(NAME) : node;
    }

    private static boolean isSame(ConfigNode name, ConfigNode.Scalar other) {
        return name instanceof ConfigNode.Scalar scalar
                && scalar.text() != null
                && scalar.text().equals(other.text());
    }

    /** In place of an option with a fault it takes that option's default, in place of an unknown objective the default. */
    ObjectiveConfig bind(ConfigNode node, ConfigNode fallback) {
        ConfigNode name = name(node);
        if (!(name instanceof ConfigNode.Scalar scalar) || scalar.text() == null) {
            Object actual = name == null ? "missing" : name;
            refuse("", ObjectiveConfig.problemOfName(actual), name == null ? node : name);
            return fallBack(node, fallback);
        }
        Map<String, Schedule> options = new LinkedHashMap<>();
        Map<String, ConfigNode> written = new LinkedHashMap<>();
        if (node instanceof ConfigNode.Mapping group) {
            written.putAll(group.entries());
            written.remove(NAME);
            written.forEach((option, value) -> options.put(option, option(scalar.text(), option, value)));
        }
        try {
            return ObjectiveConfig.of(scalar.text(), options);
        } catch (ConfigException e) {
            for (ConfigFault fault : e.faults()) {
                refuse(fault.key(), fault.problem(), written.getOrDefault(fault.key(), name));
                options.remove(fault.key());
            }
            return ObjectiveCatalog.find(scalar.text()).isPresent()
                    ? ObjectiveConfig.of(scalar.text(), options)
                    : fallBack(node, fallback);
        }
    }

    /** What is no option of the objective is refused for its name, whatever its value. */
    private Schedule option(String objective, String name, ConfigNode value) {
        return ObjectiveCatalog.find(objective).map(ObjectiveDeclaration::options).orElse(List.of()).stream()
                .filter(option -> option.name().equals(name))
                .map(option -> new ConfigNode.Scalar(Double.toString(option.defaultValue()), value.place()))
                .map(fallback -> schedules.bind(value, fallback, ConfigKeys.OBJECTIVE + "." + name))
                .findFirst()
                .orElse(Schedule.constant(0));
    }

    private void refuse(String option, String problem, ConfigNode node) {
        String key = option.isEmpty() ? ConfigKeys.OBJECTIVE : ConfigKeys.OBJECTIVE + "." + option;
        faults.add(key, problem + " (" + node.place() + ")");
    }

    private ObjectiveConfig fallBack(ConfigNode node, ConfigNode fallback) {
        if (node == fallback) {
            throw new IllegalStateException("default of " + ConfigKeys.OBJECTIVE + " is wrong: " + node);
        }
        return bind(fallback, fallback);
    }
}

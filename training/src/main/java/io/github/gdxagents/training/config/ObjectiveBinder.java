package io.github.gdxagents.training.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the objective of what was written: a name, or a group with {@code name} and the options that this objective declares.
 *
 * <p>The last name that is given chooses it. Options given along with a name are those of that objective; options without a name are those
 * of the chosen one, whichever is given first: {@code --objective kl-penalty --set ppo.objective.klTarget=0.01} means what it says, although
 * {@code --set} lies below.
 */
final class ObjectiveBinder {
    private static final String NAME = "name";

    private ObjectiveBinder() {}

    /** Replaces the objective of merged layers by the one that these layers, from the defaults to above, say. */
    static ConfigNode.Mapping resolve(ConfigNode.Mapping merged, List<ConfigNode.Mapping> layers) {
        List<ConfigNode> given = layers.stream()
                .map(layer -> layer.get("ppo"))
                .filter(Objects::nonNull)
                .map(group -> group.get("objective"))
                .filter(Objects::nonNull)
                .toList();
        return merged.get("ppo") instanceof ConfigNode.Mapping group
                ? merged.replace("ppo", group.replace("objective", resolve(given)))
                : merged;
    }

    private static ConfigNode resolve(List<ConfigNode> given) {
        ConfigNode chosen = given.get(0);
        for (ConfigNode node : given) {
            chosen = name(node) == null ? chosen : node;
        }
        ConfigNode name = name(chosen);
        if (!(name instanceof ConfigNode.Scalar)) {
            return chosen;
        }
        ConfigNode.Mapping objective = new ConfigNode.Mapping(Map.of(NAME, name), chosen.place());
        for (ConfigNode node : given) {
            if (node instanceof ConfigNode.Mapping options && (name(node) == null || isSame(name, name(node)))) {
                objective = objective.with(options);
            }
        }
        return new ConfigNode.Mapping(objective.replace(NAME, name).entries(), chosen.place());
    }

    /** What stands where the name should, or null in a group without one. */
    private static ConfigNode name(ConfigNode node) {
        return node instanceof ConfigNode.Mapping ? node.get(NAME) : node;
    }

    private static boolean isSame(ConfigNode name, ConfigNode other) {
        return name.text() != null && name.text().equals(other.text());
    }

    /** In place of an option with a fault it takes that option's default; null if the objective is none. */
    static ObjectiveConfig bind(ConfigNode node, Faults faults) {
        ConfigNode name = name(node);
        if (name == null || name.text() == null) {
            String problem = ObjectiveConfig.problemOfName(name == null ? "missing" : name);
            faults.add(new ConfigFault(ConfigKeys.OBJECTIVE, problem).at(name == null ? node : name));
            return null;
        }
        Map<String, Schedule> options = new LinkedHashMap<>();
        if (node instanceof ConfigNode.Mapping group) {
            group.entries().forEach((option, value) -> {
                if (!option.equals(NAME)) {
                    options.put(option, option(name.text(), option, value, faults));
                }
            });
            options.values().removeIf(Objects::isNull);
        }
        try {
            return ObjectiveConfig.of(name.text(), options);
        } catch (ConfigException e) {
            faults.addAll(e, fault -> {
                ConfigNode option = node.get(fault.key());
                return fault.at(option == null ? name : option).within(ConfigKeys.OBJECTIVE);
            });
            e.faults().forEach(fault -> options.remove(fault.key()));
            return ObjectiveCatalog.find(name.text())
                    .map(objective -> {
                        options.keySet().retainAll(ObjectiveCatalog.optionsOf(objective));
                        return ObjectiveConfig.of(name.text(), options);
                    })
                    .orElse(null);
        }
    }

    /** What is no option of the objective will be refused for its name, whatever its value. */
    private static Schedule option(String objective, String name, ConfigNode value, Faults faults) {
        boolean isDeclared = ObjectiveCatalog.find(objective)
                .filter(found -> ObjectiveCatalog.optionsOf(found).contains(name))
                .isPresent();
        return isDeclared
                ? ScheduleBinder.bind(value, ConfigKeys.OBJECTIVE + "." + name, faults)
                : Schedule.constant(0);
    }
}

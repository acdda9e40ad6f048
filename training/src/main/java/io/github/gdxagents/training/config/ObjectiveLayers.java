package io.github.gdxagents.training.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the objective of a configuration together.
 *
 * <p>The last name that is given chooses it. Options given along with a name are those of that objective; options without a name are those
 * of the chosen one, whichever is given first: {@code --objective kl-penalty --set ppo.objective.klTarget=0.01} means what it says, although
 * {@code --set} lies below. Thread safety: stateless.
 */
final class ObjectiveLayers {
    private static final String GROUP = "ppo";
    private static final String KEY = "objective";
    private static final String NAME = "name";

    private ObjectiveLayers() {}

    /** Replaces the objective of merged layers by the one that these layers, from below to above, say. */
    static ConfigNode.Mapping resolve(ConfigNode.Mapping merged, List<ConfigNode.Mapping> layers) {
        List<ConfigNode> given = layers.stream()
                .map(layer -> layer.entries().get(GROUP))
                .filter(ConfigNode.Mapping.class::isInstance)
                .map(group -> ((ConfigNode.Mapping) group).entries().get(KEY))
                .filter(node -> node != null)
                .toList();
        if (given.isEmpty() || !(merged.entries().get(GROUP) instanceof ConfigNode.Mapping group)) {
            return merged;
        }
        Map<String, ConfigNode> ppo = new LinkedHashMap<>(group.entries());
        ppo.put(KEY, resolve(given));
        Map<String, ConfigNode> all = new LinkedHashMap<>(merged.entries());
        all.put(GROUP, new ConfigNode.Mapping(ppo, group.place()));
        return new ConfigNode.Mapping(all, merged.place());
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
        Map<String, ConfigNode> entries = new LinkedHashMap<>(objective.entries());
        entries.put(NAME, name);
        return new ConfigNode.Mapping(entries, chosen.place());
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
}

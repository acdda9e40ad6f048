package io.github.gdxagents.training.config;

import java.util.Collection;

/** Refuses keys that do not exist, each with the one that was probably meant. Thread safety: none. */
final class UnknownKeys {
    private final Collection<String> keys;
    private final Faults faults;

    /** {@code keys} are all that a configuration can have, dotted. */
    UnknownKeys(Collection<String> keys, Faults faults) {
        this.keys = keys;
        this.faults = faults;
    }

    /** Refuses what a group has besides the given names; {@code prefix} is that of its keys, with a dot, or empty. */
    void refuse(ConfigNode.Mapping group, Collection<String> names, String prefix) {
        group.entries().forEach((name, node) -> {
            if (!names.contains(name)) {
                String key = prefix + (name.isEmpty() ? "''" : name);
                faults.add(key, "unknown key, " + remedy(name, names, prefix) + " (" + node.place() + ")");
            }
        });
    }

    private String remedy(String name, Collection<String> names, String prefix) {
        if (prefix.isEmpty() && keys.contains(name)) {
            return "in YAML it is " + nested(name);
        }
        if (prefix.equals(ConfigKeys.SETTINGS)) {
            return names.isEmpty() ? "the game has no settings" : meant(name, names, prefix, names);
        }
        return meant(prefix + name, keys, "", names);
    }

    private static String nested(String key) {
        String[] parts = ConfigKeys.split(key);
        return String.join(": {", parts) + ": VALUE" + "}".repeat(parts.length - 1);
    }

    private static String meant(String name, Collection<String> valid, String prefix, Collection<String> names) {
        return Suggestions.nearest(name, valid)
                .map(near -> "did you mean " + prefix + near + "?")
                .orElse("possible here: " + String.join(", ", names));
    }
}

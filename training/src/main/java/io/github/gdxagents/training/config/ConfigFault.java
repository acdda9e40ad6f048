package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.PrintableText;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key the dotted key, or empty if the fault is not that of a key
 * @param problem what is wrong, what is expected and what was found
 */
public record ConfigFault(String key, String problem) {
    /** In a message, in characters: longer than any that there is. */
    private static final int LONGEST_KEY = 200;

    /** The same fault, with the place where it was written. */
    ConfigFault at(ConfigNode node) {
        return new ConfigFault(key, problem + " (" + node.place() + ")");
    }

    /** The same fault as one of a group, or of what is within; each key may be empty. */
    ConfigFault within(String group) {
        return new ConfigFault(group + (group.isEmpty() || key.isEmpty() ? "" : ".") + key, problem);
    }

    @Override
    public String toString() {
        // a stranger's key may have any character, and any number of them
        return PrintableText.line(key.isEmpty() ? problem : ConfigNode.shorten(key, LONGEST_KEY) + ": " + problem);
    }
}

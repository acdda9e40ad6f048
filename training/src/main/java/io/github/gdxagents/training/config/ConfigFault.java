package io.github.gdxagents.training.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key the dotted key, or empty if the fault is not that of a key
 * @param problem what is wrong, what is expected and what was found
 */
public record ConfigFault(String key, String problem) {
    @Override
    public String toString() {
        return key.isEmpty() ? problem : key + ": " + problem;
    }
}

package io.github.gdxagents.training.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key the dotted key, or empty if the fault is not that of a key
 * @param problem what is wrong, what is expected and what was found
 */
public record ConfigFault(String key, String problem) {
    /** The same fault, with the place where it was written. */
    ConfigFault at(String place) {
        return new ConfigFault(key, problem + " (" + place + ")");
    }

    @Override
    public String toString() {
        return key.isEmpty() ? problem : key + ": " + problem;
    }
}

package io.github.gdxagents.training.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the policy maximizes. In YAML it is a name, or {@code {name: kl-penalty, klTarget: 0.01}}.
 *
 * @param name of an {@link ObjectiveDeclaration} on the class path
 * @param options all that it declares, in its order
 */
public record ObjectiveConfig(String name, Map<String, Schedule> options) {
    /** Copies the options. */
    public ObjectiveConfig {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}

package io.github.gdxagents.training.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of training with settings of the game of its own.
 *
 * @param name for people: in messages, the progress line and the report
 * @param settings that differ from those of the run, by name
 * @param until what ends it, null for the last lesson alone
 */
public record LessonConfig(String name, Map<String, SettingValue> settings, ConditionConfig until) {
    private static final int LONGEST_NAME = 60;

    /** Copies the settings; a {@link ConfigException} if the name is no text on one line. */
    public LessonConfig {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        boolean isName =
                !name.isBlank() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
        new Faults()
                .require(isName, "name", "1 to " + LONGEST_NAME + " characters on one line", ConfigNode.quote(name))
                .throwIfAny();
    }
}

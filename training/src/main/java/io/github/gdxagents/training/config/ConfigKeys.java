package io.github.gdxagents.training.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists the keys that a configuration can have. */
final class ConfigKeys {
    /** Whose options depend on its name. */
    static final String OBJECTIVE = "ppo.objective";

    /** Before the name of a game's setting. */
    static final String SETTINGS = "settings.";

    private static final String OF_EVALUATION = "evaluation." + SETTINGS;

    private ConfigKeys() {}

    /** The parts of a dotted key; a dot in the name of a setting belongs to the name. */
    static String[] split(String key) {
        return key.split("\\.", key.startsWith(SETTINGS) ? 2 : key.startsWith(OF_EVALUATION) ? 3 : -1);
    }

    /**
     * All dotted keys that hold a value, among them {@code settings.} and {@code evaluation.settings.} with each name of the game's
     * settings, and the options of all objectives.
     */
    static List<String> all(Collection<String> settings) {
        List<String> keys = new ArrayList<>();
        collect(TrainingConfig.class, "", keys);
        settings.forEach(name -> keys.add(SETTINGS + name));
        settings.forEach(name -> keys.add(OF_EVALUATION + name));
        for (ObjectiveDeclaration objective : ObjectiveCatalog.all()) {
            ObjectiveCatalog.optionsOf(objective).forEach(option -> keys.add(OBJECTIVE + "." + option));
        }
        return keys.stream().distinct().toList();
    }

    private static void collect(Class<?> type, String prefix, List<String> keys) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + component.getName();
            if (isGroup(component.getType())) {
                collect(component.getType(), key + ".", keys);
            } else if (!key.equals("settings")) {
                keys.add(key);
            }
        }
    }

    static boolean isGroup(Class<?> type) {
        return type.isRecord() && type != ObjectiveConfig.class;
    }
}

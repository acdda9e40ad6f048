package io.github.gdxagents.training.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * The {@code config.yaml} of a run, for those who show runs: dotted keys and their values as text, whatever version wrote them, and without
 * the game's classes.
 *
 * @param yaml the file itself, with its comments
 * @param values by dotted key, as they are written
 */
public record SavedConfig(String yaml, Map<String, String> values) {
    /**
     * Reads a file as a run writes it.
     *
     * @throws MetricsException if it can't be read or is no YAML
     */
    public static SavedConfig read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new MetricsException(
                    "Can't read the configuration '" + file + "': " + e + ". Give the folder of a run, such as"
                            + " runs/lander/20260131-120000-seed1.",
                    e);
        }
        try {
            return parse(text);
        } catch (JacksonException e) {
            throw new MetricsException("The configuration '" + file + "' is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads YAML as a run writes it.
     *
     * @throws JacksonException if it is no YAML
     */
    public static SavedConfig parse(String yaml) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), yaml)) {
            if (parser.nextToken() != null) {
                collect(parser, "", values);
            }
        }
        return new SavedConfig(yaml, values);
    }

    /** {@return whether a key is true in YAML as a run writes it; false of anything else} */
    public static boolean isTrue(String key, String yaml) {
        try {
            return Boolean.parseBoolean(parse(yaml).text(key, "false"));
        } catch (JacksonException strange) { // nobody knows who wrote it
            return false;
        }
    }

    private static void collect(JsonParser parser, String key, Map<String, String> values) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                collect(parser, key.isEmpty() ? name : key + "." + name, values);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                collect(parser, key + "." + i, values);
            }
        } else if (token != JsonToken.VALUE_NULL) {
            values.put(key, parser.getString());
        }
    }

    /** {@return the value of a dotted key as it is written, {@code otherwise} if there is no such key} */
    public String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /** {@return the number of a dotted key, {@code otherwise} if there is no such key, or no number} */
    public double number(String key, double otherwise) {
        String text = values.getOrDefault(key, "").replace("_", "").toLowerCase(Locale.ROOT);
        try {
            return Double.parseDouble(text.replace(".inf", "Infinity")); // as Java writes it
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}

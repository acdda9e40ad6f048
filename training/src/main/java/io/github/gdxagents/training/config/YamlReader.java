package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads YAML into nodes that know their line.
 *
 * <p>Faults of the syntax and keys that appear twice are collected; what was read up to a syntax fault is lost. Thread safety: none.
 */
final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String source;
    private final boolean hasLines;
    private final Faults faults;

    /** Reads from a named source; {@code hasLines} is false for an option, whose lines mean nothing. */
    YamlReader(String source, boolean hasLines, Faults faults) {
        this.source = source;
        this.hasLines = hasLines;
        this.faults = faults;
    }

    /** Reads a file's content: a group of keys, empty if the file is or if it has a fault. */
    ConfigNode.Mapping readFile(String text) {
        ConfigNode node = readValue(text, "");
        if (node instanceof ConfigNode.Mapping mapping) {
            return mapping;
        }
        if (!(node instanceof ConfigNode.Scalar scalar && scalar.text() == null)) {
            faults.add("", "a configuration must be a group of keys, but is " + node + " (" + source + ")");
        }
        return new ConfigNode.Mapping(Map.of(), new Place(source, 0));
    }

    /** Reads one value, an empty scalar if there is none or if it has a fault. */
    ConfigNode readValue(String text, String key) {
        ConfigNode.Scalar none = new ConfigNode.Scalar(null, new Place(source, 0));
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return none;
            }
            ConfigNode node = node(parser, key, line(parser));
            if (parser.nextToken() != null) {
                faults.add(key, "there must be one YAML document, but another begins (" + place(line(parser)) + ")");
            }
            return node;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(key, "this is not YAML: " + firstLine(e.getOriginalMessage()) + " (" + place(line) + ")");
            return none;
        }
    }

    private ConfigNode node(JsonParser parser, String path, int line) {
        JsonToken token = parser.currentToken();
        Place place = place(line);
        if (token == JsonToken.START_OBJECT) {
            return new ConfigNode.Mapping(entries(parser, path), place);
        }
        if (token == JsonToken.START_ARRAY) {
            List<ConfigNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, path, line(parser)));
            }
            return new ConfigNode.Sequence(items, place);
        }
        return new ConfigNode.Scalar(token == JsonToken.VALUE_NULL ? null : parser.getString(), place);
    }

    private Map<String, ConfigNode> entries(JsonParser parser, String path) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            String full = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            ConfigNode before = entries.put(key, node(parser, full, line));
            if (before != null) {
                faults.add(full, "is given twice, first in " + before.place() + " (" + place(line) + ")");
            }
        }
        return entries;
    }

    private Place place(int line) {
        return new Place(source, hasLines ? line : 0);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}

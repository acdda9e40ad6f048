package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into nodes that know their line.
 *
 * <p>Faults of the syntax, keys that appear twice and aliases are collected; what was read up to a syntax fault is lost.
 */
final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final Pattern MARK = Pattern.compile("^ in reader, line (\\d+), column \\d+:$");

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
        ConfigNode.Mapping empty = new ConfigNode.Mapping(Map.of(), source);
        ConfigNode node = readValue(text, "").orElse(empty);
        if (node instanceof ConfigNode.Mapping mapping) {
            return mapping;
        }
        if (!node.isEmpty()) {
            faults.add("", "a configuration must be a group of keys, but is " + node + " (" + source + ")");
        }
        return empty;
    }

    /** Reads one value, an empty scalar if there is none; nothing if it has a fault. */
    Optional<ConfigNode> readValue(String text, String key) {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Optional.of(new ConfigNode.Scalar(null, source));
            }
            Optional<ConfigNode> node = node(parser, key, line(parser));
            if (parser.nextToken() != null) {
                faults.add(key, "there must be one YAML document, but another begins (" + place(line(parser)) + ")");
            }
            return node;
        } catch (JacksonException e) {
            faults.add(key, "this is not YAML: " + sentences(e) + " (" + place(line(e)) + ")");
            return Optional.empty();
        }
    }

    private Optional<ConfigNode> node(JsonParser parser, String path, int line) {
        JsonToken token = parser.currentToken();
        String place = place(line);
        if (token == JsonToken.START_OBJECT) {
            return Optional.of(new ConfigNode.Mapping(entries(parser, path), place));
        }
        if (token == JsonToken.START_ARRAY) {
            List<ConfigNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                node(parser, path, line(parser)).ifPresent(items::add);
            }
            return Optional.of(new ConfigNode.Sequence(items, place));
        }
        if (((YAMLParser) parser).isCurrentAlias()) { // its text would be the anchor's name
            faults.add(path, "must be a value, but is the alias *" + parser.getString() + " (" + place + ")");
            return Optional.empty();
        }
        return Optional.of(new ConfigNode.Scalar(token == JsonToken.VALUE_NULL ? null : parser.getString(), place));
    }

    private Map<String, ConfigNode> entries(JsonParser parser, String path) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            String full = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            node(parser, full, line)
                    .map(node -> entries.put(key, node))
                    .ifPresent(before ->
                            faults.add(full, "is given twice, first in " + before.place() + " (" + place(line) + ")"));
        }
        return entries;
    }

    private String place(int line) {
        return hasLines && line > 0 ? source + ":" + line : source;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The line of the last mark in the message, where the fault is; the exception's own location is the last good token. */
    private static int line(JacksonException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        for (String text : e.getOriginalMessage().lines().toList()) {
            Matcher mark = MARK.matcher(text);
            line = mark.matches() ? Integer.parseInt(mark.group(1)) : line;
        }
        return line;
    }

    /** The message without marks and excerpts, which are indented. */
    private static String sentences(JacksonException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(text -> !text.isBlank() && !text.startsWith(" "))
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }
}

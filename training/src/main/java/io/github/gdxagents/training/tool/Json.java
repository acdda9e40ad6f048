package io.github.gdxagents.training.tool;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON on a single line, made of maps, collections, sources, strings, truth values and numbers; those that are not finite are null. */
public final class Json {
    /** What can be told as an object of JSON. */
    public interface Source {
        /** The fields in order, as of {@link Json#object}. */
        Map<String, Object> json();
    }

    private Json() {}

    /** An object of keys and values in turns, kept in this order. */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }

    /** Such as <code>{"a":1,"b":[2]}</code>. */
    public static String compact(Map<String, ?> object) {
        return text(object, "");
    }

    /** Such as <code>{"a": 1, "b": [2]}</code>. */
    public static String spaced(Map<String, ?> object) {
        return text(object, " ");
    }

    private static String text(Object value, String gap) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(field -> quoted(field.getKey().toString()) + ":" + gap + text(field.getValue(), gap))
                    .collect(Collectors.joining("," + gap, "{", "}"));
        }
        if (value instanceof Source source) {
            return text(source.json(), gap);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(item -> text(item, gap)).collect(Collectors.joining("," + gap, "[", "]"));
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? number.toString() : "null";
        }
        return value instanceof Boolean ? value.toString() : quoted(String.valueOf(value));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}

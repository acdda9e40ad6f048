package io.github.gdxagents.training.config;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a configuration as YAML: every key in the order of the records, each with a short comment.
 *
 * <p>{@link ConfigLoader} reads the very same configuration back.
 */
public final class ConfigWriter {
    private static final int COMMENT_COLUMN = 44;
    private static final String BEGIN =
            "# The complete configuration of this run, all defaults resolved. Its last line is a comment, too: else it was cut off.\n";
    private static final String END = "# End of the configuration.\n";

    private ConfigWriter() {}

    /** YAML, the same for the same configuration. */
    public static String toYaml(TrainingConfig config) {
        StringBuilder yaml = new StringBuilder(BEGIN);
        record(config, "", yaml);
        return yaml.append(END).toString();
    }

    /** Whether it was cut off: then what is missing would be taken for defaults. Texts that were not written here are whole. */
    public static boolean isCutOff(String yaml) {
        boolean isOurs = yaml.startsWith(BEGIN.strip()) || BEGIN.startsWith(yaml.strip());
        return isOurs && !yaml.strip().endsWith(END.strip());
    }

    private static void record(Object values, String indent, StringBuilder yaml) {
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            Object value = Records.value(component, values);
            String start = indent + component.getName() + ":";
            if (ConfigKeys.isGroup(component.getType())) {
                yaml.append('\n').append(start).append('\n');
                record(value, indent + "  ", yaml);
            } else if (value instanceof ObjectiveConfig objective) {
                objective(start, objective, indent + "  ", yaml);
            } else {
                Key key = component.getAnnotation(Key.class);
                String meaning = key == null ? "" : key.value();
                if (value instanceof Map<?, ?> settings) {
                    settings(start, settings, meaning, indent + "  ", yaml);
                } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof LessonConfig) {
                    line(start, meaning, yaml);
                    list.forEach(lesson -> lesson((LessonConfig) lesson, indent + "  ", yaml));
                } else {
                    line(start + " " + text(value), meaning, yaml);
                }
            }
        }
    }

    private static void settings(String start, Map<?, ?> settings, String meaning, String indent, StringBuilder yaml) {
        line(settings.isEmpty() ? start + " {}" : start, meaning, yaml);
        settings.forEach((name, value) -> line(indent + text(name) + ": " + text(value), "", yaml));
    }

    private static void lesson(LessonConfig lesson, String indent, StringBuilder yaml) {
        line(indent + "- name: " + quoted(lesson.name()), "", yaml);
        settings(indent + "  settings:", lesson.settings(), "", indent + "    ", yaml);
        if (lesson.until() != null) {
            line(indent + "  until: " + text(lesson.until()), "", yaml);
        }
    }

    private static String text(ConditionConfig condition) {
        String mean = condition.statistic().isEmpty()
                ? "return: "
                : "statistic: " + quoted(condition.statistic()) + ", atLeast: ";
        return "{" + mean + condition.atLeast() + ", episodes: " + condition.episodes()
                + (condition.behavior().isEmpty() ? "" : ", behavior: " + quoted(condition.behavior())) + "}";
    }

    private static void objective(String start, ObjectiveConfig objective, String indent, StringBuilder yaml) {
        yaml.append('\n').append(start).append('\n');
        line(indent + "name: " + quoted(objective.name()), "what the policy maximizes; its options follow", yaml);
        Map<String, String> meanings = ObjectiveCatalog.find(objective.name()).stream()
                .flatMap(declared -> declared.options().stream())
                .collect(Collectors.toMap(ObjectiveOption::name, ObjectiveOption::meaning));
        for (Map.Entry<String, Schedule> option : objective.options().entrySet()) {
            String meaning = meanings.getOrDefault(option.getKey(), "");
            line(indent + option.getKey() + ": " + text(option.getValue()), meaning, yaml);
        }
    }

    private static void line(String content, String meaning, StringBuilder yaml) {
        String space = " ".repeat(Math.max(1, COMMENT_COLUMN - content.length()));
        yaml.append(content)
                .append(meaning.isEmpty() ? "" : space + "# " + meaning)
                .append('\n');
    }

    private static String text(Object value) {
        if (value instanceof Schedule.Constant constant) {
            return text(constant.value());
        }
        if (value instanceof Schedule.Linear line) {
            return "{start: " + text(line.start()) + ", end: " + text(line.end()) + "}";
        }
        if (value instanceof Schedule.Piecewise piecewise) {
            return piecewise.points().stream()
                    .map(point -> point.step() + ": " + text(point.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Double number && number.isInfinite()) {
            return number > 0 ? ".inf" : "-.inf";
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Enum<?> constant) {
            return ScalarValues.name(constant);
        }
        return value instanceof List<?> list
                ? list.stream().map(ConfigWriter::text).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    }

    /** Plain where no reader could take it for anything but text, else in double quotes. */
    private static String quoted(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9_./$-]*") && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' '
                    || c > '~' && !Character.isLetter(c)) { // among them what YAML forbids, and halves of pairs
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

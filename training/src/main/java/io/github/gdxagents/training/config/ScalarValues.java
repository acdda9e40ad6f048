package io.github.gdxagents.training.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types that single values of a configuration have. */
final class ScalarValues {
    /** More than any number needs; a longer text would only take long to be read. */
    private static final int LONGEST_NUMBER = 1000;

    private static final Kind INT =
            new Kind("a whole number", text -> decimal(text).intValueExact());
    private static final Kind LONG =
            new Kind("a whole number", text -> decimal(text).longValueExact());
    private static final Map<Class<?>, Kind> KINDS = Map.of(
            int.class,
            INT,
            Integer.class,
            INT,
            long.class,
            LONG,
            double.class,
            new Kind("a number", ScalarValues::real),
            boolean.class,
            new Kind("true or false", text -> constant(text, true, false)),
            String.class,
            new Kind("text", text -> text));

    private ScalarValues() {}

    /** What a value must be, for messages, and how it is read, with an ArithmeticException or IllegalArgumentException. */
    private record Kind(String expected, Function<String, Object> reader) {}

    private static Kind kind(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? KINDS.get(type)
                : new Kind("one of " + names(constants), text -> constant(text, constants));
    }

    /** The typed value of a text, or null if it has none. */
    static Object parse(Class<?> type, String text) {
        try {
            return kind(type).reader.apply(text);
        } catch (ArithmeticException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The typed value of a node, or null if it has none. */
    static Object read(Class<?> type, ConfigNode node) {
        return node.text() == null ? null : parse(type, node.text());
    }

    /** What a value of a type must be, for messages. */
    static String expected(Class<?> type) {
        return kind(type).expected;
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(digits(text));
    }

    private static String digits(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("a number of " + text.length() + " characters");
        }
        return text.replace("_", "");
    }

    private static double real(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case ".inf", "+.inf":
                return Double.POSITIVE_INFINITY;
            case "-.inf":
                return Double.NEGATIVE_INFINITY;
            case ".nan":
                return Double.NaN;
            default:
                // BigDecimal refuses what parseDouble also takes: 1f, 0x1p3 and NaN; but it has no -0.0
                decimal(text);
                return Double.parseDouble(digits(text));
        }
    }

    private static Object constant(String text, Object... constants) {
        return Arrays.stream(constants)
                .filter(constant -> name(constant).equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    static String name(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String names(Object... constants) {
        return Arrays.stream(constants).map(ScalarValues::name).collect(Collectors.joining(", "));
    }
}

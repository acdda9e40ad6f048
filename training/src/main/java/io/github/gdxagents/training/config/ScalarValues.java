package io.github.gdxagents.training.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns a scalar's text into a typed value, or throws an ArithmeticException or IllegalArgumentException. */
final class ScalarValues {
    /** More than any number needs; a longer text would only take long to be read. */
    private static final int LONGEST_NUMBER = 1000;

    private ScalarValues() {}

    static Object parse(Class<?> type, String text) {
        if (type == int.class || type == Integer.class) {
            return decimal(text).intValueExact();
        }
        if (type == long.class) {
            return decimal(text).longValueExact();
        }
        if (type == double.class || type == Double.class) {
            return real(text);
        }
        if (type == boolean.class) {
            return truth(text);
        }
        if (type == String.class) {
            return text;
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        throw new AssertionError("no configuration value can be a " + type);
    }

    /** The typed value of a node, or null if it has none. */
    static Object read(Class<?> type, ConfigNode node) {
        if (!(node instanceof ConfigNode.Scalar scalar) || scalar.text() == null) {
            return null;
        }
        try {
            return parse(type, scalar.text());
        } catch (ArithmeticException | IllegalArgumentException e) {
            return null;
        }
    }

    /** What a value of a type must be, for messages. */
    static String expected(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type.isEnum() ? "one of " + names(type) : "text";
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

    private static boolean truth(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw new IllegalArgumentException(text);
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    static String name(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(ScalarValues::name).collect(Collectors.joining(", "));
    }
}

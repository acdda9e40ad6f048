package io.github.gdxagents.agent;

/**
 * Makes text safe to show: what a stranger's file says may hold characters that a terminal obeys, such as those that clear the screen or
 * write over what stands there.
 *
 * <p>Control characters, and those that turn the direction of reading, become escapes as in Java's source: ESC becomes {@code \u005Cu001b}.
 * All others, of whatever script, stay.
 */
public final class PrintableText {
    private static final int LONGEST_MESSAGE = 4000;

    private PrintableText() {}

    /**
     * Makes a value safe that belongs on one line.
     *
     * @param text any
     * @return the same without any control character, the end of a line included
     */
    public static String line(String text) {
        return escaped(text, false);
    }

    /**
     * Makes a text safe that may have several lines.
     *
     * @param text any
     * @return the same without any control character but tabs and ends of lines
     */
    public static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean severalLines) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (severalLines && isOfSeveralLines(text, i) || !isObeyed(c)) {
                result.append(c);
            } else {
                result.append(String.format("\\u%04x", (int) c));
            }
        }
        return result.toString();
    }

    /** A carriage return ends a line only together with a line feed: alone it writes over the line. */
    private static boolean isOfSeveralLines(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' || c == '\t' || c == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
    }

    private static boolean isObeyed(char c) {
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return true;
            default:
                return turnsTheDirection(c);
        }
    }

    private static boolean turnsTheDirection(char c) {
        return c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }

    /**
     * What a throwable says of itself: safe to show, shortened, and whatever it throws when it is asked.
     *
     * @param thrown by a game
     * @return its class and message
     */
    public static String describe(Throwable thrown) {
        try {
            String text = lines(String.valueOf(thrown));
            return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
        } catch (Throwable unspeakable) {
            if (unspeakable instanceof VirtualMachineError && !(unspeakable instanceof StackOverflowError)) {
                throw (VirtualMachineError) unspeakable;
            }
            return thrown.getClass().getName() + ", whose message can't be had";
        }
    }
}

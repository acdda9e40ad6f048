package io.github.gdxagents.training.run;

import java.nio.file.Path;

/** Writes arguments of commands that are printed to be pasted into a shell. */
final class ShellText {
    private static final boolean IS_WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private static final String PLAIN = IS_WINDOWS ? "[A-Za-z0-9._/\\\\:=,@+~-]+" : "[A-Za-z0-9._/:=,@%+-]+";

    private ShellText() {}

    /** A value as one argument: in quotes if it has blanks or other characters that mean something to a shell. */
    static String argument(Object value) {
        String text = value.toString();
        if ((value instanceof Path || value instanceof RunDirectory)
                && text.startsWith("-")) { // else it would be taken for an option
            text = "./" + text;
        }
        if (text.matches(PLAIN)) {
            return text;
        }
        return IS_WINDOWS ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
    }
}

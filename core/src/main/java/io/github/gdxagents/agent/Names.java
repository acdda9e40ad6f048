package io.github.gdxagents.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of the names that specifications carry: they end up in policy files, so they are short, printable and unique. */
final class Names {
    static final int MAX_LENGTH = 120;

    private Names() {}

    static String valid(String what, String name) {
        if (name == null || name.isEmpty() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(what + ": the name must have 1 to " + MAX_LENGTH
                    + " characters, but it is '" + PrintableText.line(String.valueOf(name)) + "'");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(what + ": the name '" + PrintableText.line(name)
                        + "' has a character that is not printable ASCII" + " without blanks at index " + i
                        + "; use letters, digits, '.', '_' and '-'");
            }
        }
        return name;
    }

    static void unique(String what, List<String> names) {
        Set<String> seen = new HashSet<String>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        what + ": the name '" + name + "' is used twice; every name must be unique");
            }
        }
    }
}

package io.github.gdxagents.training.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. Thread safety: stateless. */
public final class Suggestions {
    private Suggestions() {}

    /**
     * Finds the nearest valid name.
     *
     * @param name what was written
     * @param valid what may be written
     * @return the valid name that differs in the fewest letters, also when the written one lacks the groups before a dot; empty if none
     *     is near
     */
    public static Optional<String> nearest(String name, Collection<String> valid) {
        Optional<String> known = ForeignNames.ours(lastPart(name)).filter(valid::contains);
        if (known.isPresent()) {
            return known;
        }
        int farthest = Math.max(1, lastPart(name).length() / 2); // more would be another word
        return valid.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(name, candidate) <= farthest);
    }

    private static int distance(String name, String candidate) {
        int whole = edits(name, candidate);
        // a key in the wrong group is one fault, whatever the groups are called
        return Math.min(whole, edits(lastPart(name), lastPart(candidate)) + 1);
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Letters to insert, delete or replace (Levenshtein distance), regardless of case. */
    static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                current[j] = Math.min(previous[j - 1] + (same ? 0 : 1), 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}

package io.github.gdxagents.training.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/** Guesses what a misspelt name was meant to be, or one of another library. */
public final class Suggestions {
    /** Our keys and objectives, by what they are called in Stable-Baselines3, CleanRL, RLlib and ML-Agents. */
    private static final Map<String, String> FOREIGN = foreign();

    private static final int LONGEST_NAME = 200;

    private Suggestions() {}

    private static Map<String, String> foreign() {
        Properties names = new Properties();
        try (InputStream file = Suggestions.class.getResourceAsStream("names-elsewhere.properties")) {
            names.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read names-elsewhere.properties from the jar", e);
        }
        Map<String, String> ours = new HashMap<>();
        names.forEach((key, elsewhere) ->
                Arrays.stream(elsewhere.toString().split(" ")).forEach(name -> ours.put(name, key.toString())));
        return ours;
    }

    /** All keys and objectives that have a name elsewhere. */
    static Collection<String> knownElsewhere() {
        return FOREIGN.values();
    }

    /** Asks whether the nearest valid name was meant, with something before it, or says something else if none is near. */
    static String remedy(String name, Collection<String> valid, String prefix, String otherwise) {
        return nearest(name, valid)
                .map(near -> "did you mean " + prefix + near + "?")
                .orElse(otherwise);
    }

    /** The valid name that differs in the fewest letters, also when the written one lacks the groups before a dot; empty if none is near. */
    public static Optional<String> nearest(String name, Collection<String> valid) {
        String foreign = lastPart(name).toLowerCase(Locale.ROOT).replace('-', '_');
        Optional<String> known = Optional.ofNullable(FOREIGN.get(foreign)).filter(valid::contains);
        if (known.isPresent()) {
            return known;
        }
        if (name.length() > LONGEST_NAME) { // no slip of the pen, and comparing would take its time
            return Optional.empty();
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
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                current[j] = Math.min(previous[j - 1] + (same ? 0 : 1), 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}

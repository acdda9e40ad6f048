package io.github.gdxagents.training.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Parts of file names for things that have names of their own, such as behaviors. */
final class FileNames {
    private FileNames() {}

    /**
     * Gives each of some names, which are distinct, a part of a file's name, by position. A name of letters, digits, '.', '_' and '-' stays
     * as it is, and other characters become '_'; only where two would then be one file, on a disk that doesn't tell capitals from small
     * letters either, they end with a mark of their own. It depends on what names there are, and not on their order.
     */
    static List<String> of(List<String> names) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (String name : names) {
            if (!seen.add(key(plain(name)))) {
                shared.add(key(plain(name)));
            }
        }
        List<String> files = map(names, name -> shared.contains(key(plain(name))) ? marked(name) : plain(name));
        boolean areDistinct = map(files, FileNames::key).stream().distinct().count() == names.size();
        return areDistinct ? files : map(names, FileNames::marked); // one name may look like another with its mark
    }

    private static List<String> map(List<String> names, UnaryOperator<String> change) {
        return names.stream().map(change).toList();
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static String key(String file) {
        return file.toLowerCase(Locale.ROOT);
    }

    private static String marked(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return plain(name)
                    + String.format(
                            Locale.ROOT, "-%016x", ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

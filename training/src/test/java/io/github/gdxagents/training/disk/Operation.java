package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that changes a disk, and so can fail.
 *
 * <p>It makes its own exceptions, since the default file system's differ: by an open channel it throws a plain {@link IOException} without
 * the file's name, by a path a {@link FileSystemException} with it.
 *
 * @param text for people, with the files' short names
 * @param need what it takes
 * @param file on which it works, null if by an open channel
 * @param other the target of a move or copy, or null
 */
record Operation(String text, Need need, String file, String other) {
    static Operation open(Path file, Set<?> options, Need need) {
        Set<String> sorted = new TreeSet<>();
        options.forEach(option -> sorted.add(option.toString()));
        return new Operation("open " + file.getFileName() + " " + sorted, need, file.toString(), null);
    }

    /** By an open channel, for instance {@code byChannel("write", file, "120 bytes")}. */
    static Operation byChannel(String verb, Path file, String detail, Need need) {
        return new Operation((verb + " " + file.getFileName() + " " + detail).strip(), need, null, null);
    }

    static Operation on(String verb, Path file, Need need) {
        return new Operation(verb + " " + file.getFileName(), need, file.toString(), null);
    }

    static Operation between(String verb, Path from, Path to, Need need) {
        String text = verb + " " + from.getFileName() + " -> " + to.getFileName();
        return new Operation(text, need, from.toString(), to.toString());
    }

    IOException failure(String reason) {
        return file == null ? new IOException(reason) : new FileSystemException(file, other, reason);
    }

    IOException refusal() {
        boolean permissionOfFolder = file != null && other == null;
        return permissionOfFolder ? new AccessDeniedException(file) : failure("Operation not permitted");
    }
}

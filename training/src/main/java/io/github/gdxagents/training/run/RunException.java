package io.github.gdxagents.training.run;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A run can't begin or go on: the message says why and what to do. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, where, and the remedy */
    public RunException(String message) {
        super(message);
    }

    /** @param message what is wrong, where, and the remedy */
    public RunException(String message, Throwable cause) {
        super(message, cause);
    }

    static RunException writing(Path file, IOException cause) {
        return new RunException("Can't write '" + file + "': " + cause + ". " + advice(file, cause) + ".", cause);
    }

    private static String advice(Path file, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return "Somebody interrupted this thread, and a thread that is interrupted can write nothing: a game must leave"
                    + " all threads but its own alone";
        }
        return cause instanceof NoSuchFileException
                        && !Files.exists(file.toAbsolutePath().getParent())
                ? "Its folder has vanished: put it back, or train anew"
                : "Free some space or check the permissions";
    }
}

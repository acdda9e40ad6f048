package io.github.gdxagents.training.run;

import java.io.IOException;
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
        String advice = cause instanceof NoSuchFileException
                        && !Files.exists(file.toAbsolutePath().getParent())
                ? "Its folder has vanished: put it back, or train anew"
                : "Free some space or check the permissions";
        return new RunException("Can't write '" + file + "': " + cause + ". " + advice + ".", cause);
    }
}

package io.github.gdxagents.training.run;

import java.io.IOException;

/** A file is no checkpoint that can be used: the message, which goes on from its name, says why. */
final class CheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Is added to the file's name. */
    final String suffix;

    private CheckpointException(String message, String suffix, Throwable cause) {
        super(message, cause);
        this.suffix = suffix;
    }

    /** No program can use it. */
    static CheckpointException damaged(String fault, Throwable cause) {
        return new CheckpointException("can't be used: " + fault + ".", ".damaged", cause);
    }

    /** It is good for another program, and nothing for this one to touch. */
    static CheckpointException foreign(String fault) {
        return passedOver("is not for this program: " + fault + ". For the program that wrote it, it", null);
    }

    /** It is good for the run that wrote it. */
    static CheckpointException ofAnotherRun(String theirs, String ours) {
        return passedOver(
                "is another run's: its run.id is " + theirs + ", that of the config.yaml beside it " + ours + ". It",
                null);
    }

    static CheckpointException noFile() {
        return passedOver("is no file. It", null);
    }

    /** What can't be read now may be readable later. */
    static CheckpointException unreadable(IOException fault) {
        return passedOver("can't be read: " + fault + ". It", fault);
    }

    private static CheckpointException passedOver(String message, Throwable cause) {
        String suffix = ".passed-over";
        return new CheckpointException(message + " is kept as '*" + suffix + "'.", suffix, cause);
    }
}

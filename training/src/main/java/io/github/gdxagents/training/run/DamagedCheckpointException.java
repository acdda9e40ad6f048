package io.github.gdxagents.training.run;

/** A file is no checkpoint that can be used: the message says what is wrong with it. */
final class DamagedCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedCheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.github.gdxagents.training.cli;

/** What was given as a game is none; the message says why and what may be given. */
final class UnknownGameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownGameException(String message, Throwable cause) {
        super(message, cause);
    }
}

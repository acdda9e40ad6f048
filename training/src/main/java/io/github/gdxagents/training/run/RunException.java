package io.github.gdxagents.training.run;

/** A run can't begin or go on: the message says why and what to do. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong, where, and the remedy
     */
    public RunException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what is wrong, where, and the remedy
     * @param cause what was thrown
     */
    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}

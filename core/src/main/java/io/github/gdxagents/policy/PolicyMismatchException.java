package io.github.gdxagents.policy;

/** A policy was to decide for agents that perceive or do something else than it was trained for; the message lists every difference. */
public final class PolicyMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what differs or is missing, and what to do
     */
    public PolicyMismatchException(String message) {
        super(message);
    }
}

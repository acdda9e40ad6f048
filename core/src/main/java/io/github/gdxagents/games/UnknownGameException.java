package io.github.gdxagents.games;

/**
 * What was given as a game is none; the message says why and what may be given.
 */
public final class UnknownGameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownGameException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Adds a guess of what was meant.
     *
     * @param guess begins with a blank
     * @return the same with a longer message
     */
    public UnknownGameException with(String guess) {
        return new UnknownGameException(getMessage() + guess, getCause());
    }
}

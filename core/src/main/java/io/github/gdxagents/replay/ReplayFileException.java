package io.github.gdxagents.replay;

/** A replay file can't be read: the message says which file, where in it, what was found, and what to do. */
public final class ReplayFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayFileException(String file, String fault, Throwable cause) {
        super("Replay file '" + file + "': " + fault + ".", cause);
    }
}

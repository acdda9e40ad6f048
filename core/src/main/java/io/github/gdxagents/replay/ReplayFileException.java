package io.github.gdxagents.replay;

import io.github.gdxagents.agent.PrintableText;

/**
 * A replay file can't be read: the message says which file, where in it, what was found, and what to do. It has one line; what it quotes
 * from the file has no control characters.
 */
public final class ReplayFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayFileException(String file, String fault, Throwable cause) {
        super(PrintableText.line("Replay file '" + file + "': " + fault + "."), cause);
    }
}

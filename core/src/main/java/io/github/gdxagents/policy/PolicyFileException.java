package io.github.gdxagents.policy;

import io.github.gdxagents.agent.PrintableText;

/**
 * A policy file can't be read: the message says which file, where in it, what was expected, what was found, and what to do. It has one
 * line; what it quotes from the file has no control characters.
 */
public final class PolicyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String DAMAGED = "The file is damaged or no policy; copy it again, or train the policy anew.";

    private final String fault;

    PolicyFileException(String file, String place, String fault, String remedy) {
        super(PrintableText.line("Policy file '" + file + "', " + place + ": " + fault + ". " + remedy));
        this.fault = PrintableText.line(place + ": " + fault);
    }

    PolicyFileException(String file, String place, Exception cause) {
        super(
                PrintableText.line("Policy file '" + file + "', " + place + ": " + cause.getMessage() + ". " + DAMAGED),
                cause);
        fault = PrintableText.line(place + ": " + cause.getMessage());
    }

    /** Where and what alone: who writes a file has no use for a reader's remedy. */
    String fault() {
        return fault;
    }
}

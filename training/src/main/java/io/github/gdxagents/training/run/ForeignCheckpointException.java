package io.github.gdxagents.training.run;

/** A checkpoint is of another version: good for another program, and nothing for this one to touch. */
final class ForeignCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    ForeignCheckpointException(String message) {
        super(message);
    }
}

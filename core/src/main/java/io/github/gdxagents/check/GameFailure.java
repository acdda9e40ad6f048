package io.github.gdxagents.check;

/** Ends an instance's play where it can't go on; the finding is reported already, if there is any. */
final class GameFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    GameFailure(Throwable cause) {
        super(cause);
    }
}

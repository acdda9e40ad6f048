package io.github.gdxagents.training.ppo;

/** Learning became unhealthy: a loss, a gradient or a weight is not finite. The message says which, where and what to try. */
public final class TrainingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message behavior, iteration, figure and what to do */
    public TrainingFault(String message) {
        super(message);
    }

    /**
     * @param message behavior, iteration, figure and what to do
     * @param cause what was noticed first
     */
    public TrainingFault(String message, Throwable cause) {
        super(message, cause);
    }
}

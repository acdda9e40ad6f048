package io.github.gdxagents.training.ppo.device;

/**
 * Tells what TensorFlow throws from what others throw: its exceptions have no common ancestor of their own, and one of them is an
 * {@link IllegalArgumentException}.
 *
 * <p>Thread safety: stateless.
 */
public final class TensorFlowFailure {
    private static final String PACKAGE = "org.tensorflow.exceptions.";

    private TensorFlowFailure() {}

    /**
     * Asks where an exception comes from.
     *
     * @param failure any
     * @return whether TensorFlow could not compute something
     */
    public static boolean isOne(Throwable failure) {
        return failure.getClass().getName().startsWith(PACKAGE);
    }
}

package io.github.gdxagents.training.rollout;

/**
 * What runs the networks of a behavior while experience is collected: plain Java in the workers' own threads, or a device that all
 * workers share.
 *
 * <p>Thread safety: passes are made by one thread; each may then be used by another, all at the same time.
 */
public interface Inference extends AutoCloseable {
    /**
     * Gives a worker its way to the networks.
     *
     * @param capacity most rows at once
     * @return a pass without weights
     */
    NetworkPass pass(int capacity);

    /** Frees what the passes share; none may be used any more. */
    @Override
    void close();

    /**
     * Runs networks in plain Java.
     *
     * @param networks gives the shapes; every pass has a copy
     * @return without anything to close
     */
    static Inference inJava(ActorCritic networks) {
        return new Inference() {
            @Override
            public NetworkPass pass(int capacity) {
                return new ActorCriticPass(networks.copy(), capacity);
            }

            @Override
            public void close() {
                // the heap is the garbage collector's
            }
        };
    }
}

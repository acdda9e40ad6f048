package io.github.gdxagents.training.network;

/**
 * What runs the networks of a behavior while experience is collected: plain Java in the workers' own threads, or a device that all
 * workers share.
 *
 * <p>Thread safety: passes are made by one thread; each may then be used by another, all at the same time.
 */
public interface Inference extends AutoCloseable {
    /** A worker's way to the networks, without weights yet, for so many rows at once. */
    NetworkPass pass(int capacity);

    /** Frees what the passes share; none may be used any more. */
    @Override
    void close();

    /** In plain Java: every pass has a copy of the networks, and there is nothing to close. */
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

package io.github.gdxagents.network;

/**
 * Runs the network of a policy over a batch: {@link ForwardPass} in plain Java, or what a trainer has to run more than the policy.
 *
 * <p>Thread safety: none; make one for each thread.
 */
public interface ActorPass {
    /**
     * Numbers that are remembered of each row from one decision of an episode to the next.
     *
     * @return 0 if nothing is
     */
    int stateSize();

    /**
     * Computes the outputs of the first rows, and what is remembered after them. What a row gets depends on that row alone.
     *
     * @param inputs {@code [count or more][in]}, normalized, unchanged
     * @param states {@code [count or more][stateSize]}, all 0 where an episode begins; read and overwritten
     * @param count how many rows, at most the capacity
     * @return {@code [capacity][out]}, overwritten by the next run
     */
    float[][] run(float[][] inputs, float[][] states, int count);
}

package io.github.gdxagents.training.ppo;

/**
 * Keeps the parameters with Adam's moments, and moves them by the gradients of minibatches.
 *
 * <p>They live where it costs least: in the device's memory if whole minibatches are learned from there ({@link DeviceOptimizer}), in the
 * host's if shards of a minibatch are, whose gradients come together there ({@link HostOptimizer}). Both compute the same, but add up in
 * different orders.
 *
 * <p>Begins with nothing: parameters and moments must be written before anything else.
 *
 * <p>Thread safety: none; one thread calls.
 */
interface Optimizer {
    /**
     * Applies the update of a minibatch, unless it is further from the old policy than the target KL.
     *
     * @param minibatch of the uploaded samples
     * @return what was measured before the update took effect
     */
    Figures update(Inputs minibatch);

    /** The clipped gradient of the update of a minibatch, {@code [parameters]}; changes nothing. */
    float[] gradient(Inputs minibatch);

    /** A copy of the parameters, {@code [parameters]}. */
    float[] parameters();

    /** A copy of Adam's first moments, {@code [parameters]}. */
    float[] firstMoments();

    /** A copy of Adam's second moments, {@code [parameters]}. */
    float[] secondMoments();

    /**
     * Overwrites the parameters: from now on runs of the session compute with them.
     *
     * @param numbers {@code [parameters]}, copied
     */
    void writeParameters(float[] numbers);

    /**
     * Overwrites Adam's moments.
     *
     * @param first {@code [parameters]}, copied
     * @param second {@code [parameters]}, copied
     */
    void writeMoments(float[] first, float[] second);
}

package io.github.gdxagents.policy;

/**
 * One observation and what the network gave for it where it was trained: replayed when a policy is loaded, so that one that would act
 * differently here is refused. The samples of a model are replayed in their order as one episode, so that memory is tested too.
 */
public final class GoldenSample {
    private final float[] observation;
    private final float[] outputs;

    /**
     * Makes a sample.
     *
     * @param observation {@code [obs]}, raw (before the normaliser), copied
     * @param outputs {@code [out]}, the network's, copied
     */
    public GoldenSample(float[] observation, float[] outputs) {
        this.observation = observation.clone();
        this.outputs = outputs.clone();
    }

    /**
     * The observation before the normaliser.
     *
     * @return {@code [obs]}, a copy
     */
    public float[] observation() {
        return observation.clone();
    }

    /** The observation itself; nobody may change it. */
    float[] sharedObservation() {
        return observation;
    }

    /**
     * The outputs of the network.
     *
     * @return {@code [out]}, a copy
     */
    public float[] outputs() {
        return outputs.clone();
    }

    /** The outputs themselves; nobody may change them. */
    float[] sharedOutputs() {
        return outputs;
    }
}

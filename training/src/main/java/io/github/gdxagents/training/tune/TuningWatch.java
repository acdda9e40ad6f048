package io.github.gdxagents.training.tune;

/**
 * Whoever waits while a run is tuned.
 *
 * <p>Thread safety: asked by the tuning thread alone.
 */
public interface TuningWatch {
    /**
     * Measuring begins now.
     *
     * @param seconds about how long it takes
     */
    void begins(double seconds);

    /**
     * Asked again and again.
     *
     * @return whether measuring is to end soon, because nobody wants the run any more
     */
    boolean isStopWanted();
}

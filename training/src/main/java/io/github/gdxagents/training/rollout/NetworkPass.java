package io.github.gdxagents.training.rollout;

/**
 * A worker's way to run actor and critic over a batch of its slots.
 *
 * <p>Thread safety: none; belongs to one worker.
 */
public interface NetworkPass {
    /**
     * Takes over weights; called at the begin of an iteration, by every worker with the same object.
     *
     * @param weights kept, do not modify
     */
    void load(Weights weights);

    /**
     * Computes outputs and values. What a row gets depends on that row alone, not on the others of the batch.
     *
     * @param inputs {@code [count or more][obs]}, normalized
     * @param memories one for each row, advanced by one decision
     * @param count number of rows
     */
    void run(float[][] inputs, Memories memories, int count);

    /**
     * Computes values alone; outputs are undefined then.
     *
     * @param inputs {@code [count or more][obs]}, normalized
     * @param memories one for each row, advanced by one decision as far as the values need it
     * @param count number of rows
     */
    void runCritic(float[][] inputs, Memories memories, int count);

    /**
     * What the actor gave.
     *
     * @return {@code [capacity][out]}, overwritten by the next run
     */
    float[][] outputs();

    /**
     * What the critic gave.
     *
     * @return {@code [capacity][1]}, overwritten by the next run
     */
    float[][] values();
}

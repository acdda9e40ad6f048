package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.NetworkPass;
import io.github.gdxagents.training.rollout.Weights;

/**
 * A worker's way to a {@link DeviceInference}: cuts its batch into blocks.
 *
 * <p>Thread safety: none; belongs to one worker.
 */
final class DevicePass implements NetworkPass {
    private final DeviceInference inference;
    /** {@code [block, obs]} */
    private final float[] rows;
    /** {@code [block, outputs + 1]} */
    private final float[] results;
    /** {@code [block]} */
    private final float[] blockValues;

    private final float[][] outputs;
    private final float[][] values;

    DevicePass(DeviceInference inference, int capacity) {
        this.inference = inference;
        rows = new float[inference.block() * inference.observationSize()];
        results = new float[inference.block() * (inference.outputSize() + 1)];
        blockValues = new float[inference.block()];
        outputs = new float[capacity][inference.outputSize()];
        values = new float[capacity][1];
    }

    @Override
    public void load(Weights weights) {
        inference.load(weights);
    }

    @Override
    public float[][] run(float[][] inputs, float[][] states, int count) {
        int outputSize = inference.outputSize();
        for (int from = 0; from < count; from += inference.block()) {
            int size = fill(inputs, from, count);
            inference.run(rows, results);
            for (int i = 0; i < size; i++) {
                System.arraycopy(results, i * (outputSize + 1), outputs[from + i], 0, outputSize);
                values[from + i][0] = results[i * (outputSize + 1) + outputSize];
            }
        }
        return outputs;
    }

    @Override
    public void runCritic(float[][] inputs, float[][] states, int count) {
        for (int from = 0; from < count; from += inference.block()) {
            int size = fill(inputs, from, count);
            inference.runCritic(rows, blockValues);
            for (int i = 0; i < size; i++) {
                values[from + i][0] = blockValues[i];
            }
        }
    }

    /** Gives how many rows of the block are used; what earlier batches left in the others is computed too, and ignored. */
    private int fill(float[][] inputs, int from, int count) {
        int width = inference.observationSize();
        int size = Math.min(inference.block(), count - from);
        for (int i = 0; i < size; i++) {
            System.arraycopy(inputs[from + i], 0, rows, i * width, width);
        }
        return size;
    }

    @Override
    public int stateSize() {
        return 0;
    }

    @Override
    public float[][] values() {
        return values;
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.tensor.LearningDevice;

/**
 * What computes the learning. The result depends on device and shards, but not on the number of threads.
 *
 * @param device that it happens on
 * @param threads 1, or more to learn from that many shards at once
 * @param wantedShards parts that each minibatch is cut into, 1 or more
 */
record Computing(LearningDevice device, int threads, int wantedShards) {
    /** One thread, whole minibatches. */
    static Computing onCpu() {
        return new Computing(LearningDevice.CPU, 1, 1);
    }

    /** Parts that each minibatch is cut into: a GPU works on all samples at once anyway. */
    int shards() {
        return device.device().isGpu() ? 1 : wantedShards;
    }
}

package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.ppo.device.LearningDevice;

/**
 * What computes the learning; on one device its result is the same with any number of threads.
 *
 * @param device that it happens on
 * @param threads 1, or more to let actor and critic be computed side by side
 */
record Computing(LearningDevice device, int threads) {
    static Computing onCpu(int threads) {
        return new Computing(LearningDevice.CPU, threads);
    }
}

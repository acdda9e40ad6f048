/**
 * Chooses, before a run begins, what the configuration leaves open: threads, instances, parts of a minibatch and the device.
 *
 * <p>Start at {@link io.github.gdxagents.training.tool.tune.Tuner}.
 */
package io.github.gdxagents.training.tool.tune;

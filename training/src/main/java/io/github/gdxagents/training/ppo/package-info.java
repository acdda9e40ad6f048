/**
 * Proximal policy optimization: the loop, the loss and its minimization in TensorFlow.
 *
 * <p>Open {@link io.github.gdxagents.training.ppo.Trainer} and read down: collect, estimate advantages, learn, report. The loss is in
 * {@link io.github.gdxagents.training.ppo.Loss}, the objective in {@link io.github.gdxagents.training.ppo.ClipObjective}.
 */
package io.github.gdxagents.training.ppo;

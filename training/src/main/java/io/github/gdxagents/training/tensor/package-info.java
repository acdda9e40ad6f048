/**
 * TensorFlow for actors and critics: graphs, gradients, sessions, and the devices that they run on. It knows nothing of PPO.
 *
 * <p>Room for what comes: an encoder in front of the networks (grids, sets of entities) goes into {@link
 * io.github.gdxagents.training.tensor.ActorCriticGraph}, and its plain Java twin into {@code network.ActorCritic}.
 */
package io.github.gdxagents.training.tensor;

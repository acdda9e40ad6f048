/**
 * The networks of a behavior while they are trained: actor and critic, their weights, and what runs them. Start at {@link
 * io.github.gdxagents.training.network.ActorCritic}.
 */
package io.github.gdxagents.training.network;
